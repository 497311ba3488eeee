/**
 * One pattern out of many, with the alternatives that begin a word sorted by its first letter: at each word the engine tries a
 * few of them instead of thousands. Matches what `patterns.join("|")` matches, for `test` (which alternative wins is not kept).
 * For Latin script, where `\b` is a word's beginning. V8 does not optimise a pattern of more than 20,000 characters.
 *
 * @param sources sources of patterns without flags and without capturing groups
 */
export function byFirstLetter(sources: readonly string[]): string {
  const groups = new Map<string, string[]>();
  const others: string[] = [];
  for (const one of sources.flatMap(alternatives)) {
    const rest = one.startsWith("\\b") ? one.slice(2) : "";
    const letters = firstLetters(rest);
    if (!letters) others.push(one);
    else groups.set(classOf(letters), [...(groups.get(classOf(letters)) ?? []), rest]);
  }
  const sorted = [...groups].map(([letters, rests]) => `(?=${letters})(?:${rests.join("|")})`);
  return [...(sorted.length > 0 ? [`\\b(?:${sorted.join("|")})`] : []), ...others].join("|");
}

const classOf = (letters: Set<string>): string => {
  const all = [...letters].sort().join("");
  return all.length === 1 ? all : `[${all}]`;
};

/** `\b(?:a|b)\b|c` → `\ba\b`, `\bb\b`, `c`. */
function alternatives(source: string): string[] {
  return split(source).flatMap((one) => {
    if (!one.startsWith("\\b(?:")) return [one];
    const end = closing(one, 2);
    const tail = one.slice(end + 1);
    return tail === "" || tail === "\\b"
      ? split(one.slice(5, end)).map((inner) => `\\b${inner}${tail}`)
      : [one];
  });
}

/** The letters a match can begin with; undefined where that is not plain from the pattern. */
function firstLetters(pattern: string): Set<string> | undefined {
  if (/^[a-z]/.test(pattern)) {
    const optional = /^.[?*]/.test(pattern);
    return optional ? both(new Set(pattern[0]), firstLetters(pattern.slice(2))) : new Set(pattern[0]);
  }
  if (pattern.startsWith("(?!")) return firstLetters(pattern.slice(closing(pattern, 0) + 1));
  if (!pattern.startsWith("(?:")) return undefined;
  const end = closing(pattern, 0);
  const inner = split(pattern.slice(3, end))
    .map(firstLetters)
    .reduce<Set<string> | undefined>(both, new Set());
  const after = pattern.slice(end + 1);
  if (/^(?:\{|\*)/.test(after)) return undefined;
  return after.startsWith("?") ? both(inner, firstLetters(after.slice(1).replace(/^\?/, ""))) : inner;
}

const both = (one: Set<string> | undefined, other: Set<string> | undefined) =>
  one && other && new Set([...one, ...other]);

/** Splits at the `|` that stand in no group and no class. */
function split(source: string): string[] {
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
function next(source: string, at: number): number {
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
function closing(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source[at] !== ")") at = next(source, at);
  return at;
}
