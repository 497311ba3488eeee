/**
 * The inner loop of a linear model: adds up many rows of int8 weights, four labels at once in the halves of two 32-bit numbers
 * ("SIMD within a register"), since JavaScript has no instruction that adds bytes. Exact: the same integers as one by one.
 */

/**
 * Rows of weights, each a byte raised by 128 so that none is negative, four bytes to a word, rows filled up to whole words. Several models
 * may stand side by side in a row, which a feature that all of them know then finds in one place.
 */
export type PackedRows = {
  words: Int32Array;
  /** From one row to the next. */
  stride: number;
  /** Where this model's words begin in a row, and how many it has. */
  offset: number;
  wordsInRow: number;
  /** A hash's row: its lowest bits. */
  mask: number;
};
/** One model's weights, `count` labels a row; a power of two of rows. */
export type Weights = { weights: Int8Array; count: number };

const RAISED = 128;
const ALL_RAISED = 0x80808080 | 0;
/** So many bytes of 255 fit into 16 bits. */
const ROWS_AT_ONCE = 256;
const EVERY_OTHER_BYTE = 0x00ff00ff;

const packed = new WeakMap<Int8Array, PackedRows>();

/** Weights packed once and kept as long as they are. */
export function packRows(weights: Int8Array, count: number): PackedRows {
  if (!packed.has(weights)) packSideBySide([{ weights, count }]);
  return packed.get(weights) as PackedRows;
}

/** Packs models that are asked about the same features: `packRows` gives each its part. One with fewer rows has them again and again. */
export function packSideBySide(models: readonly Weights[]): void {
  const rows = Math.max(...models.map(({ weights, count }) => weights.length / count));
  const widths = models.map(({ count }) => Math.ceil(count / 4));
  const stride = widths.reduce((sum, width) => sum + width, 0);
  const words = new Int32Array(rows * stride).fill(ALL_RAISED);
  let offset = 0;
  for (const [at, { weights, count }] of models.entries()) {
    fill(words, { weights, count }, { rows, stride, offset });
    const wordsInRow = widths[at] as number;
    packed.set(weights, { words, stride, offset, wordsInRow, mask: rows - 1 });
    offset += wordsInRow;
  }
}

type Layout = { rows: number; stride: number; offset: number };

function fill(words: Int32Array, { weights, count }: Weights, { rows, stride, offset }: Layout): void {
  for (let row = 0; row < rows; row++) {
    const from = (row * count) % weights.length;
    for (let label = 0; label < count; label++) {
      const word = row * stride + offset + (label >>> 2);
      // Raising a byte by 128 turns its highest bit over.
      words[word] =
        (words[word] as number) ^ (((weights[from + label] as number) & 0xff) << ((label & 3) * 8));
    }
  }
}

/** The hash of a feature for one language; seed 0 is for all of them. */
export const crossed = (hash: number, seed: number): number =>
  seed === 0 ? hash : Math.imul(hash ^ seed, 0x85ebca6b) >>> 0;

export type Hashed = { hashes: Uint32Array; seed?: number };

/** Adds the rows of these hashes, crossed with the seed, to `sums`, which is as long as a row is wide, filled up to whole words. */
export function sumRows(rows: PackedRows, { hashes, seed = 0 }: Hashed, sums: Int32Array): void {
  const { words, stride, offset, wordsInRow, mask } = rows;
  if (places.length < hashes.length) places = new Int32Array(hashes.length * 2);
  for (let at = 0; at < hashes.length; at++)
    places[at] = (crossed(hashes[at] as number, seed) & mask) * stride + offset;
  for (let from = 0; from < hashes.length; from += ROWS_AT_ONCE) {
    const end = Math.min(hashes.length, from + ROWS_AT_ONCE);
    let column = 0;
    for (; column + 1 < wordsInRow; column += 2) addTwo(words, { from, end, column }, sums);
    if (column < wordsInRow) addOne(words, { from, end, column }, sums);
  }
}

let places = new Int32Array(4_096);
type Part = { from: number; end: number; column: number };

/** Eight labels at once: a word and the next. */
function addTwo(words: Int32Array, { from, end, column }: Part, sums: Int32Array): void {
  let [even, odd, nextEven, nextOdd] = [0, 0, 0, 0];
  for (let at = from; at < end; at++) {
    const place = (places[at] as number) + column;
    const word = words[place] as number;
    const next = words[place + 1] as number;
    even = (even + (word & EVERY_OTHER_BYTE)) | 0;
    odd = (odd + ((word >>> 8) & EVERY_OTHER_BYTE)) | 0;
    nextEven = (nextEven + (next & EVERY_OTHER_BYTE)) | 0;
    nextOdd = (nextOdd + ((next >>> 8) & EVERY_OTHER_BYTE)) | 0;
  }
  const raised = (end - from) * RAISED;
  addFour(sums, column * 4, { even, odd, raised });
  addFour(sums, column * 4 + 4, { even: nextEven, odd: nextOdd, raised });
}

function addOne(words: Int32Array, { from, end, column }: Part, sums: Int32Array): void {
  let [even, odd] = [0, 0];
  for (let at = from; at < end; at++) {
    const word = words[(places[at] as number) + column] as number;
    even = (even + (word & EVERY_OTHER_BYTE)) | 0;
    odd = (odd + ((word >>> 8) & EVERY_OTHER_BYTE)) | 0;
  }
  addFour(sums, column * 4, { even, odd, raised: (end - from) * RAISED });
}

type Halves = { even: number; odd: number; raised: number };

function addFour(sums: Int32Array, label: number, { even, odd, raised }: Halves): void {
  sums[label] = (sums[label] as number) + (even & 0xffff) - raised;
  sums[label + 1] = (sums[label + 1] as number) + (odd & 0xffff) - raised;
  sums[label + 2] = (sums[label + 2] as number) + (even >>> 16) - raised;
  sums[label + 3] = (sums[label + 3] as number) + (odd >>> 16) - raised;
}
