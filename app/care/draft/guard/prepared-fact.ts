import type { Fact } from "#app/care/draft/draft.ts";
import { WORD_END, WORD_START } from "#app/care/draft/guard/letters.ts";
import { quotePattern } from "#app/care/draft/guard/quote-pattern.ts";

/** A fact with what finds its value as written, made once per sheet; null where it is compared by what it means. */
export type PreparedFact = { fact: Fact; written: Written | null };

type Written = {
  /** The value without what may be written in several ways: a text that does not hold it so needs no closer look. */
  key: string;
  keyOf: (text: Squeezed) => string;
  pattern: () => RegExp;
};

/** Kinds whose value stands in a text as it is written in the fact; dates and counts are compared by what they mean. */
const AS_WRITTEN: ReadonlySet<Fact["kind"]> = new Set([
  "order_name",
  "tracking",
  "title",
  "text",
  "name",
  "money",
]);

/** Longest first: a title is found before a name that stands in it. */
export function prepareFacts(facts: Fact[]): PreparedFact[] {
  return facts
    .toSorted((a, b) => b.value.length - a.value.length)
    .map((fact) => ({ fact, written: AS_WRITTEN.has(fact.kind) ? writtenOf(fact) : null }));
}

/**
 * Takes the values of facts out of a text, so that a title is not read as a promise nor a parcel's number as a count. A
 * value inside a longer word or number is not the value.
 */
export function blankVerbatim(text: string, facts: readonly PreparedFact[]): string {
  const squeezed = squeeze(text);
  return facts.reduce(
    (rest, fact) =>
      mayHold(squeezed, fact)
        ? rest.replaceAll(fact.written.pattern(), (found) => " ".repeat(found.length))
        : rest,
    text,
  );
}

/** The facts whose value stands in a text as it is written. */
export function writtenIn(text: string, facts: readonly PreparedFact[]): PreparedFact[] {
  const squeezed = squeeze(text);
  return facts.filter((fact) => mayHold(squeezed, fact) && text.search(fact.written.pattern()) !== -1);
}

/** A text in lower case with one kind of space, and with none. */
type Squeezed = { spaced: string; joined: string };

function squeeze(text: string): Squeezed {
  const lower = text.toLowerCase();
  return { spaced: lower.replaceAll(/\s+/gu, " "), joined: lower.replaceAll(/[\s-]/gu, "") };
}

function mayHold(text: Squeezed, fact: PreparedFact): fact is PreparedFact & { written: Written } {
  return fact.written !== null && fact.written.keyOf(text).includes(fact.written.key);
}

function writtenOf({ kind, value }: Fact): Written {
  let made: RegExp | undefined;
  const pattern = () => (made ??= patternOf(kind, value));
  const key = squeeze(value);
  // A parcel's number may be written in groups; spaces inside an amount may be of any width.
  return kind === "tracking"
    ? { key: key.joined, keyOf: ({ joined }) => joined, pattern }
    : { key: key.spaced, keyOf: ({ spaced }) => spaced, pattern };
}

function patternOf(kind: Fact["kind"], value: string): RegExp {
  const written =
    kind === "tracking"
      ? Array.from(value.replaceAll(/[\s-]/gu, ""))
          .map((char) => quotePattern(char))
          .join(String.raw`[\s-]*`)
      : quotePattern(value).replaceAll(/\s+/gu, String.raw`\s+`);
  return new RegExp(String.raw`${WORD_START}(?<!\p{N}[.,])${written}${WORD_END}(?![.,]\p{N})`, "giu");
}

/** The order a fact is of: null for what belongs to no order. */
export function orderOf({ order, source }: Fact): string | null {
  return order ?? (source.entity === "order" ? source.id : null);
}
