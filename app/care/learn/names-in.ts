const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a text names one of these people, by the whole name or by a word of it; an initial names nobody. */
export function namesAnybody(text: string, people: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return people
    .flatMap((name) => [name, ...name.split(/[\s　]+/u)])
    .filter((name) => name.length > 2 || (name.length === 2 && JAPANESE.test(name)))
    .some((name) => standsIn(lower, name));
}

/** Whether a value stands in a text by itself: "Ann" does not in "annoying". Japanese joins words. The text is in lower case. */
export function standsIn(lower: string, value: string): boolean {
  const at = lower.indexOf(value.toLowerCase());
  return at !== -1 && !goesOn(lower.charAt(at - 1)) && !goesOn(lower.charAt(at + value.length));
}

const goesOn = (char: string) => /[\p{L}\p{N}]/u.test(char) && !JAPANESE.test(char);
