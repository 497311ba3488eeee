/** No beginning is longer: more letters tell few patterns apart. */
export const LONGEST = 8;
/** Beginnings are found by so many of their letters, or by all where they have fewer. */
const TOLD_BY = 5;
/** Places in the table for each beginning: few share one. */
const ROOM = 2;
/** Places for pairs of letters. */
const PAIRS = 4_096;

/**
 * What begins with which letters, laid out so that a look touches few lines of memory: a pair of letters tells how long the beginnings
 * with it are, and a hash of as many letters leads to those that may be meant, which stand side by side.
 */
export type BeginningTable<Of> = {
  /** By a beginning's first letter: 1 where anything begins with it and more, 2 where anything begins with it alone; as long as it must be. */
  firstLetters: Uint8Array;
  /** By hash of two letters: a bit for each length, from two to `TOLD_BY` and more, that beginnings with them have. */
  lengths: Uint8Array;
  /** By hash: the first of the beginnings with it; they end where the next hash's begin. */
  rows: Int32Array;
  /** `LONGEST` to a beginning, filled up with zeros. */
  letters: Uint16Array;
  /** What begins so. */
  of: Of[][];
};

/** @param all what begins with what, each beginning of one to `LONGEST` UTF-16 units */
export function layOut<Of>(all: ReadonlyMap<string, Of[]>): BeginningTable<Of> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, all.size * ROOM)));
  const known = [...all].map(([begins, of]) => ({ begins, of, hash: hashOf(begins) & (size - 1) }));
  known.sort((one, other) => one.hash - other.hash);
  const rows = new Int32Array(size + 1);
  for (const { hash } of known) rows[hash + 1] = (rows[hash + 1] as number) + 1;
  for (let at = 0; at < size; at++) rows[at + 1] = (rows[at + 1] as number) + (rows[at] as number);
  const table = {
    firstLetters: new Uint8Array(Math.max(0, ...known.map(({ begins }) => begins.charCodeAt(0) + 1))),
    lengths: new Uint8Array(PAIRS),
    rows,
    letters: new Uint16Array(known.length * LONGEST),
    of: known.map(({ of }) => of),
  };
  known.forEach(({ begins }, row) => {
    for (let at = 0; at < begins.length; at++) table.letters[row * LONGEST + at] = begins.charCodeAt(at);
    noteLength(table, begins);
  });
  return table;
}

function noteLength({ firstLetters, lengths }: BeginningTable<unknown>, begins: string): void {
  const first = begins.charCodeAt(0);
  firstLetters[first] = (firstLetters[first] as number) | (begins.length === 1 ? 2 : 1);
  if (begins.length === 1) return;
  const pair = pairOf(first, begins.charCodeAt(1));
  lengths[pair] = (lengths[pair] as number) | (1 << Math.min(begins.length, TOLD_BY));
}

/** Adds what begins with the letters at this place of the text. */
export function addBeginning<Of>(table: BeginningTable<Of>, { text, from }: Place, into: Of[][]): void {
  const first = text.charCodeAt(from);
  const begins = first < table.firstLetters.length ? (table.firstLetters[first] as number) : 0;
  if (begins === 0) return;
  let hash = mixed(SEED, first);
  if (begins & 2) addRows(table, { text, from, hash: finished(hash, 1) }, into);
  if (!(begins & 1) || from + 1 >= text.length) return;
  const second = text.charCodeAt(from + 1);
  const lengths = table.lengths[pairOf(first, second)] as number;
  if (lengths === 0) return;
  hash = mixed(hash, second);
  for (let length = 2; ; length++) {
    if (lengths & (1 << length)) addRows(table, { text, from, hash: finished(hash, length) }, into);
    if (lengths >>> (length + 1) === 0 || from + length >= text.length) return;
    hash = mixed(hash, text.charCodeAt(from + length));
  }
}

type Place = { text: string; from: number };

function addRows<Of>(table: BeginningTable<Of>, place: Place & { hash: number }, into: Of[][]): void {
  const at = place.hash & (table.rows.length - 2);
  const after = table.rows[at + 1] as number;
  for (let row = table.rows[at] as number; row < after; row++)
    if (isAt(table.letters, row * LONGEST, place)) into.push(table.of[row] as Of[]);
}

function isAt(letters: Uint16Array, row: number, { text, from }: Place): boolean {
  for (let at = 0; at < LONGEST; at++) {
    const letter = letters[row + at] as number;
    if (letter === 0) return true;
    if (from + at >= text.length || text.charCodeAt(from + at) !== letter) return false;
  }
  return true;
}

const SEED = 0x811c9dc5;
const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x85ebca6b);
const finished = (hash: number, length: number): number => (hash ^ (hash >>> 15)) + length;
const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 20;

function hashOf(begins: string): number {
  const length = Math.min(begins.length, TOLD_BY);
  let hash = SEED;
  for (let at = 0; at < length; at++) hash = mixed(hash, begins.charCodeAt(at));
  return finished(hash, length);
}
