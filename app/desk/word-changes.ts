import { diffWords } from "diff";

/** A stretch of a text and whether an earlier text had it, too. */
export type WordChange = { text: string; change: "same" | "added" | "removed" };

/** Beyond so many changed words it is another text, and looking further takes longer than it tells. */
const MOST_EDITS = 1_500;

/** What became of one text in another, word by word as the language counts words (Japanese has no spaces). */
export function wordChanges(before: string, after: string, language: string): WordChange[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: "word" });
  const changes = diffWords(before, after, { intlSegmenter, maxEditLength: MOST_EDITS });
  if (!changes)
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
