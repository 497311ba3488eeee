import { addressForm, type AddressForm } from "#app/care/draft/address-form.ts";
import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { compose } from "#app/care/draft/compose.ts";
import type { Check, DraftContent, DraftPurpose, Gloss } from "#app/care/draft/draft.ts";
import { glossOf } from "#app/care/draft/gloss.ts";
import { checkText } from "#app/care/draft/guard.ts";
import { whyNoDraft, type NoDraft } from "#app/care/draft/no-draft.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import { isCodeQuestion } from "#app/care/draft/plan/ask-proof.ts";
import type { PlanContext, Step } from "#app/care/draft/plan-step.ts";
import { notQuoted } from "#app/care/draft/facts/not-quoted.ts";
import { neededFacts } from "#app/care/draft/facts/needed-facts.ts";
import { followsOffer, planReply, type Planned } from "#app/care/draft/plan-reply.ts";
import { readHint, type Hints } from "#app/care/draft/read-hint.ts";
import { wordingOf } from "#app/care/draft/wording.ts";
import type { VoiceRules } from "#app/shop/voice-rules.ts";

export type DraftInput = {
  facts: Omit<FactInput, "language" | "intent" | "also" | "riskFlags" | "text">;
  reading: PlanContext["reading"] & { language: string };
  /** What they asked besides, in the other messages that the reply answers. */
  also?: PlanContext["reading"][] | undefined;
  /** The messages that the reply answers, oldest first. */
  answers?: string[] | undefined;
  /** Absent: an answer. */
  purpose?: DraftPurpose | undefined;
  /** What they wrote, for the form of address. */
  text: string;
  /** Whether the message before it was ours: then it may be a mere thank-you. */
  followsReply?: boolean | undefined;
  voice: AddressForm;
  /** What the shop's people approved of how its replies are worded. */
  rules?: VoiceRules | undefined;
  hint?: string | undefined;
  shopDomains: string[];
  /** Whether orders older than 60 days can be seen (read_all_orders). */
  seesAllOrders: boolean;
  /** Whether a code may be asked for, and the name of the order whose address it would go to; null: there is none. */
  code?: { mayAsk: boolean; order: string | null } | undefined;
};

/**
 * `without`: why it is kept to ourselves unless a person asks for it. `gloss` says it in the other languages, for a draft that is
 * kept. `form` and `steps`, of which each made the sentence at its place (null: the shop's own words), are what a model is told (model/brief.ts).
 */
export type Drafted = {
  content: DraftContent;
  language: ComposedLanguage;
  without: NoDraft | null;
  gloss: () => Gloss;
  form: AddressForm;
  steps: (Step | null)[];
};

/** Facts → plan → sentences → checks, pure: the same records, message, hint and `now` give the same draft. */
export function composeDraft(input: DraftInput): Drafted {
  const { reading, text, rules } = input;
  const language = composedLanguage(reading.language);
  const asked = readHint(input.hint);
  // Who asks for warmer words wants this one longer.
  const hints = rules?.shorter && !asked.warmer ? { ...asked, shorter: true } : asked;
  const form = hints.formal ? "formal" : addressForm({ voice: input.voice, language, text });
  const facts = {
    ...input.facts,
    text,
    language,
    intent: reading.intent,
    also: input.also?.map(({ intent }) => intent),
    riskFlags: reading.riskFlags,
  };
  const sheet = buildFacts(facts);
  const planned = planReply({
    reading,
    also: input.also,
    purpose: input.purpose,
    text,
    sheet,
    form,
    hints,
    now: input.facts.now,
    mayAskCode: input.code?.mayAsk,
  });
  const { steps: said, ...composed } = compose(planned.steps, {
    ...{ sheet, language, form, messageId: input.facts.message.id },
    wording: rules && wordingOf(rules, { language, form, plan: planned.plan }),
  });
  const guarded = {
    facts: sheet.facts,
    proof: reading.identity,
    plan: planned.plan,
    shopDomains: input.shopDomains,
  };
  const checks = [
    ...forTheReviewer(input, { planned, hints, language }),
    ...unquoted(input.facts.orders, new Set(sheet.orders.map(({ orderId }) => orderId))),
    ...checkText({ ...guarded, ...composed }),
  ];
  return {
    language,
    without: whyNone(input, planned),
    gloss: () => glossOf(said, { facts, form }),
    form,
    steps: said,
    content: {
      ...composed,
      ...neededFacts(sheet.facts, {
        intent: reading.intent,
        proof: reading.identity,
        cited: [...composed.sentences, ...planned.plan.options].flatMap(({ cites }) => cites),
      }),
      plan: planned.plan,
      purpose: input.purpose ?? "answer",
      form,
      checks,
      proof: reading.identity,
      shopDomains: input.shopDomains,
      ...(input.hint ? { hint: input.hint } : {}),
      ...(input.answers && input.answers.length > 1 ? { answers: input.answers } : {}),
    },
  };
}

/** What has to be told is told, whatever they wrote; without it there is nothing to write where nobody asked. */
function whyNone(input: DraftInput, { plan, missing }: Planned): NoDraft | null {
  if (plan.raises) return null;
  if (input.purpose && input.purpose !== "answer") return { reason: "too_thin", missing: [] };
  return whyNoDraft(input, missing);
}

/** What the person who sends it must know, or do. */
function forTheReviewer(
  input: DraftInput,
  given: { planned: Planned; hints: Hints; language: string },
): Check[] {
  const { planned, hints, language } = given;
  const warn = (rule: string, why: string): Check => ({ rule, outcome: "warn", why });
  const checks: Check[] = [];
  if (planned.plan.handOver) checks.push(warn("person", planned.plan.handOver));
  for (const note of planned.notes) checks.push(warn("to_know", note));
  if (planned.steps.some(({ say }) => say === "knowledge.quote"))
    checks.push(
      warn("quote", "This quotes your own policy or article: read whether it answers what they ask"),
    );
  if (planned.steps.some(({ say }) => isCodeQuestion(say))) {
    const { codeFor } = planned.plan;
    const order = codeFor === undefined ? input.code?.order : nameOf(input, codeFor);
    checks.push(
      warn(
        "code",
        order
          ? `Sending this also mails a code to the email address of order ${order}. Take out its sentence about the code, and none is sent`
          : "No code will be sent: no order has this number, or it has no email address. The reply says the same in both cases, so that nobody learns which orders exist",
      ),
    );
  }
  for (const label of toDo(planned))
    checks.push(
      warn("to_do", `Sending this commits the team: ${label.charAt(0).toLowerCase()}${label.slice(1)}`),
    );
  if (!sameLanguage(input.reading.language, language))
    checks.push(
      warn(
        "language",
        `They write in ${languageName(input.reading.language)}; this draft is in ${languageName(language)}`,
      ),
    );
  if (hints.unknown)
    checks.push(
      warn(
        "hint",
        "The composer could not follow this hint. It knows: shorter, more formal, warmer, offer a return",
      ),
    );
  if (hints.offer && !followsOffer(hints, planned))
    checks.push(
      warn(
        "hint",
        planned.plan.options.some(({ id }) => id === hints.offer)
          ? "This is possible, but the composer has no words to offer it here. Add it yourself"
          : `No record or policy lets the composer offer ${offerInWords(hints.offer)}${whyNot(hints.offer, planned)}. Add it yourself if the shop agrees`,
      ),
    );
  const named = input.reading.orderRefs.some(
    ({ kind, orderId }) => kind === "order_name" && orderId === null,
  );
  if (named && !input.seesAllOrders)
    checks.push(
      warn(
        "unseen",
        "They name an order that is not in the mirror. Orders older than 60 days cannot be seen without the read_all_orders scope",
      ),
    );
  return checks;
}

const nameOf = ({ facts }: DraftInput, orderId: string) =>
  facts.orders.find(({ id }) => id === orderId)?.name;

const offerInWords = (offer: NonNullable<Hints["offer"]>): string =>
  offer === "refund" ? "a refund" : (OFFERS_BY_NAME[offer] ?? `this: ${optionRules[offer].label}`);

/** As the words of a hint call them. */
const OFFERS_BY_NAME: Partial<Record<OptionId, string>> = {
  exchange: "an exchange",
  discount: "a discount",
  return: "a return",
};
/** Words on an order that the reply does not repeat: of orders shown to be the writer's, so that no other is told of. */
function unquoted(orders: DraftInput["facts"]["orders"], own: ReadonlySet<string>): Check[] {
  return orders
    .filter(({ id }) => own.has(id))
    .flatMap((order) =>
      notQuoted(order).map((what) => ({
        rule: "unquoted",
        outcome: "warn" as const,
        why: `Order ${order.name}: ${what} reads like a message, so the reply does not repeat it. Look at the order before you send`,
      })),
    );
}

/** The reason a rule gives against what a hint asks to offer, in brackets; nothing where none was asked. */
function whyNot(offer: NonNullable<Hints["offer"]>, { plan }: Planned): string {
  const asked = offer === "refund" ? "check_due" : offer;
  const because = plan.notPossible?.find(({ id }) => id === asked)?.because;
  return because ? ` (${because.charAt(0).toLowerCase()}${because.slice(1)})` : "";
}

/** What the text promises that the team then has to do. */
function toDo({ steps, offers }: Planned): string[] {
  if (!steps.some(({ kind }) => kind === "promise")) return [];
  return offers.map((id) => optionRules[id]).flatMap(({ commits, label }) => (commits ? [label] : []));
}

const sameLanguage = (theirs: string, ours: string) =>
  theirs === "und" || theirs.toLowerCase().split("-")[0] === ours;

function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(tag) ?? tag;
}
