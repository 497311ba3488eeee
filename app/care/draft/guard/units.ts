import type { Sentence } from "#app/care/draft/draft.ts";
import { findDates } from "#app/care/draft/guard/find-dates.ts";
import { quotePattern } from "#app/care/draft/guard/quote-pattern.ts";

/** A stretch of the text: a sentence of the draft as it was, or words that somebody else wrote. */
export type Unit = { text: string; index?: number; sentence?: Sentence };

/** A sentence of the draft with what finds it in a text, made once. */
export type Sought = { sentence: Sentence; index: number; anyDigits: () => RegExp | null };

/** Longest first, so that a short sentence is not found inside a longer one. */
export function soughtIn(sentences: Sentence[]): Sought[] {
  return sentences
    .map((sentence, index) => ({ sentence, index, anyDigits: withAnyDigits(sentence.text) }))
    .toSorted((a, b) => b.sentence.text.length - a.sentence.text.length);
}

/** With other digits in it, a sentence is still that sentence, and held to its own facts. */
function withAnyDigits(text: string): () => RegExp | null {
  let made: RegExp | null | undefined;
  return () => (made ??= /\d/u.test(text) ? anyDigitsOf(text) : null);
}

const anyDigitsOf = (text: string) =>
  new RegExp(quotePattern(text).replaceAll(/\d+/gu, String.raw`\d+`), "u");

export function unitsOf(text: string, sought: readonly Sought[]): Unit[] {
  let rest = text;
  const units: Unit[] = [];
  for (const { sentence, index, anyDigits } of sought) {
    const exact = rest.indexOf(sentence.text);
    const match = exact === -1 ? anyDigits()?.exec(rest) : null;
    const found = exact === -1 ? match?.[0] : sentence.text;
    const start = exact === -1 ? match?.index : exact;
    if (found === undefined || start === undefined) continue;
    units.push({ text: found, index, sentence });
    rest = rest.slice(0, start) + "\n".repeat(found.length) + rest.slice(start + found.length);
  }
  return [...units, ...sentencesOf(rest).map((piece) => ({ text: piece }))];
}

/** Not after a number: "2. März" is one date. Japanese ends a sentence without a space; a list has an item a line. */
const ENDS = /(?<=[.!?])(?<!\d\.)\s+|(?<=[。！？])(?![」』）)])|\n+/u;
const MARK = /^\s*(?:[-*•·‣–—・]|\d{1,2}[.)])\s+/u;

function sentencesOf(text: string): string[] {
  return text
    .split(ENDS)
    .map((piece) => (findDates(piece)[0]?.start === 0 ? piece : piece.replace(MARK, "")).trim())
    .filter((piece) => piece !== "");
}
