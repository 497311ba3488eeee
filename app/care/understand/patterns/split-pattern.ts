/** `\b(?:a|b)\b|c` → `\b(?:a)\b`, `\b(?:b)\b`, `c`: what together finds what the whole finds. */
export function alternatives(source: string): string[] {
  return split(source).flatMap((one) => {
    const open = /^(?:\\b|\(\?<!)/.test(one) ? next(one, 0) : 0;
    if (!one.startsWith("(?:", open)) return [one];
    const end = closing(one, open);
    const [before, after] = [one.slice(0, open), one.slice(end + 1)];
    if (/^[?*+{]/.test(after) || after.length > LONGEST_REPEATED) return [one];
    return split(one.slice(open + 3, end)).map((inner) => `${before}(?:${inner})${after}`);
  });
}

/** What follows a group is written again for each of its alternatives: not where it is long. */
const LONGEST_REPEATED = 40;

/** Splits at the `|` that stand in no group and no class. */
export function split(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = next(source, at)) {
    if (source[at] !== "|") continue;
    parts.push(source.slice(from, at));
    from = at + 1;
  }
  return [...parts, source.slice(from)];
}

/** Where the thing at `at` ends: an escape, a class, a group, or one sign. */
export function next(source: string, at: number): number {
  if (source[at] === "\\") return at + 2;
  if (source[at] === "(") return closing(source, at) + 1;
  if (source[at] !== "[") return at + 1;
  for (let inside = at + 1; inside < source.length; inside++) {
    if (source[inside] === "\\") inside++;
    else if (source[inside] === "]") return inside + 1;
  }
  return source.length;
}

/** The bracket that closes the group opened at `open`. */
export function closing(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source[at] !== ")") at = next(source, at);
  return at;
}
