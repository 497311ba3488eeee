/**
 * Lower case, Latin accents removed (ß → ss, ł → l, ø → o), Cyrillic й, ї, ё without their marks, Devanagari without nukta and with
 * one nasal sign, curly quotes straightened, drawn-out letters once (`soooo` → `so`): the form that cue patterns are written for,
 * since shoppers often type without accents and with feeling.
 */
export function fold(text: string): string {
  // Most of a text is plain: what takes a look at each letter is done where a quick look found something to do.
  let folded = ASCII.test(text)
    ? text.toLowerCase()
    : quotesStraight(unmarked(text.normalize("NFKC").toLowerCase()));
  if (folded.includes("`")) folded = folded.replaceAll("`", "'");
  if (SPACES.test(folded)) folded = folded.replace(/[ \t\u00a0]+/g, " ");
  return isDrawn(folded)
    ? folded.replace(DRAWN_DOUBLES, (run) => run.slice(0, 2)).replace(DRAWN, "$1")
    : folded;
}

const quotesStraight = (text: string): string => text.replace(/[’‘´]/g, "'").replace(/[“”„«»]/g, '"');

/** What `fold` does to letters alone; patterns written in natural spelling pass through it too. */
export function unmarked(text: string): string {
  if (ASCII.test(text)) return text;
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u093c\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\u0901/g, "\u0902")
    .normalize("NFC");
  return SPECIAL.test(plain) ? plain.replace(SPECIALS, (letter) => plainOf[letter] ?? letter) : plain;
}

const plainOf: Record<string, string> = {
  ß: "ss",
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
};
const SPACES = /[\t\u00a0]| {2}/;
const ASCII = /^[\0-\x7f]*$/;
const SPECIAL = /[ßłøđıæœ]/;
const SPECIALS = new RegExp(SPECIAL, "g");
/** `goood` → `good`, `stilll` → `still`, but `awfulll` → `awful`: where two letters are the likelier spelling. */
const DRAWN_DOUBLES = /(?<!u)l{3,}|p{3,}|o{3,}(?=[dkl])/g;
const DRAWN = /([a-z\u0400-\u052f])\1{2,}/g;

function isDrawn(text: string): boolean {
  for (let at = 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= A && code === text.charCodeAt(at - 1) && code === text.charCodeAt(at - 2)) return true;
  }
  return false;
}

const A = 0x61;

export type Sentence = { text: string; folded: string };

/** The folded sentences a line each; a pattern without `^` and `$` that is not in it is in none of them. */
export const wholeOf = (parts: readonly Sentence[]): string => parts.map(({ folded }) => folded).join("\n");

/** A sentence without an end is read in pieces: patterns look no further than that anyway. */
const LONGEST = 400;
const PIECE = new RegExp(`[^]{1,${LONGEST}}(?:\\s|$)|[^]{1,${LONGEST}}`, "g");

/** Splits at sentence ends and line breaks; an ordinal or number before a full stop (`Nr. 5`, `3.`) does not end one. */
export function sentences(text: string): Sentence[] {
  return text
    .split(
      /(?<=[!?。！？।]+)\s*(?=\S)|(?<=[^\s\d.](?<!\b(?:Nr|No|nr|no|Mr|Mrs|Ms|Dr|St|ca|z\.B|N))\.+)\s+|\n+/u,
    )
    .flatMap((part) => (part.length <= LONGEST ? part : (part.match(PIECE) ?? [])))
    .map((part) => part.trim())
    .filter((part) => part.length > 0)
    .map((part) => ({ text: part, folded: fold(part) }));
}
