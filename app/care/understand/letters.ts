/** How many letters a text has, without a list of them. */
export const countLetters = (text: string): number => count(text, letters);
/** How many of them are capitals. */
export const countCapitals = (text: string): number => count(text, capitals);

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
