import type { Drafted, DraftInput } from "#app/care/draft/compose-draft.ts";
import {
  knownFacts,
  type Check,
  type DraftContent,
  type OwnGloss,
  type Sentence,
} from "#app/care/draft/draft.ts";
import { checkText } from "#app/care/draft/guard.ts";
import type { LanguageOf } from "#app/care/draft/guard/find-wrong-language.ts";
import type { DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";
import { glossOfOwn } from "#app/care/draft/model/own-gloss.ts";
import { sentencesSoFar } from "#app/care/draft/model/sentences-so-far.ts";
import { leftOutCheck } from "#app/care/draft/model/why-set-aside.ts";
import { writeDraft, writeSentence, type AnswerFault, type Made } from "#app/care/draft/model/write-draft.ts";

export type ByModel =
  | { outcome: "written"; content: DraftContent }
  | { outcome: "invalid"; fault: AnswerFault }
  | { outcome: "blocked"; checks: Check[] };

/**
 * The draft that a model's answer makes, pure: its sentences with values from the facts, judged by the same guard as every text and by
 * the shopper's own words besides. What the guard blocks, or a day that no fact gives, makes none of it.
 */
export function draftByModel(
  input: DraftInput,
  drafted: Drafted,
  given: { brief: Brief; answer: DraftAnswer; languageOf: LanguageOf },
): ByModel {
  const written = writeDraft(given.brief, given.answer);
  if (written.outcome === "invalid") return written;
  const { content } = drafted;
  const { text, sentences, offered, leftOut } = written;
  const { languageOf } = given;
  const { guarded, against } = judged(input, drafted, { text, sentences, languageOf });
  // What is left out is judged too: who says what is not true of the case is not believed in the rest.
  const besides = leftOut.flatMap(
    ({ sentence }) =>
      judged(input, drafted, { text: sentence.text, sentences: [sentence], languageOf }).against,
  );
  if (against.length + besides.length > 0) return { outcome: "blocked", checks: [...against, ...besides] };
  const ownGloss = glossIn(drafted, { ...given, made: written });
  const composed = new Set(content.sentences.flatMap(({ cites }) => cites));
  return {
    outcome: "written",
    content: {
      ...content,
      text,
      sentences,
      plan: { ...content.plan, offered: [...(content.plan.offered ?? []), ...offered] },
      checks: [
        ...leftOutCheck(leftOut.map(({ fault }) => fault)),
        ...forTheReviewer(content.checks),
        ...guarded,
      ],
      restsOn: [...composed],
      ...(ownGloss ? { ownGloss } : {}),
    },
  };
}

/**
 * What of an answer that is still coming may be shown to who waits for it: its sentences with their values, up to the first that could
 * not stand in a draft. Whether the whole is one is not known yet.
 */
export function draftSoFar(
  input: DraftInput,
  drafted: Drafted,
  given: { brief: Brief; soFar: string; languageOf: LanguageOf },
): string[] {
  const { brief, soFar, languageOf } = given;
  // Which options it spoke of comes at the end: until then it may be any.
  const answer = { options: brief.options.map(({ id }) => id) };
  const sentences: Sentence[] = [];
  for (const one of sentencesSoFar(soFar)) {
    const written = writeSentence(brief, answer, one);
    if (typeof written === "string") break;
    const { text } = written.sentence;
    const { against } = judged(input, drafted, { text, sentences: [written.sentence], languageOf });
    if (against.length > 0) break;
    if (written.fault === null) sentences.push(written.sentence);
  }
  return sentences.map(({ text }) => text);
}

type Judging = { text: string; sentences: Sentence[]; languageOf: LanguageOf };

/** By the same guard as every text, and by the shopper's own words. A day that no fact gives is only a person's to name. */
function judged(
  input: DraftInput,
  { content, language }: Drafted,
  { text, sentences, languageOf }: Judging,
): { guarded: Check[]; against: Check[] } {
  const guarded = checkText({
    text,
    sentences,
    facts: knownFacts(content),
    proof: content.proof,
    plan: content.plan,
    shopDomains: content.shopDomains,
    shopperText: input.text,
    language: { expected: [language], languageOf },
  });
  const against = guarded.filter(({ outcome, rule }) => outcome === "block" || rule === "deadline");
  return { guarded, against };
}

function glossIn(
  { content, factsIn }: Drafted,
  { brief, made, languageOf }: { brief: Brief; made: Made; languageOf: LanguageOf },
): OwnGloss | null {
  const { gloss } = brief;
  if (gloss === null) return null;
  const facts = factsIn(gloss);
  const { plan, proof, shopDomains } = content;
  const isTrue = (sentence: Sentence) => {
    const given = { text: sentence.text, sentences: [sentence], facts, proof, plan, shopDomains };
    const language = { expected: [gloss], languageOf };
    return checkText({ ...given, language }).every(({ outcome }) => outcome !== "block");
  };
  return glossOfOwn(brief, made, { facts, isTrue });
}

/** What the composer tells the reviewer, whose words do not matter; hints it could not read a model can. */
function forTheReviewer(checks: readonly Check[]): Check[] {
  return checks.filter(
    ({ rule, sentence, outcome }) => ABOUT_THE_CASE.has(rule) && outcome === "warn" && sentence === undefined,
  );
}

const ABOUT_THE_CASE: ReadonlySet<string> = new Set([
  "person",
  "to_know",
  "quote",
  "to_do",
  "language",
  "unseen",
  "code",
  "unquoted",
]);
