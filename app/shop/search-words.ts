/** A word as it is searched for. */
export type SearchWord = {
  /** As written and, where it has accents, without them. */
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

const UNSPACED = /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]$/u;
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
  const found =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => {
    const letters = Array.from(word);
    const unspaced = letters.map((letter) => UNSPACED.test(letter));
    return {
      forms: [...new Set([word, withoutAccents(word)])],
      pairs: letters.slice(1).flatMap((letter, at) => {
        const before = letters[at] ?? "";
        return unspaced[at] && unspaced[at + 1] ? [before + letter] : [];
      }),
      isUnspaced: unspaced.every(Boolean),
    };
  });
}

/** The marks of the Latin, Greek and Cyrillic scripts. A mark on a kana makes another letter of it, and stays. */
const withoutAccents = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replace(/[ßæœøłđı]/gu, (letter) => WRITTEN_AS[letter] ?? letter);
