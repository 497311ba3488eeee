import type { FoundPassage } from "#app/voice/rank-passages.ts";

/** A draft can say little more. */
const MOST = 4;

/**
 * What was found for a question, with what the team said is to be used for it before all else, pure: its first passage is taken for the
 * answer, whatever else speaks of what was asked. Whether it can be said is for who drafts to see.
 */
export function withSuggested(
  found: readonly FoundPassage[],
  suggested: readonly Omit<FoundPassage, "clear">[],
): FoundPassage[] {
  if (suggested.length === 0) return [...found];
  const ids = new Set(suggested.map(({ id }) => id));
  return [
    ...suggested.map((passage, at) => ({ ...passage, clear: at === 0 })),
    ...found.filter(({ id }) => !ids.has(id)).map((passage) => ({ ...passage, clear: false })),
  ].slice(0, MOST);
}
