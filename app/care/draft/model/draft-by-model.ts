import type { Drafted, DraftInput } from "#app/care/draft/compose-draft.ts";
import { knownFacts, type Check, type DraftContent, type Sentence } from "#app/care/draft/draft.ts";
import { checkText } from "#app/care/draft/guard.ts";
import type { LanguageOf } from "#app/care/draft/guard/find-wrong-language.ts";
import type { DraftAnswer } from "#app/care/draft/model/answer.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";
import { sentencesSoFar } from "#app/care/draft/model/sentences-so-far.ts";
import { writeDraft, writeSentence, type AnswerFault } from "#app/care/draft/model/write-draft.ts";

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
  const { text, sentences, offered } = written;
  const { guarded, against } = judged(input, drafted, { text, sentences, languageOf: given.languageOf });
  if (against.length > 0) return { outcome: "blocked", checks: against };
  const composed = new Set(content.sentences.flatMap(({ cites }) => cites));
  return {
    outcome: "written",
    content: {
      ...content,
      text,
      sentences,
      plan: { ...content.plan, offered: [...(content.plan.offered ?? []), ...offered] },
      checks: [...forTheReviewer(content.checks), ...guarded],
      restsOn: [...composed],
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
    sentences.push(written.sentence);
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
