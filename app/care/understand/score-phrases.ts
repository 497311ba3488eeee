import { normalise } from "./features.ts";
import { offsets, type PhraseModel } from "./phrase-model.ts";

/** The most words that are looked at; what a mail says stands in its first paragraphs. */
const MOST_WORDS = 400;
const WORD = /n't|'[a-z]+|\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu;

/** A text's words as the vectors were made of: lower case, `don't` as `do` and `n't`, every other sign on its own. */
export function phraseWords(text: string): string[] {
  const words = normalise(text).replace(/n't\b/g, " n't").match(WORD) ?? [];
  return words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words;
}

/** Each label's logit, in the order of `model.labels`. A text without words gives what the model says of none. */
export function scorePhrases(model: PhraseModel, words: readonly string[]): Float64Array {
  const { filters, windows, size } = model;
  const ids = words.length > 0 ? words.map((word) => model.index.get(word) ?? 0) : [0];
  const width = offsets(windows) * filters;
  // Nothing follows the last word: rows of zeros, so that no window needs to know where the text ends.
  const found = scratch((ids.length + windows - 1) * width);
  found.fill(0, ids.length * width);
  ids.forEach((id, at) => found.set(answersOf(model, id), at * width));
  const strongest = new Float32Array(windows * filters);
  for (let window = 0; window < windows; window++) {
    const into = window * filters;
    const text = { found, width, next: width + filters, length: ids.length * width };
    for (let filter = 0; filter < filters; filter++) {
      const best = strongestOf[window]?.(text, offsets(window) * filters + filter) ?? 0;
      strongest[into + filter] = Math.max(0, best + (model.filterBias[into + filter] as number));
    }
  }
  return output(model, strongest, meanVector(model, ids, size));
}

let kept = new Float32Array(0);

/** Room for numbers of which none is set: memory that is asked for and given back a thousand times a second costs more than the sums. */
function scratch(size: number): Float32Array {
  if (kept.length < size) kept = new Float32Array(size * 2);
  return kept.subarray(0, size);
}

/** What every word gives, `width` numbers a word; a window's next word is `next` numbers on. */
type Found = { found: Float32Array; width: number; next: number; length: number };

/** The most that a filter over one, two or three words finds anywhere; `first` is its place among a word's numbers. */
const strongestOf = [
  ({ found, width, length }: Found, first: number): number => {
    let best = -Infinity;
    for (let at = first; at < length; at += width) {
      const sum = found[at] as number;
      if (sum > best) best = sum;
    }
    return best;
  },
  ({ found, width, next, length }: Found, first: number): number => {
    let best = -Infinity;
    for (let at = first; at < length; at += width) {
      const sum = (found[at] as number) + (found[at + next] as number);
      if (sum > best) best = sum;
    }
    return best;
  },
  ({ found, width, next, length }: Found, first: number): number => {
    let best = -Infinity;
    for (let at = first; at < length; at += width) {
      const sum = (found[at] as number) + (found[at + next] as number) + (found[at + next + next] as number);
      if (sum > best) best = sum;
    }
    return best;
  },
] as const;

/** The sum of the words' vectors over the root of their number, as in training. */
function meanVector(model: PhraseModel, ids: number[], size: number): Float32Array {
  const mean = new Float32Array(size);
  for (const id of ids)
    for (let at = 0; at < size; at++)
      mean[at] = (mean[at] as number) + (model.vectors[id * size + at] as number);
  const norm = 1 / Math.sqrt(ids.length);
  for (let at = 0; at < size; at++)
    mean[at] = (mean[at] as number) * (model.vectorScales[at] as number) * norm;
  return mean;
}

function output(model: PhraseModel, strongest: Float32Array, mean: Float32Array): Float64Array {
  const count = model.labels.length;
  const sums = new Float64Array(count);
  addLayer(model, { values: strongest, from: 0 }, sums);
  addLayer(model, { values: mean, from: strongest.length }, sums);
  for (let label = 0; label < count; label++)
    sums[label] =
      (sums[label] as number) * (model.outputScales[label] as number) + (model.bias[label] as number);
  return sums;
}

function addLayer(
  model: PhraseModel,
  hidden: { values: Float32Array; from: number },
  sums: Float64Array,
): void {
  const count = sums.length;
  for (let at = 0; at < hidden.values.length; at++) {
    const value = hidden.values[at] as number;
    if (value === 0) continue;
    const row = (hidden.from + at) * count;
    for (let label = 0; label < count; label++)
      sums[label] = (sums[label] as number) + value * (model.output[row + label] as number);
  }
}

function answersOf(model: PhraseModel, id: number): Float32Array {
  const known = model.answers.get(id);
  if (known) return known;
  const { size, filters, windows } = model;
  const rows = offsets(windows);
  const answers = new Float32Array(rows * filters);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < size; at++) {
      const value = (model.vectors[id * size + at] as number) * (model.vectorScales[at] as number);
      const from = (row * size + at) * filters;
      for (let filter = 0; filter < filters; filter++)
        answers[row * filters + filter] =
          (answers[row * filters + filter] as number) + value * (model.kernel[from + filter] as number);
    }
  }
  for (let row = 0, window = 0; row < rows; row++) {
    if (row >= offsets(window + 1)) window++;
    for (let filter = 0; filter < filters; filter++)
      answers[row * filters + filter] =
        (answers[row * filters + filter] as number) *
        (model.filterScales[window * filters + filter] as number);
  }
  model.answers.set(id, answers);
  return answers;
}
