import type { Told } from "#app/care/draft/already-told.ts";
import type { AddressForm } from "#app/care/draft/address-form.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import type { Approach, Sentence } from "#app/care/draft/draft.ts";
import type { FactSheet } from "#app/care/draft/build-facts.ts";
import type { Missing } from "#app/care/draft/no-draft.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import type { Hints } from "#app/care/draft/read-hint.ts";
import type { Intent, Reading } from "#app/care/understand/reading.ts";

/** One thing to say: which message, and the facts that fill it. What fills a message is also what it cites. */
export type Step = {
  say: MessageKey;
  stage: Sentence["stage"];
  kind: Sentence["kind"];
  /** Placeholder → fact id, or ids for a list; null when there is no such fact. */
  with: Record<string, string | string[] | null>;
  /** Facts it rests on without naming them. */
  rests: string[];
  /** Left out when a short reply is asked for. */
  optional: boolean;
};

/** Messages that are nothing but what somebody wrote. */
export const OWN_WORDS: ReadonlySet<MessageKey> = new Set(["team.words", "knowledge.quote"]);

/** What one intent has to say between greeting and close. */
export type Part = {
  steps: Step[];
  approach: Approach;
  /** The options that it offers. */
  offers: OptionId[];
  /** What it leaves to the shopper to choose, without a promise. */
  choices?: OptionId[] | undefined;
  question?: MessageKey;
  /** The order a code is asked for, where the writer is its owner by address. */
  codeFor?: string;
  handOver?: string;
  /** What the records would have to hold for a real answer. */
  missing?: Missing[];
};

/** What a plan is made from. `tone` is what the reading is sure of; without certainty it is neutral. */
export type PlanContext = {
  reading: Pick<
    Reading,
    "intent" | "intentConfidence" | "unsure" | "claims" | "orderRefs" | "riskFlags" | "cause" | "identity"
  > &
    Partial<Pick<Reading, "orderNamed" | "proofCode" | "intents" | "language">> & {
      emotion: Pick<Reading["emotion"], "label">;
    };
  /** The matter: what is asked, or what a complaint is about. */
  matter: Intent;
  sheet: FactSheet;
  /** What their text tells, so that it is not asked for. */
  told: Told;
  tone: "neutral" | "upset" | "grieving";
  form: AddressForm;
  hints: Hints;
  now: Date;
  /** Whether a code may be asked for: not more often than codes are sent, whether or not there is the order. */
  mayAskCode?: boolean | undefined;
};

type Given = { with?: Step["with"]; rests?: (string | null)[]; optional?: boolean };
type Make = (say: MessageKey, given?: Given) => Step;

const maker =
  (stage: Step["stage"], kind: Step["kind"]): Make =>
  (say, given = {}) => ({
    say,
    stage,
    kind,
    with: given.with ?? {},
    rests: (given.rests ?? []).filter((id) => id !== null),
    optional: given.optional ?? false,
  });

export const courtesy = maker("answer", "courtesy");
export const naming = maker("name", "empathy");
export const telling = maker("answer", "fact");
export const policy = maker("next", "policy");
export const offering = maker("next", "fact");
export const promising = maker("next", "promise");
export const asking = maker("next", "question");
