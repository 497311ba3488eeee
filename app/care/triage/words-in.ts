import { fold } from "#app/care/understand/fold.ts";

/**
 * Writings without spaces between words, and Korean, whose particles are written onto the word: there each sign stands for itself, so
 * that a word is found inside a sentence.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]\p{M}*|\p{Extended_Pictographic}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text, one after the other: in small letters, however an accent or a wide letter was typed. */
export const wordsOf = (text: string): string[] => fold(text.normalize("NFKC")).match(WORD) ?? [];

/** A text in which phrases are looked for again and again: its words, and which there are. */
export type Words = { all: readonly string[]; known: ReadonlySet<string> };

export function wordsIn(text: string): Words {
  const all = wordsOf(text);
  return { all, known: new Set(all) };
}

/**
 * Whether the words of a phrase stand in a text, whole and one after the other. In time linear in both, whatever they are (Knuth, Morris
 * and Pratt, Fast pattern matching in strings, SIAM J. Comput. 6, 1977); a phrase with a word that the text lacks is told at once.
 */
export function says({ all, known }: Words, phrase: readonly string[]): boolean {
  if (phrase.length === 0 || !phrase.every((word) => known.has(word))) return false;
  if (phrase.length === 1) return true;
  const fallback = fallbacks(phrase);
  let matched = 0;
  for (const word of all) {
    while (matched > 0 && phrase[matched] !== word) matched = fallback[matched - 1] ?? 0;
    if (phrase[matched] === word) matched += 1;
    if (matched === phrase.length) return true;
  }
  return false;
}

/** For each beginning of a phrase, how much of it is an ending of that beginning, too. */
function fallbacks(phrase: readonly string[]): number[] {
  const found = [0];
  let matched = 0;
  for (const word of phrase.slice(1)) {
    while (matched > 0 && phrase[matched] !== word) matched = found[matched - 1] ?? 0;
    if (phrase[matched] === word) matched += 1;
    found.push(matched);
  }
  return found;
}
