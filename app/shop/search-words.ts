/** A word as it is searched for. */
export type SearchWord = {
  /** Any of them is it: as written and, where it has accents, without them. */
  forms: string[];
  /** The letters side by side, of scripts that put no spaces between words: what is looked for may begin anywhere. */
  pairs: string[];
  /** Nothing but such letters. */
  isUnspaced: boolean;
};

/**
 * The form that the words of a text are in. Raise it whenever a text has other words than before, with the index of what is in an older
 * one (conversations_words_form_idx): conversations of before are rewritten then. 1: no accents left out, no pairs.
 */
export const WORDS_FORM = 2;

/** A letter of a script that puts no spaces between words; or of Korean, which writes particles, and words, onto each other. */
const UNSPACED = String.raw`(?=[\p{L}\p{M}\p{N}])[${[
  ...["Han", "Hiragana", "Katakana"].map((script) => String.raw`\p{Script_Extensions=${script}}`),
  ...["Hangul", "Thai", "Lao", "Khmer", "Myanmar"].map((script) => String.raw`\p{Script=${script}}`),
].join("")}]`;
/** A word ends where such letters and others meet, too: an order's number, or a brand, in a Japanese sentence. */
const WORD = new RegExp(String.raw`(?<unspaced>(?:${UNSPACED})+)|(?:(?!${UNSPACED})[\p{L}\p{N}])+`, "gu");
/** Letters that are no other letter with a mark to Unicode, and are written as these where they are not at hand. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** The words of a text, in its order. */
export function searchWords(text: string): SearchWord[] {
  const found = text.normalize("NFKC").toLowerCase().matchAll(WORD);
  return Array.from(found).flatMap(({ 0: word, groups }) => {
    const forms = [...new Set([word, withoutAccents(word)])];
    return groups?.["unspaced"] === undefined ? [{ forms, pairs: [], isUnspaced: false }] : unspaced(word);
  });
}

/**
 * Letters in a row. A single one may be looked for, too: each is a form of a word that stands beside it. For whoever looks for the row it
 * asks no more than the pairs do, which are among its forms.
 */
function unspaced(word: string): SearchWord[] {
  const letters = Array.from(word);
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  const row = { forms: [word], pairs, isUnspaced: true };
  return pairs.length === 0 ? [row] : [row, { forms: [...letters, ...pairs], pairs: [], isUnspaced: true }];
}

/** The marks of the Latin, Greek and Cyrillic scripts. A mark on a kana makes another letter of it, and stays. */
const withoutAccents = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replace(/[ßæœøłđı]/gu, (letter) => WRITTEN_AS[letter] ?? letter);
