/** A passage with the word stems of the question that stand in it. */
export type MatchedPassage = {
  id: string;
  sourceKind: string;
  sourceId: string;
  /** An article's; null for a policy, which does not say it. */
  language: string | null;
  title: string;
  heading: string;
  body: string;
  mirroredAt: Date;
  matched: string[];
};

/** `clear`: it speaks of what was asked, and no other passage nearly as much. */
export type FoundPassage = Omit<MatchedPassage, "matched"> & { clear: boolean };

const MOST = 3;
const FEWEST_WORDS = 2;
/** Of what the words of the question weigh, so much must stand in a passage. */
const SHARE_TO_SHOW = 0.1;
const SHARE_TO_BE_CLEAR = 0.2;
const AHEAD_OF_OTHERS = 1.25;

/**
 * The passages that speak of a question, pure: a word that few passages have weighs more, a word that none has most. `total` is how many
 * passages the shop has, `asked` how many words the question.
 */
export function rankPassages(
  passages: MatchedPassage[],
  { total, asked }: { total: number; asked: number },
): FoundPassage[] {
  const counts = new Map<string, number>();
  for (const word of passages.flatMap(({ matched }) => matched))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (word: string) => Math.log(1 + total / (counts.get(word) ?? 1));
  const sum = (words: Iterable<string>) => [...words].reduce((weight, word) => weight + weigh(word), 0);
  const unknown = Math.max(asked - counts.size, 0);
  const most = sum(counts.keys()) + unknown * Math.log(1 + total);
  const ranked = passages
    .filter(({ matched }) => matched.length >= FEWEST_WORDS)
    .map(({ matched, ...passage }) => ({ passage, share: sum(matched) / most }))
    .filter(({ share }) => share >= SHARE_TO_SHOW)
    .toSorted((a, b) => b.share - a.share || (a.passage.id < b.passage.id ? -1 : 1));
  const [best, next] = ranked;
  const isAhead =
    best !== undefined &&
    best.share >= SHARE_TO_BE_CLEAR &&
    best.share >= (next?.share ?? 0) * AHEAD_OF_OTHERS;
  return ranked.slice(0, MOST).map(({ passage }, place) => ({ ...passage, clear: place === 0 && isAhead }));
}
