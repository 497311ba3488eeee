import { addBeginning, layOut, type BeginningTable } from "./beginning-table.ts";
import { beginnings } from "./beginnings.ts";
import { alternatives, closing } from "./split-pattern.ts";

/** The keys of the patterns that are found in a text, each once; of those that are `asked` for alone, where that is told. */
export type PatternIndex<Key> = (text: string, asked?: (key: Key) => boolean) => ReadonlySet<Key>;

/**
 * Thousands of patterns searched at once: a text is gone through a single time, and only where it has the letters that an
 * alternative of some pattern begins with is that alternative tried, just there. Finds what `pattern.test(text)` finds of each. Alternatives
 * are compiled when they are first tried.
 *
 * @param patterns keys with patterns; a key may come again. Flags: `m` and `u` alone.
 */
export function indexPatterns<Key>(patterns: Iterable<readonly [Key, RegExp]>): PatternIndex<Key> {
  const inWords: Beginnings<Key> = new Map();
  const anywhere: Beginnings<Key> = new Map();
  const others: Alternative<Key>[] = [];
  for (const [key, pattern] of patterns) {
    const flags = pattern.flags.replace(/[mu]/g, "");
    if (flags !== "")
      throw new TypeError(`a pattern with the flag ${flags} cannot be indexed: ${pattern.source}`);
    if (WITH_NAMES.test(pattern.source))
      throw new TypeError(`a pattern with named groups or references cannot be indexed: ${pattern.source}`);
    for (const source of alternatives(pattern.source)) {
      const begins = beginnings(source);
      const one = new Alternative(key, source, `${pattern.flags}${begins ? "y" : ""}`);
      if (!begins) others.push(one);
      else if (atBoundary(source) && begins.every((letters) => WORD.test(letters)))
        addTo(inWords, begins, one);
      else addTo(anywhere, begins, one);
    }
  }
  let tables: { inWords: Table<Key>; anywhere: Table<Key> } | undefined;
  return (text, asked) => {
    tables ??= { inWords: layOut(inWords), anywhere: layOut(anywhere) };
    const search: Search<Key> = { text, from: 0, found: new Set(), asked };
    const here: Alternative<Key>[][] = [];
    let inWord = 0;
    for (; search.from < text.length; search.from++) {
      const code = text.charCodeAt(search.from);
      const word = code < 0x80 ? (WORD_CODES[code] as number) : 0;
      addBeginning(tables.anywhere, search, here);
      if (word > inWord) addBeginning(tables.inWords, search, here);
      inWord = word;
      if (here.length === 0) continue;
      for (const some of here) tryEach(some, search);
      here.length = 0;
    }
    search.from = 0;
    tryEach(others, search);
    return search.found;
  };
}

type Table<Key> = BeginningTable<Alternative<Key>>;
type Search<Key> = {
  text: string;
  from: number;
  found: Set<Key>;
  asked: ((key: Key) => boolean) | undefined;
};

function tryEach<Key>(some: readonly Alternative<Key>[], { text, from, found, asked }: Search<Key>): void {
  for (const one of some)
    if (!found.has(one.key) && (!asked || asked(one.key)) && one.isIn(text, from)) found.add(one.key);
}

/** Whether a match begins where a word of Latin letters does; a look behind or ahead may come first. */
function atBoundary(source: string): boolean {
  let at = 0;
  while (LOOKAROUND.test(source.slice(at, at + 4))) {
    if (NO_LETTER_BEFORE.test(source.slice(at))) return true;
    at = closing(source, at) + 1;
  }
  return source.startsWith("\\b", at);
}

const LOOKAROUND = /^\(\?(?:[=!]|<[=!])/;
/** What patterns in scripts that `\b` does not know begin with; texts are folded, so that there are no capitals. */
const NO_LETTER_BEFORE = /^\(\?<!\[[^\]]*a-z0-9_[^\]]*\]\)/;

/** Made when it is first asked for, once for each of what it is made of. */
export function lazily<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new Map<Of, Made>();
  return (of) => {
    const known = made.get(of) ?? make(of);
    made.set(of, known);
    return known;
  };
}

/** Named groups, references to groups, flags inside: alternatives taken apart would lose them. */
const WITH_NAMES = /\(\?<[^=!]|\(\?[a-z-]+[:)]|\\[1-9k]/;

/** A word as `\b` knows it. */
const WORD = /^\w/;
const WORD_CODES = Uint8Array.from({ length: 0x80 }, (_, code) =>
  Number(WORD.test(String.fromCharCode(code))),
);

class Alternative<Key> {
  #pattern: RegExp | undefined;
  readonly key: Key;
  readonly #source: string;
  readonly #flags: string;

  constructor(key: Key, source: string, flags: string) {
    this.key = key;
    this.#source = source;
    this.#flags = flags;
  }

  /** Is it at this place (or anywhere, where it can begin with anything)? */
  isIn(text: string, at: number): boolean {
    this.#pattern ??= new RegExp(this.#source, this.#flags);
    this.#pattern.lastIndex = at;
    return this.#pattern.test(text);
  }
}

type Beginnings<Key> = Map<string, Alternative<Key>[]>;

function addTo<Key>(to: Beginnings<Key>, begins: readonly string[], one: Alternative<Key>): void {
  for (const letters of begins) {
    const known = to.get(letters);
    if (known) known.push(one);
    else to.set(letters, [one]);
  }
}
