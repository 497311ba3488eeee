/**
 * The inner loop of a linear model: adds up many rows of int8 weights, four labels at once in the halves of two 32-bit numbers
 * ("SIMD within a register"), since JavaScript has no instruction that adds bytes. Exact: the same integers as one by one.
 */

/** Rows of weights, each a byte raised by 128 so that none is negative, four bytes to a word, rows filled up to whole words. */
export type PackedRows = { words: Int32Array; wordsInRow: number };

const RAISED = 128;
const ALL_RAISED = 0x80808080 | 0;
/** So many bytes of 255 fit into 16 bits. */
const ROWS_AT_ONCE = 256;
const EVERY_OTHER_BYTE = 0x00ff00ff;

const packed = new WeakMap<Int8Array, PackedRows>();

/** Weights packed once and kept as long as they are; `count` labels a row. */
export function packRows(weights: Int8Array, count: number): PackedRows {
  const known = packed.get(weights);
  if (known) return known;
  const wordsInRow = Math.ceil(count / 4);
  const words = new Int32Array((weights.length / count) * wordsInRow).fill(ALL_RAISED);
  for (let row = 0, from = 0; from < weights.length; row++, from += count)
    for (let label = 0; label < count; label++) {
      const word = row * wordsInRow + (label >>> 2);
      // Raising a byte by 128 turns its highest bit over.
      words[word] =
        (words[word] as number) ^ (((weights[from + label] as number) & 0xff) << ((label & 3) * 8));
    }
  const rows = { words, wordsInRow };
  packed.set(weights, rows);
  return rows;
}

/** Adds the rows at `places` (row numbers) to `sums`, which is as long as a row is wide, filled up to whole words. */
export function sumRows({ words, wordsInRow }: PackedRows, places: Int32Array, sums: Int32Array): void {
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    const end = Math.min(places.length, from + ROWS_AT_ONCE);
    const raised = (end - from) * RAISED;
    for (let column = 0; column < wordsInRow; column++) {
      let even = 0;
      let odd = 0;
      for (let at = from; at < end; at++) {
        const word = words[(places[at] as number) * wordsInRow + column] as number;
        even = (even + (word & EVERY_OTHER_BYTE)) | 0;
        odd = (odd + ((word >>> 8) & EVERY_OTHER_BYTE)) | 0;
      }
      const label = column * 4;
      sums[label] = (sums[label] as number) + (even & 0xffff) - raised;
      sums[label + 1] = (sums[label + 1] as number) + (odd & 0xffff) - raised;
      sums[label + 2] = (sums[label + 2] as number) + (even >>> 16) - raised;
      sums[label + 3] = (sums[label + 3] as number) + (odd >>> 16) - raised;
    }
  }
}
