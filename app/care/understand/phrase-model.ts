import { z } from "zod";

/**
 * A small convolutional network over the words in their order (Kim 2014, arXiv 1408.5882): word vectors, filters over one, two and
 * three neighbouring words, the strongest answer of each filter anywhere in the text, and one linear layer. What a linear model
 * over words cannot know, it can: words it never saw in training lie near words it did, and "not at all happy" is one phrase.
 *
 * File: u32 little-endian header length, JSON header, the words (UTF-8, one a line), then int8: vectors (words × size), kernel
 * (1 + 2 + … + windows offsets × size × filters) and output ((windows × filters + size) × labels).
 */
const headerSchema = z.object({
  name: z.string(),
  labels: z.array(z.string()).min(1),
  /** Bytes of the list of words, and how many it holds; the first stands for every word it does not hold. */
  wordBytes: z.number().int().positive(),
  words: z.number().int().min(2),
  /** Numbers of a word's vector. */
  size: z.number().int().positive(),
  /** Filters of each window width, and the widest window. */
  filters: z.number().int().positive(),
  windows: z.number().int().min(1).max(3),
  /** One int8 step: of each number of the vectors, of each filter, of each label. */
  vectorScales: z.array(z.number()),
  filterScales: z.array(z.number()),
  outputScales: z.array(z.number()),
  filterBias: z.array(z.number()),
  bias: z.array(z.number()),
});
export type PhraseHeader = z.infer<typeof headerSchema>;
export type PhraseWeights = { vectors: Int8Array; kernel: Int8Array; output: Int8Array };
export type PhraseModel = PhraseHeader &
  PhraseWeights & {
    index: Map<string, number>;
    /** What each word gives to every filter at every offset, worked out when a word is first met; a row of zeros behind the last. */
    answers: Float32Array;
    /** 1 where a word's answers are worked out. */
    answered: Uint8Array;
  };

/** How many pairs of window and offset there are: 1 + 2 + … + `windows`. */
export const offsets = (windows: number): number => (windows * (windows + 1)) / 2;

/** Filters are looked at four at once: a row of answers holds so many numbers for each offset. */
export const filtersInRow = ({ filters }: Pick<PhraseHeader, "filters">): number =>
  Math.ceil(filters / 4) * 4;
/** How many numbers a word's answers are. */
export const answersWidth = (header: Pick<PhraseHeader, "filters" | "windows">): number =>
  offsets(header.windows) * filtersInRow(header);

/** Throws when the bytes are not a model of this format. */
export function parsePhraseModel(bytes: Uint8Array): PhraseModel {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const decoder = new TextDecoder();
  const header = headerSchema.parse(JSON.parse(decoder.decode(bytes.subarray(4, 4 + length))));
  const { size, filters, windows } = header;
  const list = 4 + length + header.wordBytes;
  const words = decoder.decode(bytes.subarray(4 + length, list)).split("\n");
  const parts = [
    header.words * size,
    offsets(windows) * size * filters,
    (windows * filters + size) * header.labels.length,
  ] as const;
  const expected = list + parts.reduce((sum, part) => sum + part, 0);
  if (bytes.byteLength !== expected || words.length !== header.words)
    throw new Error(`model ${header.name}: ${bytes.byteLength} bytes, expected ${expected}`);
  const at = (start: number, count: number) => new Int8Array(bytes.buffer, bytes.byteOffset + start, count);
  return {
    ...header,
    vectors: at(list, parts[0]),
    kernel: at(list + parts[0], parts[1]),
    output: at(list + parts[0] + parts[1], parts[2]),
    index: new Map(words.map((word, index) => [word, index])),
    answers: new Float32Array((header.words + 1) * answersWidth(header)),
    answered: new Uint8Array(header.words + 1).fill(1, header.words),
  };
}

export function serialisePhraseModel(
  header: PhraseHeader,
  words: readonly string[],
  weights: PhraseWeights,
): Uint8Array {
  const encoder = new TextEncoder();
  const list = encoder.encode(words.join("\n"));
  const json = encoder.encode(JSON.stringify({ ...header, wordBytes: list.length, words: words.length }));
  const body = [weights.vectors, weights.kernel, weights.output];
  const bytes = new Uint8Array(
    4 + json.length + list.length + body.reduce((sum, part) => sum + part.length, 0),
  );
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(list, 4 + json.length);
  let at = 4 + json.length + list.length;
  for (const part of body) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.length), at);
    at += part.length;
  }
  return bytes;
}
