/**
 * A text no reading can be held up by: what rules and models see is at most this long, since some patterns take time that grows
 * with the square of the length, and anybody can write to a shop.
 */
const LONGEST = 6_000;
const LONGEST_WORD = 200;
const SPACED_RUN = new RegExp(
  `[^\\s\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Hangul}]{${LONGEST_WORD},}`,
  "gu",
);
const SAME_RUN = /([^\p{L}\p{N}\s])\1{8,}/gu;

/** The beginning of the text, overlong words and rows of one sign blanked out; offsets into it are offsets into the text. */
export function bounded(text: string): string {
  const start = text.slice(0, LONGEST);
  const spaced = hasLongRun(start)
    ? start.replace(SPACED_RUN, (run) => run.slice(0, LONGEST_WORD) + " ".repeat(run.length - LONGEST_WORD))
    : start;
  return hasSameRun(spaced) ? spaced.replace(SAME_RUN, (run) => run.slice(0, 4).padEnd(run.length)) : spaced;
}

/** Whether so much may stand without a space: only those of ASCII and no-break spaces are looked for. */
function hasLongRun(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length && run < LONGEST_WORD; at++) {
    const code = text.charCodeAt(at);
    run = code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) ? 0 : run + 1;
  }
  return run >= LONGEST_WORD;
}

/** Whether one sign, of one code unit or two, may stand nine times in a row: the pattern alone looks at the class of each letter. */
function hasSameRun(text: string): boolean {
  let same = 1;
  for (let at = 2; at < text.length && same < 8; at++)
    same = text.charCodeAt(at) === text.charCodeAt(at - 2) ? same + 1 : 1;
  return same >= 8;
}
