/** How alike two texts are, from 0 to 1: shared runs of three letters, which needs no words and so works for Japanese too. */
export function similarity(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)];
  if (a.size === 0 || b.size === 0) return squeezed(one) === squeezed(other) ? 1 : 0;
  const shared = [...a].filter((run) => b.has(run)).length;
  return (2 * shared) / (a.size + b.size);
}

/** How much of a part stands in a whole, from 0 to 1. */
export function coverage(part: string, whole: string): number {
  const [a, b] = [runsOf(part), runsOf(whole)];
  return a.size === 0 ? 0 : [...a].filter((run) => b.has(run)).length / a.size;
}

function runsOf(text: string): Set<string> {
  const letters = Array.from(squeezed(text));
  return new Set(letters.slice(0, -2).map((_, at) => letters.slice(at, at + 3).join("")));
}

/** As compared: lower case, without punctuation, single spaces. */
export const squeezed = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
