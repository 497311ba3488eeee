import type { Fact } from "#app/care/draft/draft.ts";
import { quotePattern } from "#app/care/draft/guard/quote-pattern.ts";
import { JOINING } from "#app/care/draft/guard/word-edge.ts";

/** Kinds whose value stands in a text as it is written in the fact; dates and counts are compared by what they mean. */
const AS_WRITTEN: ReadonlySet<Fact["kind"]> = new Set([
  "order_name",
  "tracking",
  "title",
  "text",
  "name",
  "money",
]);

/**
 * Takes the values of facts out of a text, so that a title is not read as a promise nor a parcel's number as a count. A
 * value inside a longer word or number is not the value.
 */
export function blankVerbatim(text: string, facts: Fact[]): string {
  return facts
    .filter(({ kind }) => AS_WRITTEN.has(kind))
    .toSorted((a, b) => b.value.length - a.value.length)
    .reduce((rest, fact) => rest.replaceAll(patternOf(fact), (found) => " ".repeat(found.length)), text);
}

function patternOf({ kind, value }: Fact): RegExp {
  // A parcel's number may be written in groups; spaces inside an amount may be of any width.
  const written =
    kind === "tracking"
      ? Array.from(value.replaceAll(/[\s-]/gu, ""))
          .map((char) => quotePattern(char))
          .join(String.raw`[\s-]*`)
      : quotePattern(value).replaceAll(/\s+/gu, String.raw`\s+`);
  return new RegExp(String.raw`(?<!${JOINING}|\p{N}[.,])${written}(?!${JOINING}|[.,]\p{N})`, "giu");
}
