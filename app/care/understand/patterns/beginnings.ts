import { LONGEST } from "./beginning-table.ts";
import { closing, next, split } from "./split-pattern.ts";

/** A pattern that begins in more ways is told by fewer letters. */
const MOST = 96;

/** Most patterns begin with letters and nothing else: told without a closer look. */
const PLAIN = new RegExp(`^(?:\\\\b)?(?:\\(\\?:)?([a-z' ]{${LONGEST}})(?![?*+{])`);

/** Letters that a match begins with; `open` when what follows in the pattern follows them directly. */
type Beginning = { letters: string; open: boolean };
const NOTHING: readonly Beginning[] = [{ letters: "", open: true }];

/**
 * The letters that every match of a pattern begins with, one of them at least, up to `LONGEST`: `(?:the )?press\w*` → `the pres`, `press`. Undefined
 * where the pattern can begin with anything. A match begins behind what has no width (`\b`, `^`, lookarounds).
 *
 * @param source a pattern's source; what is not understood (a class of letters, `.`) ends a beginning, so that no match is lost
 */
export function beginnings(source: string): string[] | undefined {
  const plain = source.includes("|") || isOptional(source) ? null : PLAIN.exec(source);
  if (plain?.[1]) return [plain[1]];
  const found = new Set(ofAny(source).map(({ letters }) => letters));
  return found.has("") ? undefined : [...found];
}

/** Whether the group that a pattern begins with may be missing, or come again. */
function isOptional(source: string): boolean {
  const open = source.startsWith("\\b") ? 2 : 0;
  return source[open] === "(" && /^[?*+{]/.test(source.slice(closing(source, open) + 1));
}

const ofAny = (source: string): Beginning[] => split(source).flatMap(ofOne);

function ofOne(source: string): Beginning[] {
  let found: readonly Beginning[] = NOTHING;
  for (let at = 0; at < source.length && found.some(({ open }) => open);) {
    const end = next(source, at);
    const counted = /^(?:[?*+]|\{(\d+)[^}]*\})\??/.exec(source.slice(end));
    const grown = followed(found, repeated(ofPart(source.slice(at, end)), counted));
    if (grown.length > MOST) return found.map(closed);
    found = grown;
    at = end + (counted?.[0].length ?? 0);
  }
  return [...found];
}

/** One sign, escape, class or group. */
function ofPart(part: string): Beginning[] {
  if (/^\(\?(?:[=!]|<[=!])/.test(part) || part === "^" || part === "\\b" || part === "\\B")
    return [...NOTHING];
  if (part.startsWith("(")) return ofAny(part.slice(part.startsWith("(?:") ? 3 : 1, closing(part, 0)));
  const letters = lettersOf(part);
  return letters
    ? letters.map((letter) => ({ letters: letter, open: true }))
    : [{ letters: "", open: false }];
}

/** The letters that a sign, an escape or a short class stands for; undefined where they are many. */
function lettersOf(part: string): string[] | undefined {
  if (part === "\\d") return "0123456789".split("");
  if (/^\[[^^\\\-\]][^\\\-\]]{0,7}\]$/.test(part)) return part.slice(1, -1).split("");
  if (/^\\[^a-z0-9]$/i.test(part)) return [part.slice(1)];
  return /^[^\\[.$\ud800-\udfff]$/.test(part) ? [part] : undefined;
}

/** What may be missing may begin with what follows; what may come again is followed by anything. */
function repeated(part: Beginning[], counted: RegExpExecArray | null): Beginning[] {
  if (!counted) return part;
  const sign = counted[0][0];
  const missing = sign === "?" || sign === "*" || counted[1] === "0" ? NOTHING : [];
  return [...missing, ...(sign === "?" ? part : part.map(closed))];
}

function followed(found: readonly Beginning[], part: readonly Beginning[]): Beginning[] {
  const grown = found.flatMap((one) =>
    one.open
      ? part.map(({ letters, open }) => {
          const all = one.letters + letters;
          return { letters: all.slice(0, LONGEST), open: open && all.length < LONGEST };
        })
      : [one],
  );
  return [...new Map(grown.map((one) => [`${one.letters}|${one.open}`, one])).values()];
}

const closed = ({ letters }: Beginning): Beginning => ({ letters, open: false });
