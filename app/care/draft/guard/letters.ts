/** Kana, kanji and their signs: they stand beside a value without a space, so that they bound no word. */
const UNSPACED = String.raw`\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f`;
/** A letter or digit that a value must not be torn out of. */
export const WORD_CHAR = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{N}])`;
export const WORD_START = String.raw`(?<!${WORD_CHAR})`;
export const WORD_END = String.raw`(?!${WORD_CHAR})`;

/** A text as long as before with a stretch of it blank, so that offsets stay. */
export function blank(text: string, { start, text: found }: { start: number; text: string }): string {
  return text.slice(0, start) + " ".repeat(found.length) + text.slice(start + found.length);
}
