import { createHash } from "node:crypto";

/** Rewrites that need no writer: the same text every time. */

const EVERY = 6;
const SHORTEST = 4;

/** A slip of the fingers in about every sixth word of four letters or more: swapped, left out or doubled. Numbers stay. */
export function withTypos(text: string): string {
  return text.replace(/\p{L}+/gu, (word, at: number) => {
    if (word.length < SHORTEST) return word;
    const [pick = 0, where = 0, how = 0] = createHash("sha256").update(`${at}:${word}`).digest();
    return pick % EVERY === 0 ? slip(word, 1 + (where % (word.length - 2)), how % 3) : word;
  });
}

function slip(word: string, at: number, how: number): string {
  const [before, letter = "", next = "", after] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  if (how === 0) return before + next + letter + after;
  if (how === 1) return before + next + after;
  return before + letter + letter + next + after;
}

const LETTERS: Record<string, string> = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d" };

/** Typed in a hurry: small letters, no accents (ß as ss), no commas. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßłøæœđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[,;¿¡]/g, "");
