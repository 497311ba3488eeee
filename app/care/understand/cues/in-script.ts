import { unmarked } from "../fold.ts";

/** Letters after folding; the danda that ends a Hindi sentence is none. */
const CYRILLIC = "а-яёђ-џґ";
const DEVANAGARI = "\\u0900-\\u0963\\u0966-\\u097f";

/**
 * Patterns in natural spelling for scripts that JavaScript's `\b` and `\w` do not know: both are written as for Latin, `\b` before
 * a letter or a group is a word's beginning, else its end. Line breaks and the blanks around them are left out.
 */
export const cyrillic = (source: TemplateStringsArray): RegExp => inScript(source, CYRILLIC);

/** Devanagari and its romanised spelling side by side. */
export const devanagari = (source: TemplateStringsArray): RegExp => inScript(source, DEVANAGARI);

function inScript(source: TemplateStringsArray, letters: string): RegExp {
  const word = `${letters}a-z0-9_`;
  const pattern = unmarked(source.raw.join("").replace(/\s*\n\s*/g, ""))
    .replace(/\\b(?=[\p{L}([])/gu, `(?<![${word}])`)
    .replace(/\\b/g, `(?![${word}])`)
    .replace(/\\w/g, `[${word}]`);
  return new RegExp(pattern);
}
