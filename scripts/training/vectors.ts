import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { generator, normal } from "./random.ts";

export const vectorsFile = fileURLToPath(new URL("./vectors/glove-48.bin", import.meta.url));

/** First vectors of words (`reduce-vectors.ts` made them): a word's place in the list and all vectors, in arbitrary units. */
export function readVectors(): { words: string[]; size: number; rows: Int8Array } {
  const bytes = brotliDecompressSync(readFileSync(vectorsFile));
  const [count = 0, size = 0, length = 0] = new Uint32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 12),
  );
  const list = bytes.subarray(12, 12 + length).toString("utf8");
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + 12 + length, count * size);
  return { words: list.split("\n"), size, rows };
}

/** Words without a first vector must be met this often to get one of their own. */
const OWN_VECTOR_FROM = 3;
const UNITS = 7.5;

/**
 * The list of words a network starts from (the first stands for all others) and their first vectors: those of `readVectors`, and
 * small arbitrary ones for signs and slang that the texts use and it does not know.
 */
export function firstVectors(texts: readonly string[][]): {
  words: string[];
  size: number;
  vectors: Float32Array;
} {
  const { words: known, size, rows } = readVectors();
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isKnown = new Set(known);
  const own = [...counts]
    .filter(([word, count]) => count >= OWN_VECTOR_FROM && !isKnown.has(word))
    .map(([word]) => word)
    .sort();
  const words = ["<other>", ...known, ...own];
  const vectors = new Float32Array(words.length * size);
  vectors.set(
    Float32Array.from(rows, (step) => step / UNITS),
    size,
  );
  const random = generator(3);
  for (let at = (1 + known.length) * size; at < vectors.length; at++) vectors[at] = normal(random) * 0.1;
  return { words, size, vectors };
}
