import type { Check } from "#app/care/draft/draft.ts";

/** A stretch of a text and what the guard says of it; null: nothing. */
export type Stretch = { text: string; outcome: "block" | "warn" | null };

type Found = { start: number; end: number; outcome: "block" | "warn" };

/**
 * A text cut where the words stand that checks are about, whatever their case. What blocks goes before what is only noted; a
 * longer quote before a shorter one inside it.
 */
export function markQuotes(text: string, checks: readonly Check[]): Stretch[] {
  const taken: Found[] = [];
  for (const found of quotesIn(text, checks))
    if (!taken.some(({ start, end }) => found.start < end && start < found.end)) taken.push(found);
  const stretches: Stretch[] = [];
  let end = 0;
  for (const found of taken.toSorted((a, b) => a.start - b.start)) {
    if (found.start > end) stretches.push({ text: text.slice(end, found.start), outcome: null });
    stretches.push({ text: text.slice(found.start, found.end), outcome: found.outcome });
    end = found.end;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), outcome: null });
  return stretches;
}

function quotesIn(text: string, checks: readonly Check[]): Found[] {
  return checks
    .flatMap(({ quote = "", outcome }) =>
      outcome === "pass" ? [] : placesOf(text, quote).map((place) => ({ ...place, outcome })),
    )
    .toSorted((a, b) =>
      a.outcome === b.outcome ? b.end - b.start - (a.end - a.start) : a.outcome === "block" ? -1 : 1,
    );
}

/** Every place where the words stand, with whatever white space between them: a finding keeps one space where the text has a line's end. */
function placesOf(text: string, quote: string): { start: number; end: number }[] {
  const words = quote.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
