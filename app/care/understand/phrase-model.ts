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
    /**
     * What each word gives to every filter at every offset, worked out when a word is first met; a row for no word behind the last. Two filters
     * share a number, 16 bits each: steps of the filter, raised by `RAISED` so that none is negative.
     */
    answers: Int32Array;
    /** One step of each filter's answers. */
    steps: Float64Array;
    /** The output's weights for four labels after the other, each block from the first hidden value to the last. */
    outputBlocks: Float32Array;
    /** 1 where a word's answers are worked out. */
    answered: Uint8Array;
  };

/** How many pairs of window and offset there are: 1 + 2 + … + `windows`. */
export const offsets = (windows: number): number => (windows * (windows + 1)) / 2;

/** Filters are looked at eight at once: a row of answers holds so many numbers, of two filters each, for each offset. */
export const pairsInRow = ({ filters }: Pick<PhraseHeader, "filters">): number => Math.ceil(filters / 8) * 4;
/** No answer is more steps than this either way, so that three of them, raised, fill 15 bits at most and never touch their neighbour. */
export const RAISED = 5_461;
/** How many numbers a word's answers are. */
export const answersWidth = (header: Pick<PhraseHeader, "filters" | "windows">): number =>
  offsets(header.windows) * pairsInRow(header);

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
  const vectors = at(list, parts[0]);
  const kernel = at(list + parts[0], parts[1]);
  const output = at(list + parts[0] + parts[1], parts[2]);
  return {
    ...header,
    vectors,
    kernel,
    output,
    outputBlocks: inBlocks(output, header.labels.length),
    steps: stepsOf(header, vectors, kernel),
    index: new Map(words.map((word, index) => [word, index])),
    answers: new Int32Array((header.words + 1) * answersWidth(header)).fill(NO_ANSWERS),
    answered: new Uint8Array(header.words + 1).fill(1, header.words),
  };
}

/** The most that a word can give to a filter is the product of the longest vector and the filter's longest offset (Cauchy and Schwarz). */
function stepsOf(header: PhraseHeader, vectors: Int8Array, kernel: Int8Array): Float64Array {
  const { size, filters, windows, words } = header;
  let longest = 0;
  for (let word = 0; word < words; word++) {
    let squares = 0;
    for (let at = 0; at < size; at++)
      squares += ((vectors[word * size + at] as number) * (header.vectorScales[at] as number)) ** 2;
    longest = Math.max(longest, squares);
  }
  const steps = new Float64Array(windows * filters).fill(Number.MIN_VALUE);
  for (let window = 0, place = 0; window < windows; window++)
    for (let offset = 0; offset <= window; offset++, place++)
      for (let filter = 0; filter < filters; filter++) {
        let squares = 0;
        for (let at = 0; at < size; at++)
          squares += (kernel[(place * size + at) * filters + filter] as number) ** 2;
        const most =
          Math.sqrt(longest * squares) * (header.filterScales[window * filters + filter] as number);
        const into = window * filters + filter;
        steps[into] = Math.max(steps[into] as number, most / RAISED);
      }
  return steps;
}

function inBlocks(output: Int8Array, labels: number): Float32Array {
  const hidden = output.length / labels;
  const blocks = new Float32Array(Math.ceil(labels / 4) * 4 * hidden);
  for (let label = 0; label < labels; label++)
    for (let at = 0; at < hidden; at++)
      blocks[(label - (label % 4)) * hidden + at * 4 + (label % 4)] = output[at * labels + label] as number;
  return blocks;
}

const NO_ANSWERS = RAISED * 0x1_0001;

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
