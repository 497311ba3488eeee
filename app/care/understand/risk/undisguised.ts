/** Cyrillic and Greek letters that look like Latin ones, folded. */
const LOOK_ALIKES: Record<string, string> = {
  ...{
    а: "a",
    в: "b",
    с: "c",
    е: "e",
    н: "h",
    і: "i",
    ј: "j",
    к: "k",
    м: "m",
    о: "o",
    р: "p",
    ѕ: "s",
    т: "t",
  },
  ...{ у: "y", х: "x", ԁ: "d", ɡ: "g", һ: "h", ӏ: "l", п: "n", г: "r", ѵ: "v", ԝ: "w", и: "u" },
  ...{ α: "a", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x", η: "n" },
};
const LEET: Record<string, string> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Latin letters beside others inside one word. */
const MIXED = /[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]/;
/** Digits and signs between letters, as in no article or order number. */
const DIGITS =
  /(?<![\w@$#/-])(?=(?:[\d@$!]*[a-z]){2})[a-z\d@$!]*(?:[a-z][\d@$!]|[013457][a-z])[a-z\d@$!]*(?![\w@$/-])/g;
/** What `DIGITS` finds has one of these, and few texts have. */
const SIGN_INSIDE = /[a-z][\d@$]|[a-z]![a-z]|[013457][a-z]/;
const WORD = /[a-z\u0370-\u052f]+/g;

/**
 * A folded text with letters for the signs that stand in for them ("1gn0re", Cyrillic о in "ignоre"), for orders to machines that hide
 * from patterns; undefined where nothing is disguised.
 */
export function undisguised(folded: string): string | undefined {
  const plain = MIXED.test(folded)
    ? folded.replace(WORD, (word) => (MIXED.test(word) ? inLetters(word, LOOK_ALIKES) : word))
    : folded;
  const spelled = SIGN_INSIDE.test(plain) ? plain.replace(DIGITS, (word) => inLetters(word, LEET)) : plain;
  return spelled === folded ? undefined : spelled;
}

const inLetters = (word: string, letters: Record<string, string>): string =>
  Array.from(word, (sign) => letters[sign] ?? sign).join("");
