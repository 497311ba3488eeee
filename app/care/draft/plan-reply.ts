import { alreadyTold } from "#app/care/draft/already-told.ts";
import type { DraftPurpose, Plan } from "#app/care/draft/draft.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { canDo, feasibleOptions, matterOf, type Options } from "#app/care/draft/feasible-options.ts";
import {
  aboutAccount,
  aboutPraise,
  aboutProduct,
  aboutUnclear,
  whichOrder,
} from "#app/care/draft/plan/about-anything.ts";
import { aboutChange } from "#app/care/draft/plan/about-change.ts";
import { aboutItem, aboutReturn } from "#app/care/draft/plan/about-item.ts";
import { aboutPayment, aboutRefund } from "#app/care/draft/plan/about-money.ts";
import { aboutShipping, whereIsIt } from "#app/care/draft/plan/about-shipping.ts";
import { askProof } from "#app/care/draft/plan/ask-proof.ts";
import { handOver, listen } from "#app/care/draft/plan/hand-over.ts";
import { answerByKnowledge } from "#app/care/draft/plan/quote-knowledge.ts";
import { close, greeting, thanks, withDay } from "#app/care/draft/plan/around-answer.ts";
import { raise, withRaised, type RaisedPart } from "#app/care/draft/plan/raise.ts";
import type { Missing } from "#app/care/draft/no-draft.ts";
import { joinParts, type JoinedPart } from "#app/care/draft/plan/join-parts.ts";
import { ABOUT_AN_ORDER, matterIn, SURE_OF_INTENT } from "#app/care/draft/plan/matter.ts";
import { offerOption } from "#app/care/draft/plan/offer-option.ts";
import { ordersMeant } from "#app/care/draft/plan/orders-meant.ts";
import { sinceWeWrote } from "#app/care/draft/plan/since-we-wrote.ts";
import { tellIssue } from "#app/care/draft/plan/tell-issue.ts";
import { returnPolicy } from "#app/care/draft/plan/return-policy.ts";
import { telling, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";
import type { Hints } from "#app/care/draft/read-hint.ts";
import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";

export type Planned = {
  plan: Plan;
  steps: Step[];
  offers: Part["offers"];
  missing: Missing[];
  /** Of what nobody asked for: whether there is something to tell. */
  tells: boolean;
  /** What the reviewer must know of how it was planned. */
  notes: string[];
};

const UPSET: ReadonlySet<CareEmotion> = new Set([
  "anger",
  "frustration",
  "disappointment",
  "worry",
  "sadness",
]);
/**
 * Decides what to say, pure: name what happened or be silent, answer, the next step, an honest close. What is offered
 * follows from the record and the policy alone; the emotion chooses only whether to name the trouble and how brief to be.
 */
export function planReply({ also = [], purpose = "answer", text, ...given }: Planning): Planned {
  const matter = matterIn(given.reading);
  const others = also.map((reading) => ({ ...given, reading, matter: matterIn(reading) }));
  // Before the feeling is looked at.
  const options = [{ ...given, matter }, ...others].map((one) => optionsFor(one)).reduce(joinOptions);
  const tone = toneOf(given.reading);
  const told = alreadyTold(text);
  const context: PlanContext = { ...given, matter, tone, told };
  const besides = others.map((other) => choosePart({ ...other, tone, told }));
  const owed = raise(given.sheet);
  const isAnswer = purpose === "answer";
  const { left, raises, tells, ...part } = isAnswer
    ? answering(context, besides, owed)
    : unasked(purpose, context, owed);
  const { reading, hints } = context;
  const said = [...(isAnswer ? thanks(part, context) : []), ...withDay(part, context)];
  const steps = [greeting(context), ...said, ...close(part, said)];
  const isTheirs = part.approach !== "hand_over" && (isAnswer || purpose === "outreach");
  return {
    plan: {
      intent: reading.intent,
      emotion: reading.emotion.label,
      neutral: tone === "neutral",
      approach: part.approach,
      // A person takes over with free hands: nothing is laid before them.
      options: isTheirs ? options.possible : [],
      notPossible: isTheirs ? options.impossible : [],
      offered: [...part.offers, ...(part.choices ?? [])],
      ...(raises.length > 0 ? { raises } : {}),
      ...(others.length > 0 ? { also: others.map((other) => other.matter) } : {}),
      ...(part.question ? { question: part.question } : {}),
      ...(part.codeFor === undefined ? {} : { codeFor: part.codeFor }),
      ...(part.handOver ? { handOver: part.handOver } : {}),
    },
    offers: part.offers,
    missing: part.missing ?? [],
    tells,
    notes: [...(raises.length > 0 ? owed.notes : []), ...(left > 0 ? [ONE_QUESTION] : [])],
    steps: hints.shorter ? steps.filter(({ optional }) => !optional) : steps,
  };
}

type Planning = Omit<PlanContext, "tone" | "matter" | "told"> & {
  /** What they wrote. */
  text: string;
  /** What else they asked in the messages that this reply answers. */
  also?: PlanContext["reading"][] | undefined;
  purpose?: DraftPurpose | undefined;
};

const ONE_QUESTION =
  "They asked for several things. This asks about one of them first: ask for the rest yourself if it cannot wait.";

/** Of what is asked besides only what is not told of already. */
function joinOptions(whole: Options, other: Options): Options {
  const known = new Set([...whole.possible, ...whole.impossible].map(({ id }) => id));
  return {
    possible: [...whole.possible, ...other.possible.filter(({ id }) => !known.has(id))],
    impossible: [...whole.impossible, ...other.impossible.filter(({ id }) => !known.has(id))],
  };
}

/** Of the one order it is about; of none while it is not known which, or whose. */
function optionsFor(given: Omit<PlanContext, "tone" | "told">): Options {
  const [order = null, ...more] = ABOUT_AN_ORDER.has(given.matter) ? ordersMeant(given) : [];
  const one = more.length > 0 ? null : order;
  if (ABOUT_AN_ORDER.has(given.matter) && !one) return { possible: [], impossible: [] };
  const { offer } = given.hints;
  return feasibleOptions({ ...matterOf(given), order: one }, offer === "refund" ? "check_due" : offer);
}

type Decided = JoinedPart & Pick<RaisedPart, "raises"> & Pick<Planned, "tells">;

function answering(context: PlanContext, besides: Part[], owed: RaisedPart): Decided {
  const asked = sinceWeWrote(joinParts(choosePart(context), besides), context);
  const whole = withRaised(asked, owed);
  const { left, raises } = whole;
  return { ...withTeamsWords(withOffer(whole, context), context), left, raises, tells: true };
}

/** What nobody asked for: a problem with their order, or what has to be told of what we wrote. */
function unasked(purpose: DraftPurpose, context: PlanContext, owed: RaisedPart): Decided {
  if (purpose === "message") return begun(context);
  if (purpose !== "outreach") return { ...onlyRaised(owed, context), tells: owed.raises.length > 0 };
  const note = takenOver(context)?.handOver;
  const issue = tellIssue(context);
  const whole = withRaised({ ...issue, left: 0, ...(note ? { handOver: note } : {}) }, owed);
  const { raises } = whole;
  return { ...withTeamsWords(whole, context), left: 0, raises, tells: issue.steps.length > 0 };
}

/** What a person of the team begins: how their order stands, or nothing but the words around what that person writes. */
function begun(context: PlanContext): Decided {
  const nothing: Part = { approach: "answer", steps: [], offers: [] };
  const part = context.sheet.orders.length > 0 ? choosePart(context) : nothing;
  return { ...withTeamsWords(withOffer(part, context), context), left: 0, raises: [], tells: true };
}

/** A draft that answers nobody. A person looks first where one would take over an answer. */
function onlyRaised(
  { steps, later, raises }: RaisedPart,
  context: PlanContext,
): JoinedPart & Pick<RaisedPart, "raises"> {
  const taken = takenOver(context);
  const note = taken ?? (context.tone === "grieving" ? listen(context) : null);
  return {
    ...{ approach: "answer", steps: [...steps, ...later], offers: [], left: 0, raises },
    ...(note?.handOver ? { handOver: note.handOver } : {}),
  };
}

/** Where a person takes over, whatever is asked. */
function takenOver(context: PlanContext): Part | null {
  const { reading, sheet } = context;
  const disputed = sheet.orders.some(({ openDispute }) => openDispute);
  return reading.riskFlags.length > 0 || disputed ? handOver(context) : null;
}

function toneOf({ unsure, emotion }: PlanContext["reading"]): PlanContext["tone"] {
  if (unsure) return "neutral";
  if (emotion.label === "grief") return "grieving";
  return UPSET.has(emotion.label) ? "upset" : "neutral";
}

function choosePart(context: PlanContext): Part {
  const { reading, sheet, tone } = context;
  const taken = takenOver(context);
  if (taken) return taken;
  if (tone === "grieving") return listen(context);
  const intent = context.matter;
  if (ABOUT_AN_ORDER.has(intent) && reading.intentConfidence >= SURE_OF_INTENT)
    return aboutOrders(intent, context);
  // Whatever is wanted of an order that is not shown to be theirs: nothing is said of it before that is shown.
  if (
    sheet.orders.length === 0 &&
    intent !== "praise" &&
    (reading.orderNamed || reading.orderRefs.some(({ kind }) => kind !== "email"))
  )
    return askProof(context);
  return (OTHERWISE[intent] ?? aboutUnclear)(context);
}

const OTHERWISE: Partial<Record<Intent, (context: PlanContext) => Part>> = {
  praise: aboutPraise,
  product_question: aboutProduct,
  account: aboutAccount,
};

function aboutOrders(intent: Intent, context: PlanContext): Part {
  const { orders } = context.sheet;
  if (orders.length === 0) return generalAnswer(context) ?? askProof(context);
  const meant = ordersMeant(context);
  const [first, ...more] = meant;
  if (!first) return whichOrder(context);
  if (more.length > 0)
    return { approach: "answer", steps: meant.slice(0, 3).flatMap((order) => whereIsIt(order)), offers: [] };
  return (ABOUT[intent] ?? aboutShipping)(first, context);
}

/** A question about what the shop always does, of who names no order: its own words answer it, and nobody has to prove anything. */
function generalAnswer(context: PlanContext): Part | null {
  const { reading } = context;
  if (reading.orderNamed || reading.orderRefs.length > 0 || reading.claims.length > 0) return null;
  const steps = answerByKnowledge(context);
  return steps.length > 0 ? { approach: "answer", steps, offers: [] } : null;
}

/** What is said about one order; about its parcel unless the intent says otherwise. */
const ABOUT: Partial<Record<Intent, (order: OrderSheet, context: PlanContext) => Part>> = {
  wrong_or_damaged_item: aboutItem,
  return: aboutReturn,
  refund: aboutRefund,
  cancel: aboutChange,
  change_order: aboutChange,
  change_address: aboutChange,
  payment: aboutPayment,
};

/** A reviewer asked to offer something: only what a record or the policy makes possible. */
function withOffer(part: Part, context: PlanContext): Part {
  const { offer } = context.hints;
  if (offer === null || offer === "refund" || part.approach === "hand_over") return part;
  const [order, ...more] = ordersMeant(context);
  const one = order && more.length === 0 && canDo(offer, order, context) ? order : null;
  const offered = one ? offerOption(offer, one, context) : offer === "return" ? returnPolicy(context) : [];
  if (offered.length === 0) return part;
  const said = new Set(part.steps.map(({ say }) => say));
  const added = offered.filter(({ say }) => !said.has(say));
  const offers = one ? [...new Set([...part.offers, offer])] : part.offers;
  return { ...part, offers, steps: [...part.steps, ...added] };
}

/** What a person of the team asked to have said: where no record answers, it is the answer. */
function withTeamsWords(part: Part, { sheet: { teamsWords } }: PlanContext): Part {
  if (teamsWords.length === 0 || part.approach === "ask_proof") return part;
  const words = teamsWords.map((id) => telling("team.words", { with: { words: id } }));
  const { missing, handOver: _toComplete, ...rest } = part;
  return missing
    ? { ...rest, offers: [], steps: [...part.steps.filter(({ kind }) => kind !== "promise"), ...words] }
    : { ...part, steps: [...part.steps, ...words] };
}

/** Whether the plan could do what the hint asked to offer. */
export function followsOffer({ offer }: Hints, { steps, offers }: Planned): boolean {
  if (offer === null) return true;
  if (offer === "return") return steps.some(({ kind }) => kind === "policy");
  return offer !== "refund" && offers.includes(offer);
}
