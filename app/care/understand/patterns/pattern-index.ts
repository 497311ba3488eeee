import { beginnings } from "./beginnings.ts";
import { alternatives } from "./split-pattern.ts";

/** The keys of the patterns that are found in a text, each once. */
export type PatternIndex<Key> = (text: string) => ReadonlySet<Key>;

/**
 * Thousands of patterns searched at once: a text is gone through a single time, and only where it has the letters that an
 * alternative of some pattern begins with is that alternative tried, just there. Finds what `pattern.test(text)` finds of each. Alternatives
 * are compiled when they are first tried.
 *
 * @param patterns keys with patterns; a key may come again. Flags: `m` and `u` alone.
 */
export function indexPatterns<Key>(patterns: Iterable<readonly [Key, RegExp]>): PatternIndex<Key> {
  const inWords: Node<Key> = { next: new Map(), ends: [] };
  const anywhere: Node<Key> = { next: new Map(), ends: [] };
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
      else if (source.startsWith("\\b") && begins.every((letters) => WORD.test(letters)))
        addTo(inWords, begins, one);
      else addTo(anywhere, begins, one);
    }
  }
  let trees: { inWords: Tree<Key>; anywhere: Tree<Key> } | undefined;
  return (text) => {
    trees ??= { inWords: laidOut(inWords), anywhere: laidOut(anywhere) };
    const found = new Set<Key>();
    let inWord = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const word = code < 0x80 ? (WORD_CODES[code] as number) : 0;
      if ((trees.anywhere.roots[code] ?? 0) > 0) search(trees.anywhere, { text, from: at }, found);
      if (word > inWord && (trees.inWords.roots[code] ?? 0) > 0)
        search(trees.inWords, { text, from: at }, found);
      inWord = word;
    }
    for (const one of others) if (!found.has(one.key) && one.isIn(text, 0)) found.add(one.key);
    return found;
  };
}

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

/** Beginnings letter by letter. */
type Node<Key> = { next: Map<number, Node<Key>>; ends: Alternative<Key>[] };

function addTo<Key>(root: Node<Key>, begins: readonly string[], one: Alternative<Key>): void {
  for (const letters of begins) {
    let node = root;
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charCodeAt(at);
      const next = node.next.get(letter) ?? { next: new Map(), ends: [] };
      node.next.set(letter, next);
      node = next;
    }
    node.ends.push(one);
  }
}

/** The same in lists, so that a step touches a line or two of memory: a node's children stand side by side. */
type Tree<Key> = {
  /** The node of each letter that something begins with, else 0; as long as the last of these letters needs. */
  roots: Int32Array;
  /** The letter that leads to each node. */
  letters: Uint16Array;
  /** Each node's first child; its last stands before the next node's first. */
  firsts: Int32Array;
  ends: (Alternative<Key>[] | undefined)[];
};

function laidOut<Key>(root: Node<Key>): Tree<Key> {
  const nodes = [root];
  const letters = [0];
  const firsts: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    firsts.push(nodes.length);
    for (const [letter, node] of nodes[at]?.next ?? []) {
      nodes.push(node);
      letters.push(letter);
    }
  }
  firsts.push(nodes.length);
  const roots = new Int32Array(Math.max(0, ...root.next.keys()) + 1);
  for (let node = 1; node <= root.next.size; node++) roots[letters[node] ?? 0] = node;
  return {
    roots,
    letters: Uint16Array.from(letters),
    firsts: Int32Array.from(firsts),
    ends: nodes.map(({ ends }) => (ends.length > 0 ? ends : undefined)),
  };
}

/** Adds the keys of what is at this very place. */
function search<Key>(tree: Tree<Key>, { text, from }: { text: string; from: number }, found: Set<Key>): void {
  const { letters, firsts, ends } = tree;
  let node = tree.roots[text.charCodeAt(from)] as number;
  for (let at = from + 1; ; at++) {
    const here = ends[node];
    if (here) for (const one of here) if (!found.has(one.key) && one.isIn(text, from)) found.add(one.key);
    const after = firsts[node + 1] as number;
    let next = firsts[node] as number;
    if (next === after || at === text.length) return;
    const letter = text.charCodeAt(at);
    while (next < after && letters[next] !== letter) next++;
    if (next === after) return;
    node = next;
  }
}
