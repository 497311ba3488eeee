import { normalise } from "./features.ts";
import { answersWidth, offsets, pairsInRow, RAISED, type PhraseModel } from "./phrase-model.ts";

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
  const strongest = new Float64Array(windows * filters + model.size);
  const text = { answers: model.answers, places: placesOf(model, ids), length: ids.length };
  const row = pairsInRow(model);
  for (let window = 0; window < windows; window++)
    for (let pair = 0; pair < row; pair += 4) {
      strongestOf[window]?.(text, offsets(window) * row + pair, row);
      for (let at = 0; at < 8 && pair * 2 + at < filters; at++) {
        const into = window * filters + pair * 2 + at;
        const answer = ((found[at] as number) - RAISED * (window + 1)) * (model.steps[into] as number);
        strongest[into] = Math.max(0, answer + (model.filterBias[into] as number));
      }
    }
  addMeanVector(model, ids, strongest.subarray(windows * filters));
  return output(model, strongest);
}

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

type Text = { answers: Int32Array; places: Int32Array; length: number };
/** What `strongestOf` found last. */
const found = new Int32Array(8);
const LOWER = 0xffff;

/**
 * The most that each of eight filters over one, two or three words finds anywhere: two stand in a number, four numbers side by side in memory,
 * and what is largest so far is kept in registers. The upper of two filters needs no mask: whichever number is larger has the larger upper half.
 * `first` is the first one's place among a word's answers, the next word's stand a `row` further.
 */
const strongestOf = [
  ({ answers, places, length }: Text, first: number): void => {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      const ab = answers[one] as number;
      const cd = answers[one + 1] as number;
      const ef = answers[one + 2] as number;
      const gh = answers[one + 3] as number;
      a = larger(a, ab & LOWER);
      b = larger(b, ab);
      c = larger(c, cd & LOWER);
      d = larger(d, cd);
      e = larger(e, ef & LOWER);
      f = larger(f, ef);
      g = larger(g, gh & LOWER);
      h = larger(h, gh);
    }
    keep([a, b, c, d, e, f, g, h]);
  },
  ({ answers, places, length }: Text, first: number, row: number): void => {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      const two = (places[at + 1] as number) + first + row;
      const ab = ((answers[one] as number) + (answers[two] as number)) | 0;
      const cd = ((answers[one + 1] as number) + (answers[two + 1] as number)) | 0;
      const ef = ((answers[one + 2] as number) + (answers[two + 2] as number)) | 0;
      const gh = ((answers[one + 3] as number) + (answers[two + 3] as number)) | 0;
      a = larger(a, ab & LOWER);
      b = larger(b, ab);
      c = larger(c, cd & LOWER);
      d = larger(d, cd);
      e = larger(e, ef & LOWER);
      f = larger(f, ef);
      g = larger(g, gh & LOWER);
      h = larger(h, gh);
    }
    keep([a, b, c, d, e, f, g, h]);
  },
  ({ answers, places, length }: Text, first: number, row: number): void => {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < length; at++) {
      const one = (places[at] as number) + first;
      const two = (places[at + 1] as number) + first + row;
      const three = (places[at + 2] as number) + first + row + row;
      const ab = ((answers[one] as number) + (answers[two] as number) + (answers[three] as number)) | 0;
      const cd =
        ((answers[one + 1] as number) + (answers[two + 1] as number) + (answers[three + 1] as number)) | 0;
      const ef =
        ((answers[one + 2] as number) + (answers[two + 2] as number) + (answers[three + 2] as number)) | 0;
      const gh =
        ((answers[one + 3] as number) + (answers[two + 3] as number) + (answers[three + 3] as number)) | 0;
      a = larger(a, ab & LOWER);
      b = larger(b, ab);
      c = larger(c, cd & LOWER);
      d = larger(d, cd);
      e = larger(e, ef & LOWER);
      f = larger(f, ef);
      g = larger(g, gh & LOWER);
      h = larger(h, gh);
    }
    keep([a, b, c, d, e, f, g, h]);
  },
] as const;

const larger = (one: number, other: number): number => (other > one ? other : one);

function keep(values: readonly number[]): void {
  for (let at = 0; at < found.length; at += 2) {
    found[at] = values[at] as number;
    found[at + 1] = (values[at + 1] as number) >>> 16;
  }
}

/** The sum of the words' vectors over the root of their number, as in training. */
function addMeanVector(model: PhraseModel, ids: readonly number[], mean: Float64Array): void {
  for (const id of ids)
    for (let at = 0; at < model.size; at++)
      mean[at] = (mean[at] as number) + (model.vectors[id * model.size + at] as number);
  const norm = 1 / Math.sqrt(ids.length);
  for (let at = 0; at < model.size; at++)
    mean[at] = (mean[at] as number) * (model.vectorScales[at] as number) * norm;
}

function output({ outputBlocks, outputScales, bias }: PhraseModel, hidden: Float64Array): Float64Array {
  const sums = new Float64Array(bias.length);
  for (let label = 0; label < sums.length; label++) {
    if (label % 4 === 0) sumBlock(outputBlocks, hidden, label);
    sums[label] = (sumsOf[label % 4] as number) * (outputScales[label] as number) + (bias[label] as number);
  }
  return sums;
}

/** What `sumBlock` found last. */
const sumsOf = new Float64Array(4);

/** Four labels' sums of what stands in the hidden layer times their weights, kept in registers. */
function sumBlock(blocks: Float32Array, hidden: Float64Array, label: number): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0, place = label * hidden.length; at < hidden.length; at++, place += 4) {
    const value = hidden[at] as number;
    a += value * (blocks[place] as number);
    b += value * (blocks[place + 1] as number);
    c += value * (blocks[place + 2] as number);
    d += value * (blocks[place + 3] as number);
  }
  sumsOf[0] = a;
  sumsOf[1] = b;
  sumsOf[2] = c;
  sumsOf[3] = d;
}

/** Works out what a word gives to every filter at every offset. */
function answer(model: PhraseModel, id: number): void {
  const { size, filters, windows, answers } = model;
  const row = pairsInRow(model);
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
        const kind = window * filters + filter;
        const scaled = (sum * (model.filterScales[kind] as number)) / (model.steps[kind] as number);
        const into = first + place * row + (filter >> 1);
        answers[into] = (answers[into] as number) + (Math.round(scaled) << ((filter & 1) * 16));
      }
  model.answered[id] = 1;
}
