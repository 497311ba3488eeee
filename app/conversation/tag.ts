/** Longer than this a tag is a note. */
export const LONGEST_TAG = 40;
/** What a row of a list can show, several times over. */
export const MOST_TAGS = 20;

/** A tag as it is kept: one spelling of a word is one tag, however it was typed. Null where nothing is left, or too much. */
export function tagOf(typed: string): string | null {
  const tag = typed
    .normalize("NFKC")
    .replaceAll(/[\s,\p{C}]+/gu, " ")
    .trim()
    .toLowerCase();
  return tag === "" || tag.length > LONGEST_TAG ? null : tag;
}

/** Tags as they are kept, each once. */
export const tagsOf = (typed: readonly string[]): string[] => [
  ...new Set(typed.flatMap((one) => tagOf(one) ?? [])),
];
