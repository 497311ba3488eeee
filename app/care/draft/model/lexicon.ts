/** Words that may be said; where one is known, so are its endings. */
export type Lexicon = { has: (word: string) => boolean };

const BEGINNING = 4;
const LONGEST_ENDING = 5;

/** Of a list of words, in which a star stands for up to five letters more. */
export function listed(list: string): Lexicon {
  const words = list.split(/\s+/u).filter(Boolean);
  const exact = new Set(words.filter((word) => !word.endsWith("*")));
  const open = new Set(words.flatMap((word) => (word.endsWith("*") ? [word.slice(0, -1)] : [])));
  const has = (word: string) =>
    exact.has(word) ||
    Array.from({ length: LONGEST_ENDING + 1 }, (_, cut) => word.slice(0, word.length - cut)).some((stem) =>
      open.has(stem),
    );
  return { has };
}

/** Of words as they stand in texts: another form of one begins as it does and ends otherwise, by four letters at most. */
export function inTexts(words: readonly string[]): Lexicon {
  const exact = new Set(words);
  const byBeginning = Map.groupBy(new Set(words.map(bare)), (word) => word.slice(0, BEGINNING));
  const has = (word: string) => {
    const stem = bare(word);
    return (
      exact.has(word) || (byBeginning.get(stem.slice(0, BEGINNING)) ?? []).some((one) => isForm(stem, one))
    );
  };
  return { has };
}

/** German and Dutch participles: "geannuleerd", "gescand". */
const bare = (word: string) => word.replace(/^ge(?=\p{L}{5})/u, "");

const MOST_CUT = 3;
const LONGEST_OTHER_ENDING = 4;

function isForm(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  return (
    same >= BEGINNING &&
    same >= shorter - MOST_CUT &&
    Math.max(one.length, other.length) - same <= LONGEST_OTHER_ENDING
  );
}
