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
  const strongest = new Float32Array(windows * filters);
  const found = ids.map((id) => answersOf(model, id));
  const sums = new Float32Array(filters);
  for (let window = 0; window < windows; window++) {
    const into = window * filters;
    const first = offsets(window) * filters;
    for (let at = 0; at < found.length; at++) {
      for (let filter = 0; filter < filters; filter++)
        sums[filter] = model.filterBias[into + filter] as number;
      const end = Math.min(window, found.length - 1 - at);
      for (let offset = 0; offset <= end; offset++)
        addRow(sums, found[at + offset] as Float32Array, first + offset * filters);
      for (let filter = 0; filter < filters; filter++)
        if ((sums[filter] as number) > (strongest[into + filter] as number))
          strongest[into + filter] = sums[filter] as number;
    }
  }
  return output(model, strongest, meanVector(model, ids, size));
}

function addRow(sums: Float32Array, row: Float32Array, from: number): void {
  for (let filter = 0; filter < sums.length; filter++)
    sums[filter] = (sums[filter] as number) + (row[from + filter] as number);
}

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
