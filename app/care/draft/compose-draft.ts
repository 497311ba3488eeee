import { addressForm, type AddressForm } from "#app/care/draft/address-form.ts";
import { buildFacts, type FactInput } from "#app/care/draft/build-facts.ts";
import { composedLanguage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { compose } from "#app/care/draft/compose.ts";
import type {
  BegunMessage,
  DraftContent,
  DraftPurpose,
  Fact,
  Gloss,
  Plan,
  ToldIssue,
} from "#app/care/draft/draft.ts";
import { forTheReviewer } from "#app/care/draft/for-the-reviewer.ts";
import { glossOf } from "#app/care/draft/gloss.ts";
import { checkText } from "#app/care/draft/guard.ts";
import { whyNoDraft, type NoDraft } from "#app/care/draft/no-draft.ts";
import type { PlanContext, Step } from "#app/care/draft/plan-step.ts";
import { neededFacts } from "#app/care/draft/facts/needed-facts.ts";
import { planReply, type Planned } from "#app/care/draft/plan-reply.ts";
import { readHint } from "#app/care/draft/read-hint.ts";
import { wordingOf, type Wording } from "#app/care/draft/wording.ts";
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
  /** Nobody wrote: it goes to the order's own address, about what the record says. */
  nobodyWrote?: boolean | undefined;
  /** Of an outreach: what makes its message once. The issue itself is among the facts. */
  outreach?: ToldIssue | undefined;
  /** Of a message that a person begins. */
  message?: BegunMessage | undefined;
  /** What they wrote, for the form of address. */
  text: string;
  /** Whether the message before it was ours: then it may be a mere thank-you. */
  followsReply?: boolean | undefined;
  voice: AddressForm;
  /** What the shop's people approved of how its replies are worded. */
  rules?: VoiceRules | undefined;
  hint?: string | undefined;
  /** The language that the team reviews in (BCP 47); absent: English. */
  glossIn?: string | undefined;
  shopDomains: string[];
  /** Whether orders older than 60 days can be seen (read_all_orders). */
  seesAllOrders: boolean;
  /** Whether a code may be asked for, and the name of the order whose address it would go to; null: there is none. */
  code?: { mayAsk: boolean; order: string | null } | undefined;
};

/**
 * `without`: why it is kept to ourselves unless a person asks for it. `gloss` says it in the other languages, for a draft that is
 * kept, and `factsIn` has the facts with their values as another language writes them. `form` and `steps`, of which each made the sentence at its place (null: the shop's own words), are what a model is told (model/brief.ts).
 */
export type Drafted = {
  content: DraftContent;
  language: ComposedLanguage;
  without: NoDraft | null;
  gloss: () => Gloss;
  factsIn: (language: ComposedLanguage) => Fact[];
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
    wording: rules && wordingFor(rules, { language, form, plan: planned.plan }, input.nobodyWrote),
  });
  const own = new Set(sheet.orders.map(({ orderId }) => orderId));
  const plan = keptPlan(planned, input.nobodyWrote);
  const judgedBy = { plan, proof: reading.identity, shopDomains: input.shopDomains };
  return {
    language,
    without: whyNone(input, planned),
    gloss: () => glossOf(said, { facts, form }),
    factsIn: (other) => buildFacts({ ...facts, language: other }).facts,
    form,
    steps: said,
    content: {
      ...composed,
      ...neededFacts(sheet.facts, {
        intent: reading.intent,
        proof: reading.identity,
        cited: [...composed.sentences, ...plan.options].flatMap(({ cites }) => cites),
      }),
      ...judgedBy,
      ...unaskedOf(input),
      purpose: input.purpose ?? "answer",
      form,
      checks: [
        ...forTheReviewer(input, { planned, hints, language, own }),
        ...checkText({ ...judgedBy, unasked: input.nobodyWrote, facts: sheet.facts, ...composed }),
      ],
      ...(input.hint ? { hint: input.hint } : {}),
      ...(input.answers && input.answers.length > 1 ? { answers: input.answers } : {}),
    },
  };
}

/** Of what nobody asked for: what makes it what it is. */
const unaskedOf = ({ outreach, message }: DraftInput): Pick<DraftContent, "outreach" | "message"> => ({
  ...(outreach ? { outreach } : {}),
  ...(message ? { message } : {}),
});

/** What has to be told is told, whatever they wrote; without it there is nothing to write where nobody asked. */
function whyNone(input: DraftInput, { plan, missing, tells }: Planned): NoDraft | null {
  if (input.purpose && input.purpose !== "answer") return tells ? null : { reason: "too_thin", missing: [] };
  if (plan.raises) return null;
  return whyNoDraft(input, missing);
}

/** What nobody asked for carries nothing but its matter: what the shop always says may be an advertisement. */
function wordingFor(
  rules: VoiceRules,
  given: Parameters<typeof wordingOf>[1],
  nobodyWrote: boolean | undefined,
): Wording {
  const wording = wordingOf(rules, given);
  return nobodyWrote ? { ...wording, alwaysSay: [] } : wording;
}

/** A feeling that the record lets expect sets the tone and is kept nowhere: nobody expressed it. */
function keptPlan({ plan }: Planned, nobodyWrote: boolean | undefined): Plan {
  return nobodyWrote ? { ...plan, emotion: "neutral", neutral: true } : plan;
}
