/** How many letters a text has, without a list of them. */
export const countLetters = (text: string): number => count(text, letters);
/** How many of them are capitals. */
export const countCapitals = (text: string): number => count(text, capitals);

/** Whether so many of them stand in a row; capitals beyond the first 65,536 signs are not looked for. */
export function hasCapitals(text: string, inARow: number): boolean {
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    row = unit >= 0x41 && is(capitals, unit) ? row + 1 : 0;
    if (row === inARow) return true;
  }
  return false;
}

/** Whether any letter stands three times in a row: a pattern that looks for it asks of each sign whether it is one. */
export function hasDrawn(text: string): boolean {
  for (let at = 2; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x41) continue;
    const same = unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2);
    if (same && is(letters, unit)) return true;
    // Halves of letters beyond the first 65,536 come in turn.
    if (
      unit >= 0xd800 &&
      unit < 0xe000 &&
      unit === text.charCodeAt(at - 2) &&
      unit === text.charCodeAt(at - 4)
    )
      return true;
  }
  return false;
}

function is({ pattern, of }: Known, unit: number): boolean {
  if (of[unit] === 0) of[unit] = pattern.test(String.fromCharCode(unit)) ? YES : NO;
  return of[unit] === YES;
}

const YES = 1;
const NO = 2;
/** What is known of each UTF-16 unit: a question to a pattern is asked once. */
type Known = { pattern: RegExp; of: Uint8Array };
const letters: Known = { pattern: /^\p{L}/u, of: new Uint8Array(0x1_0000) };
const capitals: Known = { pattern: /^\p{Lu}/u, of: new Uint8Array(0x1_0000) };

function count(text: string, known: Known): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x41) continue;
    const answer = known.of[unit];
    if (answer === NO) continue;
    if (answer === YES) found++;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      // Half of a letter beyond the first 65,536: the other half counts nothing.
      if (known.pattern.test(text.slice(at, at + 2))) found++;
      at++;
    } else {
      known.of[unit] = known.pattern.test(text.charAt(at)) ? YES : NO;
      at--;
    }
  }
  return found;
}
