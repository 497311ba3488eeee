import { alreadyTold } from "#app/care/draft/already-told.ts";
import type { Plan } from "#app/care/draft/draft.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { feasibleOptions, matterOf, type Options } from "#app/care/draft/feasible-options.ts";
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
import type { Missing } from "#app/care/draft/no-draft.ts";
import { matterIn } from "#app/care/draft/plan/matter.ts";
import { ordersMeant } from "#app/care/draft/plan/orders-meant.ts";
import { returnPolicy } from "#app/care/draft/plan/return-policy.ts";
import { courtesy, promising, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";
import type { Hints } from "#app/care/draft/read-hint.ts";
import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";

type Given = Omit<PlanContext, "tone" | "matter" | "told"> & {
  /** What they wrote. */
  text: string;
};
export type Planned = { plan: Plan; steps: Step[]; offers: Part["offers"]; missing: Missing[] };

const UPSET: ReadonlySet<CareEmotion> = new Set([
  "anger",
  "frustration",
  "disappointment",
  "worry",
  "sadness",
]);
const ABOUT_AN_ORDER: ReadonlySet<Intent> = new Set([
  "order_status",
  "delivery_problem",
  "wrong_or_damaged_item",
  "return",
  "refund",
  "cancel",
  "change_order",
  "change_address",
  "payment",
]);

/** Below this the intent is a guess, and the one question is what they would like. */
const SURE_OF_INTENT = 0.35;

/**
 * Decides what to say, pure: name what happened or be silent, answer, the next step, an honest close. What is offered
 * follows from the record and the policy alone; the emotion chooses only whether to name the trouble and how brief to be.
 */
export function planReply({ text, ...given }: Given): Planned {
  const matter = matterIn(given.reading);
  // Before the feeling is looked at.
  const options = optionsFor({ ...given, matter });
  const context: PlanContext = { ...given, matter, tone: toneOf(given.reading), told: alreadyTold(text) };
  const part = withOffer(choosePart(context), context);
  const { reading, hints, tone } = context;
  const said = [...thanks(part, context), ...withDay(part, context)];
  const steps = [greeting(context), ...said, ...close(part, said)];
  return {
    plan: {
      intent: reading.intent,
      emotion: reading.emotion.label,
      neutral: tone === "neutral",
      approach: part.approach,
      // A person takes over with free hands: nothing is laid before them.
      options: part.approach === "hand_over" ? [] : options.possible,
      notPossible: part.approach === "hand_over" ? [] : options.impossible,
      offered: part.offers,
      ...(part.question ? { question: part.question } : {}),
      ...(part.handOver ? { handOver: part.handOver } : {}),
    },
    offers: part.offers,
    missing: part.missing ?? [],
    steps: hints.shorter ? steps.filter(({ optional }) => !optional) : steps,
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

function toneOf({ unsure, emotion }: PlanContext["reading"]): PlanContext["tone"] {
  if (unsure) return "neutral";
  if (emotion.label === "grief") return "grieving";
  return UPSET.has(emotion.label) ? "upset" : "neutral";
}

function choosePart(context: PlanContext): Part {
  const { reading, sheet, tone } = context;
  if (reading.riskFlags.length > 0 || sheet.orders.some(({ openDispute }) => openDispute))
    return handOver(context);
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
  if (orders.length === 0) return askProof(context);
  const meant = ordersMeant(context);
  const [first, ...more] = meant;
  if (!first) return whichOrder(context);
  if (more.length > 0)
    return { approach: "answer", steps: meant.slice(0, 3).flatMap((order) => whereIsIt(order)), offers: [] };
  return (ABOUT[intent] ?? aboutShipping)(first, context);
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

const greeting = ({ sheet, form }: PlanContext): Step => {
  const name = form === "formal" ? sheet.ids.name : sheet.ids.firstName;
  return { ...courtesy(name ? "greeting.named" : "greeting.plain", { with: { name } }), stage: "greeting" };
};

const THANKS_OF_ITS_OWN: ReadonlySet<string> = new Set([
  "name.missing_calm",
  "name.item_calm",
  "product.thanks",
  "return.about",
]);

/** Thanks for writing, where it does not sound hollow: not to someone upset, not twice, not when a person takes over. */
function thanks({ approach, steps }: Part, context: PlanContext): Step[] {
  const { tone, hints, sheet, matter } = context;
  if (approach === "listen" || approach === "brief" || approach === "hand_over") return [];
  if (steps.some(({ say }) => THANKS_OF_ITS_OWN.has(say))) return [];
  if (tone === "upset" && !hints.warmer) return [];
  const stage = steps.some((step) => step.stage === "name") ? ("name" as const) : ("answer" as const);
  const optional = !hints.warmer;
  const [order = null, ...more] = ABOUT_AN_ORDER.has(matter) ? ordersMeant({ ...context, sheet }) : [];
  if (order === null || more.length > 0 || approach === "ask_proof")
    return [{ ...courtesy("thanks.message", { optional }), stage }];
  // Its day, unless the reply says that anyway: the number stands in the next sentence.
  const waits = order.shipping === "unfulfilled" || order.shipping === "on_hold";
  const named = waits ? { order: order.ids.name, placed: null } : { order: null, placed: order.ids.placed };
  return [{ ...courtesy("thanks.order", { with: named, optional }), stage }];
}

/** Promises after which somebody writes, whatever the shopper does. */
const SOMEBODY_WRITES: ReadonlySet<string> = new Set([
  "next.carrier_enquiry",
  "next.carrier_where",
  "next.failed_enquiry",
  "next.check_hold_up",
  "next.check_possible",
  "next.check_refund",
  "next.check_due",
  "next.check_payment",
  "next.item_check",
  "next.packing_check",
  "next.return_now",
  "change.doing",
  "change.check",
  "product.colleague",
  "account.colleague",
  "hand_over.person",
  "hand_over.wished",
]);

/**
 * Who answers, and by when, after the promise: the day is the shop's own term. Not while the answer hangs on what the shopper still
 * has to send.
 */
function withDay({ approach, steps }: Part, { sheet: { ids } }: PlanContext): Step[] {
  const last = steps.findLastIndex(({ say }) => SOMEBODY_WRITES.has(say));
  if ((approach !== "answer" && approach !== "hand_over") || last === -1) return steps;
  const by = promising("promise.by", { with: { team: ids.team, by: ids.answerBy } });
  return steps.toSpliced(last + 1, 0, { ...by, stage: steps[last]?.stage ?? by.stage });
}

/** Another courtesy (one a reply is enough: more, and it sounds like a form), or words that say what comes next. */
const NEEDS_NO_INVITATION: ReadonlySet<string> = new Set([
  "thanks.message",
  "thanks.order",
  "praise.thanks",
  "product.thanks",
  "promise.by",
  "next.missing_enquiry",
  "next.return_later",
]);

/** Invites a reply, unless a question or a step has done so, somebody writes anyway, or there was a courtesy already. */
function close({ approach, question, handOver: toCome }: Part, said: Step[]): Step[] {
  const done =
    question !== undefined || toCome !== undefined || said.some(({ say }) => NEEDS_NO_INVITATION.has(say));
  const invite = approach === "answer" && !done ? [courtesy("close.reply", { optional: true })] : [];
  return [...invite, courtesy("close.regards")].map((step) => ({ ...step, stage: "close" as const }));
}

/** A reviewer asked to offer something: only what a record or the policy makes possible. */
function withOffer(part: Part, context: PlanContext): Part {
  const offered =
    context.hints.offer === "return" && part.approach !== "hand_over" ? returnPolicy(context) : [];
  const said = new Set(part.steps.map(({ say }) => say));
  const added = offered.filter(({ say }) => !said.has(say));
  return added.length > 0 ? { ...part, steps: [...part.steps, ...added] } : part;
}

/** Whether the plan could do what the hint asked to offer. */
export function followsOffer({ offer }: Hints, { steps }: Planned): boolean {
  if (offer === null) return true;
  return offer === "return" && steps.some(({ kind }) => kind === "policy");
}
