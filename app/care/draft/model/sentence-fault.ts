import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import { PLACEHOLDER, type AnswerSentence, type DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief, OfferedFact } from "#app/care/draft/model/brief.ts";
import { wordFault, type WordFault } from "#app/care/draft/model/own-words.ts";
import { wordsBeyondPlan } from "#app/care/draft/model/plan-words.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import { asCompared } from "#app/care/draft/wording.ts";

/** What is wrong with one sentence of an answer. */
export type SentenceFault =
  | WordFault
  | "off_plan"
  | "unknown_placeholder"
  | "unknown_fact"
  | "uncited"
  | "wrong_stage"
  | "wrong_kind"
  | "never_said";

/** `facts`: all that the sentence names or cites; `filled`: its text with their values. */
type About = { facts: readonly OfferedFact[]; answer: Pick<DraftAnswer, "options">; filled: string };

const UPSET = new Set(["anger", "frustration", "disappointment", "worry", "sadness", "grief"]);

/** What is wrong with a sentence whose placeholders and citations are known ones, the gravest first; null where nothing is. */
export function sentenceFault(brief: Brief, one: AnswerSentence, about: About): SentenceFault | null {
  const { facts, answer, filled } = about;
  return (
    kindFault(one, about) ??
    wordsFault(brief, one, facts) ??
    (brief.wording.neverSay.includes(asCompared(filled)) ? "never_said" : null) ??
    planFault(brief, one, { facts, answer })
  );
}

/** Whether a sentence is of a kind, at a place and with the evidence that the rules ask for. */
function kindFault(
  { kind, stage }: AnswerSentence,
  { facts, answer }: Pick<About, "facts" | "answer">,
): SentenceFault | null {
  if (kind !== "courtesy" && facts.length === 0) return "uncited";
  if (kind === "empathy" && stage !== "name") return "wrong_stage";
  if (kind === "action") return stage === "next" && answer.options.length > 0 ? null : "wrong_stage";
  if (kind === "policy")
    return facts.some(({ shown, fact }) => shown !== null && fact.kind === "text") ? null : "wrong_kind";
  return stage === "next" ? "wrong_stage" : null;
}

function wordsFault(brief: Brief, one: AnswerSentence, facts: readonly OfferedFact[]): WordFault | null {
  return wordFault({
    own: one.text.replaceAll(PLACEHOLDER, "x"),
    language: brief.language,
    quiet: brief.wording.noExclamation || (brief.feeling !== null && UPSET.has(brief.feeling)),
    published: [...passagesIn(one, facts), brief.shop.name, brief.shop.team].join("\n"),
    shopperText: brief.text,
  });
}

/** The composer's messages that say what a choice of the shopper's is about. */
const OF_OPTION: Partial<Record<OptionId, MessageKey[]>> = {
  pickup: ["state.ready_for_pickup"],
  redirect: ["address.carrier_page"],
  new_attempt: ["next.failed_attempt"],
  wait: ["state.eta", "state.out_for_delivery"],
};

/** What of the composer's messages a sentence may speak of: those that rest on a fact which it names or cites, or on none. */
export function saysOf({ say, facts }: Brief, { text, cites }: AnswerSentence): MessageKey[] {
  const named = facts.filter(({ id }) => cites.includes(id) || text.includes(`{${id}}`));
  const ids = new Set(named.map(({ id }) => id));
  return say
    .filter((one) => one.facts.length === 0 || one.facts.some((id) => ids.has(id)))
    .map((one) => one.say);
}

/** Whether it speaks of what neither the plan says of the facts that it rests on, nor every reply. */
function planFault(
  brief: Brief,
  one: AnswerSentence,
  { facts, answer }: Pick<About, "facts" | "answer">,
): "off_plan" | null {
  const { language, shop, hint, text } = brief;
  const chosen = one.kind === "action" ? answer.options.flatMap((id) => OF_OPTION[id] ?? []) : [];
  const beyond = wordsBeyondPlan(one.text.replaceAll(PLACEHOLDER, " "), {
    language,
    says: [...saysOf(brief, one), ...chosen],
    published: [...passagesIn(one, facts), shop.name, shop.team, hint ?? ""].join("\n"),
    shopperText: text,
  });
  return beyond.length > 0 ? "off_plan" : null;
}

/** The shop's own words that a sentence about its policies may say again. */
const passagesIn = ({ kind }: AnswerSentence, facts: readonly OfferedFact[]): string[] =>
  kind === "policy"
    ? facts.flatMap(({ shown, fact }) => (shown !== null && fact.kind === "text" ? [shown] : []))
    : [];
