import { goOnAfterGreeting, joinValues } from "#app/care/draft/catalogue/grammar.ts";
import { sentenceStages, type Sentence } from "#app/care/draft/draft.ts";
import { layOut } from "#app/care/draft/lay-out.ts";
import type { AnswerSentence, DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief, OfferedFact } from "#app/care/draft/model/brief.ts";
import { wordFault, type WordFault } from "#app/care/draft/model/own-words.ts";
import { asCompared } from "#app/care/draft/wording.ts";

/** What of an answer no guard would let pass, or what it left out. */
export type AnswerFault =
  | WordFault
  | "empty"
  | "too_much"
  | "unknown_placeholder"
  | "unknown_fact"
  | "uncited"
  | "wrong_stage"
  | "wrong_kind"
  | "infeasible_option"
  | "never_said"
  | "left_out";

export type Written =
  | { outcome: "written"; text: string; sentences: Sentence[]; offered: string[] }
  | { outcome: "invalid"; fault: AnswerFault };

const MOST_SENTENCES = 12;
const MOST_COURTESIES = 2;
const LONGEST_COURTESY = 160;
const PLACEHOLDER = /\{([fs]\d{1,2})\}/gu;
const UPSET = new Set(["anger", "frustration", "disappointment", "worry", "sadness", "grief"]);

/** Makes a draft's sentences of a model's answer, pure: values come from facts, and what the rules do not allow makes none of it. */
export function writeDraft(brief: Brief, answer: DraftAnswer): Written {
  const { sentences, options } = answer;
  if (sentences.length === 0) return invalid("empty");
  if (sentences.length > MOST_SENTENCES + brief.fixed.length) return invalid("too_much");
  if (options.some((id) => !brief.options.some((one) => one.id === id))) return invalid("infeasible_option");
  const written: { sentence: Sentence; used: string[] }[] = [];
  for (const one of sentences) {
    const made = writeSentence(brief, answer, one);
    if (typeof made === "string") return invalid(made);
    written.push(made);
  }
  const courtesies = sentences.filter(({ kind }) => kind === "courtesy");
  if (courtesies.length > MOST_COURTESIES || courtesies.some(({ text }) => text.length > LONGEST_COURTESY))
    return invalid("too_much");
  const used = written.flatMap((one) => one.used);
  const fixedUsed = used.filter((id) => id.startsWith("s"));
  if (new Set(fixedUsed).size !== fixedUsed.length) return invalid("too_much");
  const wanted = [...brief.mustTell, ...brief.fixed.flatMap(({ id, required }) => (required ? [id] : []))];
  if (wanted.some((id) => !used.includes(id))) return invalid("left_out");
  return assembled(
    brief,
    written.map(({ sentence }) => sentence),
    options,
  );
}

const invalid = (fault: AnswerFault): Written => ({ outcome: "invalid", fault });

function assembled({ frame, language }: Brief, middle: Sentence[], offered: DraftAnswer["options"]): Written {
  const ordered = sentenceStages.flatMap((stage) => middle.filter((one) => one.stage === stage));
  const sentences = [...frame.before, ...ordered, ...frame.after].map((one, at) =>
    at === 1 ? { ...one, text: goOnAfterGreeting(one.text, language) } : one,
  );
  return { outcome: "written", text: layOut(sentences, language), sentences, offered: [...offered] };
}

/** One sentence with its values and all it rests on; `used` are the short ids that stand in it. */
export function writeSentence(
  brief: Brief,
  answer: Pick<DraftAnswer, "options">,
  one: AnswerSentence,
): { sentence: Sentence; used: string[] } | AnswerFault {
  const used = Array.from(one.text.matchAll(PLACEHOLDER), ([, id = ""]) => id);
  const fixed = brief.fixed.find(({ id }) => one.text.trim() === `{${id}}`);
  if (fixed) return { sentence: fixed.sentence, used: [fixed.id] };
  if (one.kind === "fixed" || used.some((id) => id.startsWith("s"))) return "unknown_placeholder";
  const cited = one.cites.map((id) => brief.facts.find((fact) => fact.id === id));
  if (cited.includes(undefined)) return "unknown_fact";
  const named = used.map((id) => brief.facts.find((fact) => fact.id === id));
  if (named.some((fact) => fact === undefined || fact.shown !== null)) return "unknown_placeholder";
  const facts = [...new Set([...cited, ...named])].flatMap((fact) => fact ?? []);
  const fault = kindFault(one, { facts, answer }) ?? wordsFault(brief, one, facts);
  if (fault) return fault;
  const values = new Map(facts.map(({ id, fact }) => [id, fact.value]));
  const filled = one.text.trim().replaceAll(PLACEHOLDER, (_, id: string) => values.get(id) ?? "");
  if (brief.wording.neverSay.includes(asCompared(filled))) return "never_said";
  return {
    sentence: {
      text: joinValues(filled, brief.language),
      kind: one.kind,
      cites: facts.map(({ fact }) => fact.id),
      stage: one.stage,
    },
    used,
  };
}

/** Whether a sentence is of a kind, at a place and with the evidence that the rules ask for. */
function kindFault(
  { kind, stage }: AnswerSentence,
  { facts, answer }: { facts: readonly OfferedFact[]; answer: Pick<DraftAnswer, "options"> },
): AnswerFault | null {
  if (kind !== "courtesy" && facts.length === 0) return "uncited";
  if (kind === "empathy" && stage !== "name") return "wrong_stage";
  if (kind === "action") return stage === "next" && answer.options.length > 0 ? null : "wrong_stage";
  if (kind === "policy")
    return facts.some(({ shown, fact }) => shown !== null && fact.kind === "text") ? null : "wrong_kind";
  return stage === "next" ? "wrong_stage" : null;
}

function wordsFault(
  brief: Brief,
  { text, kind }: AnswerSentence,
  facts: readonly OfferedFact[],
): WordFault | null {
  const passages = facts.flatMap(({ shown, fact }) =>
    shown !== null && fact.kind === "text" ? [shown] : [],
  );
  return wordFault({
    own: text.replaceAll(PLACEHOLDER, "x"),
    language: brief.language,
    quiet: brief.wording.noExclamation || (brief.feeling !== null && UPSET.has(brief.feeling)),
    published: [...(kind === "policy" ? passages : []), brief.shop.name, brief.shop.team].join("\n"),
    shopperText: brief.text,
  });
}
