import { goOnAfterGreeting, joinValues } from "#app/care/draft/catalogue/grammar.ts";
import { sentenceStages, type Sentence } from "#app/care/draft/draft.ts";
import { layOut } from "#app/care/draft/lay-out.ts";
import { PLACEHOLDER, type AnswerSentence, type DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";
import { sentenceFault, type SentenceFault } from "#app/care/draft/model/sentence-fault.ts";

/** What of an answer no guard would let pass, or what it left out. */
export type AnswerFault = SentenceFault | "empty" | "too_much" | "infeasible_option" | "left_out";

/** `leftOut`: sentences of the answer that the draft does without. */
export type Written =
  | ({ outcome: "written"; text: string; offered: string[]; leftOut: LeftOut[] } & Made)
  | { outcome: "invalid"; fault: AnswerFault };
export type LeftOut = { sentence: Sentence; fault: SentenceFault };
/** A draft's sentences, and of each what of the answer it was made of; null where the words are the shop's own. */
export type Made = { sentences: Sentence[]; madeOf: (AnswerSentence | null)[] };

const MOST_SENTENCES = 12;
const MOST_COURTESIES = 2;
const MOST_LEFT_OUT = 2;
const LONGEST_COURTESY = 160;

/** What says nothing of the other sentences: the one is left out, and what it had to tell is told as the composer does. */
const LEFT_OUT: ReadonlySet<SentenceFault> = new Set(["off_plan", "own_day", "tone", "never_said"]);

/** Makes a draft's sentences of a model's answer, pure: values come from facts, and what the rules do not allow makes none of it. */
export function writeDraft(brief: Brief, answer: DraftAnswer): Written {
  const { sentences, options } = answer;
  if (sentences.length === 0) return invalid("empty");
  if (sentences.length > MOST_SENTENCES + brief.fixed.length) return invalid("too_much");
  if (options.some((id) => !brief.options.some((one) => one.id === id))) return invalid("infeasible_option");
  const made = sentences.map((one) => writeSentence(brief, answer, one));
  const fault = made.find((one) => typeof one === "string");
  if (fault) return invalid(fault);
  const [kept, lost] = parted(made.filter((one) => typeof one !== "string"));
  // With nothing of its own left, or with much left out, it is no draft of the model's.
  if (lost[0] && (lost.length > MOST_LEFT_OUT || !kept.some(({ rests }) => rests.length > 0)))
    return invalid(lost[0].fault);
  const courtesies = sentences.filter(({ kind }) => kind === "courtesy");
  if (courtesies.length > MOST_COURTESIES || courtesies.some(({ text }) => text.length > LONGEST_COURTESY))
    return invalid("too_much");
  const written = [...kept, ...untold(brief, { kept, lost })];
  const used = written.flatMap((one) => one.used);
  const fixedUsed = used.filter((id) => id.startsWith("s"));
  if (new Set(fixedUsed).size !== fixedUsed.length) return invalid("too_much");
  const wanted = [...brief.mustTell, ...brief.fixed.flatMap(({ id, required }) => (required ? [id] : []))];
  if (wanted.some((id) => !used.includes(id))) return invalid("left_out");
  return { outcome: "written", ...assembled(brief, written), offered: [...options], leftOut: lost };
}

function parted(made: WrittenSentence[]): [kept: WrittenSentence[], lost: (WrittenSentence & LeftOut)[]] {
  const kept = made.filter(({ fault }) => fault === null);
  return [kept, made.flatMap((one) => (one.fault === null ? [] : [{ ...one, fault: one.fault }]))];
}

/** What the plan says, was in a sentence that is left out, and no other sentence tells: in the composer's words. */
function untold(
  { say, mustTell }: Brief,
  { kept, lost }: { kept: readonly WrittenSentence[]; lost: readonly WrittenSentence[] },
): WrittenSentence[] {
  const shown = new Set(kept.flatMap(({ used }) => used));
  const rests = new Set(kept.flatMap((one) => one.rests));
  const gone = new Set(lost.flatMap((one) => one.rests));
  const isTold = (id: string) => (mustTell.includes(id) ? shown.has(id) : rests.has(id));
  return say
    .filter(({ facts, optional }) => !optional && facts.some((id) => gone.has(id) && !isTold(id)))
    .map(({ sentence, facts }) => placed(sentence, facts, facts));
}

const invalid = (fault: AnswerFault): Written => ({ outcome: "invalid", fault });

function assembled({ frame, language }: Brief, middle: WrittenSentence[]): Made & { text: string } {
  const ordered = sentenceStages.flatMap((stage) =>
    middle.filter(({ sentence }) => sentence.stage === stage),
  );
  const all = [
    ...frame.before.map((sentence) => placed(sentence, [])),
    ...ordered,
    ...frame.after.map((sentence) => placed(sentence, [])),
  ];
  const sentences = all.map(({ sentence }, at) =>
    at === 1 ? { ...sentence, text: goOnAfterGreeting(sentence.text, language) } : sentence,
  );
  return { text: layOut(sentences, language), sentences, madeOf: all.map(({ madeOf }) => madeOf) };
}

/**
 * `used`: the short ids that stand in it; `rests`: those of the facts that it was written from; `fault`: why it is left out; `madeOf`:
 * null where the words are the shop's own.
 */
type WrittenSentence = {
  sentence: Sentence;
  used: string[];
  rests: string[];
  fault: SentenceFault | null;
  madeOf: AnswerSentence | null;
};

/** In the shop's own words. */
const placed = (sentence: Sentence, used: string[], rests: string[] = []): WrittenSentence => ({
  ...{ sentence, used, rests, fault: null, madeOf: null },
});

/** One sentence with its values and all it rests on. */
export function writeSentence(
  brief: Brief,
  answer: Pick<DraftAnswer, "options">,
  one: AnswerSentence,
): WrittenSentence | SentenceFault {
  const used = Array.from(one.text.matchAll(PLACEHOLDER), ([, id = ""]) => id);
  const fixed = brief.fixed.find(({ id }) => one.text.trim() === `{${id}}`);
  if (fixed) return placed(fixed.sentence, [fixed.id]);
  if (one.kind === "fixed" || used.some((id) => id.startsWith("s"))) return "unknown_placeholder";
  const cited = one.cites.map((id) => brief.facts.find((fact) => fact.id === id));
  if (cited.includes(undefined)) return "unknown_fact";
  const named = used.map((id) => brief.facts.find((fact) => fact.id === id));
  if (named.some((fact) => fact === undefined || fact.shown !== null)) return "unknown_placeholder";
  const facts = [...new Set([...cited, ...named])].flatMap((fact) => fact ?? []);
  const values = new Map(facts.map(({ id, fact }) => [id, fact.value]));
  const filled = one.text.trim().replaceAll(PLACEHOLDER, (_, id: string) => values.get(id) ?? "");
  const fault = sentenceFault(brief, one, { facts, answer, filled });
  if (fault && !LEFT_OUT.has(fault)) return fault;
  return {
    sentence: {
      text: joinValues(filled, brief.language),
      kind: one.kind,
      cites: facts.map(({ fact }) => fact.id),
      stage: one.stage,
    },
    used,
    rests: facts.map(({ id }) => id),
    fault,
    madeOf: one,
  };
}
