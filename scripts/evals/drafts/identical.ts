export type Worded = { id: string; language: string; text: string; sentences: readonly string[] };

/**
 * For each draft: the share of its sentences that stand word for word in the draft of another case in the same language. What
 * the text holds beside its sentences counts line by line, so that nothing leaves the measure by leaving the list.
 */
export function identicalShares(drafts: readonly Worded[]): Map<string, { same: number; all: number }> {
  const split = drafts.map((draft) => ({ ...draft, all: allSentences(draft) }));
  const users = new Map<string, Set<string>>();
  for (const { id, language, all } of split)
    for (const sentence of all) {
      const key = `${language}|${sentence}`;
      users.set(key, (users.get(key) ?? new Set()).add(id));
    }
  return new Map(
    split.map(({ id, language, all }) => {
      const same = all.filter((sentence) => (users.get(`${language}|${sentence}`)?.size ?? 0) > 1);
      return [id, { same: same.length, all: all.length }];
    }),
  );
}

export function allSentences({ text, sentences }: Pick<Worded, "text" | "sentences">): string[] {
  let rest = text;
  for (const sentence of sentences.toSorted((one, other) => other.length - one.length))
    rest = rest.replace(sentence, () => "\n");
  const beside = rest.split("\n").filter((line) => /[\p{L}\p{N}]/u.test(line));
  return [...sentences, ...beside].map((sentence) => sentence.replaceAll(/\s+/gu, " ").trim());
}
