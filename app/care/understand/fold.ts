/**
 * Lower case, Latin accents removed (ß → ss), curly quotes straightened: the form that cue patterns are written for, since
 * shoppers often type without accents.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/ß/g, "ss")
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[ \t\u00a0]+/g, " ");
}

export type Sentence = { text: string; folded: string };

/** A sentence without an end is read in pieces: patterns look no further than that anyway. */
const PIECE = /[^]{1,400}(?:\s|$)|[^]{1,400}/g;

/** Splits at sentence ends and line breaks; an ordinal or number before a full stop (`Nr. 5`, `3.`) does not end one. */
export function sentences(text: string): Sentence[] {
  return text
    .split(
      /(?<=[!?。！？]+)\s*(?=\S)|(?<=[^\s\d.](?<!\b(?:Nr|No|nr|no|Mr|Mrs|Ms|Dr|St|ca|z\.B|N))\.+)\s+|\n+/u,
    )
    .flatMap((part) => part.match(PIECE) ?? [])
    .map((part) => part.trim())
    .filter((part) => part.length > 0)
    .map((part) => ({ text: part, folded: fold(part) }));
}
