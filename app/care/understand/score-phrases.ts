import { normalise } from "./features.ts";
import { answersWidth, filtersInRow, offsets, type PhraseModel } from "./phrase-model.ts";

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
  const { filters, windows } = model;
  const ids = words.length > 0 ? words.map((word) => model.index.get(word) ?? 0) : [0];
  const strongest = new Float32Array(windows * filters + model.size);
  const text = { answers: model.answers, places: placesOf(model, ids), length: ids.length };
  const row = filtersInRow(model);
  for (let window = 0; window < windows; window++)
    for (let filter = 0; filter < filters; filter += FILTERS_AT_ONCE) {
      strongestOf[window]?.(text, offsets(window) * row + filter, row);
      for (let at = 0; at < FILTERS_AT_ONCE && filter + at < filters; at++) {
        const into = window * filters + filter + at;
        strongest[into] = Math.max(0, (found[at] as number) + (model.filterBias[into] as number));
      }
    }
  addMeanVector(model, ids, strongest.subarray(windows * filters));
  return output(model, strongest);
}

const FILTERS_AT_ONCE = 4;

/** Where each word's answers begin, and behind them, for windows that reach over the end, those of nothing. */
function placesOf(model: PhraseModel, ids: readonly number[]): Int32Array {
  const width = answersWidth(model);
  const places = new Int32Array(ids.length + model.windows - 1).fill(model.words * width);
  ids.forEach((id, at) => {
    if (model.answered[id] === 0) answer(model, id);
    places[at] = id * width;
  });
  return places;
}

type Text = { answers: Float32Array; places: Int32Array; length: number };
/** What `strongestOf` found last: an array for each of its calls would cost more than the call. */
const found = new Float64Array(FILTERS_AT_ONCE);

/**
 * The most that each of four filters over one, two or three words finds anywhere: four stand side by side in memory and are kept in
 * registers. `first` is the first one's place among a word's answers, the next word's stand a `row` further.
 */
const strongestOf = [
  ({ answers, places, length }: Text, first: number): void => {
    let a = -Infinity;
    let b = -Infinity;
    let c = -Infinity;
    let d = -Infinity;
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      a = larger(a, answers[one] as number);
      b = larger(b, answers[one + 1] as number);
      c = larger(c, answers[one + 2] as number);
      d = larger(d, answers[one + 3] as number);
    }
    found[0] = a;
    found[1] = b;
    found[2] = c;
    found[3] = d;
  },
  ({ answers, places, length }: Text, first: number, row: number): void => {
    let a = -Infinity;
    let b = -Infinity;
    let c = -Infinity;
    let d = -Infinity;
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      const two = (places[at + 1] as number) + first + row;
      a = larger(a, (answers[one] as number) + (answers[two] as number));
      b = larger(b, (answers[one + 1] as number) + (answers[two + 1] as number));
      c = larger(c, (answers[one + 2] as number) + (answers[two + 2] as number));
      d = larger(d, (answers[one + 3] as number) + (answers[two + 3] as number));
    }
    found[0] = a;
    found[1] = b;
    found[2] = c;
    found[3] = d;
  },
  ({ answers, places, length }: Text, first: number, row: number): void => {
    let a = -Infinity;
    let b = -Infinity;
    let c = -Infinity;
    let d = -Infinity;
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      const two = (places[at + 1] as number) + first + row;
      const three = (places[at + 2] as number) + first + row + row;
      a = larger(a, (answers[one] as number) + (answers[two] as number) + (answers[three] as number));
      b = larger(
        b,
        (answers[one + 1] as number) + (answers[two + 1] as number) + (answers[three + 1] as number),
      );
      c = larger(
        c,
        (answers[one + 2] as number) + (answers[two + 2] as number) + (answers[three + 2] as number),
      );
      d = larger(
        d,
        (answers[one + 3] as number) + (answers[two + 3] as number) + (answers[three + 3] as number),
      );
    }
    found[0] = a;
    found[1] = b;
    found[2] = c;
    found[3] = d;
  },
] as const;

const larger = (one: number, other: number): number => (other > one ? other : one);

/** The sum of the words' vectors over the root of their number, as in training. */
function addMeanVector(model: PhraseModel, ids: readonly number[], mean: Float32Array): void {
  for (const id of ids)
    for (let at = 0; at < model.size; at++)
      mean[at] = (mean[at] as number) + (model.vectors[id * model.size + at] as number);
  const norm = 1 / Math.sqrt(ids.length);
  for (let at = 0; at < model.size; at++)
    mean[at] = (mean[at] as number) * (model.vectorScales[at] as number) * norm;
}

function output(model: PhraseModel, hidden: Float32Array): Float64Array {
  const count = model.labels.length;
  const sums = new Float64Array(count);
  for (let at = 0; at < hidden.length; at++) {
    const value = hidden[at] as number;
    if (value === 0) continue;
    const row = at * count;
    for (let label = 0; label < count; label++)
      sums[label] = (sums[label] as number) + value * (model.output[row + label] as number);
  }
  for (let label = 0; label < count; label++)
    sums[label] =
      (sums[label] as number) * (model.outputScales[label] as number) + (model.bias[label] as number);
  return sums;
}

/** Works out what a word gives to every filter at every offset. */
function answer(model: PhraseModel, id: number): void {
  const { size, filters, windows, answers } = model;
  const row = filtersInRow(model);
  const first = id * answersWidth(model);
  for (let window = 0, place = 0; window < windows; window++)
    for (let offset = 0; offset <= window; offset++, place++)
      for (let filter = 0; filter < filters; filter++) {
        let sum = 0;
        for (let at = 0; at < size; at++)
          sum +=
            (model.vectors[id * size + at] as number) *
            (model.vectorScales[at] as number) *
            (model.kernel[(place * size + at) * filters + filter] as number);
        answers[first + place * row + filter] =
          sum * (model.filterScales[window * filters + filter] as number);
      }
  model.answered[id] = 1;
}
