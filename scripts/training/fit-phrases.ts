import { sigmoid } from "#app/care/understand/linear-model.ts";
import { offsets, type PhraseHeader, type PhraseWeights } from "#app/care/understand/phrase-model.ts";
import { Adam } from "./adam.ts";
import { generator, normal, shuffle } from "./random.ts";

/** One labelled text: its words' places in the list, and for each label 1, 0, or -1 where the data set does not say. */
export type PhraseExample = { ids: Int32Array; truth: Int8Array };
export type PhrasePlan = {
  name: string;
  labels: readonly string[];
  /** The words' first vectors (words × size). */
  vectors: Float32Array;
  size: number;
  filters: number;
  windows: number;
  epochs: number;
  rate: number;
  /** Shares of hidden values and of words left out while learning. */
  dropout: number;
  wordDropout: number;
};

const BATCH = 32;
const LONGEST = 60;

/** Trains the network of `phrase-model.ts` by Adam on the log loss. Deterministic. Not calibrated yet (`calibrate.ts`). */
export function fitPhrases(plan: PhrasePlan, examples: readonly PhraseExample[]): PhraseNet {
  const net = new PhraseNet(plan, examples);
  const order = Int32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, net.random);
    const rate = plan.rate * (1 - epoch / plan.epochs) + plan.rate * 0.05;
    for (let from = 0; from < order.length; from += BATCH) {
      const to = Math.min(order.length, from + BATCH);
      for (let at = from; at < to; at++) net.learn(examples[order[at] as number] as PhraseExample);
      net.step(rate, to - from);
    }
  }
  return net;
}

export class PhraseNet {
  readonly random = generator(12_345);
  readonly #plan: PhrasePlan;
  readonly #hidden: number;
  readonly #vectors: Adam;
  readonly #filters: Adam;
  readonly #filterBias: Adam;
  readonly #output: Adam;
  readonly #bias: Adam;
  readonly #touched = new Set<number>();
  // Scratch of one example: the words' vectors, each filter's strongest answer and where it was, the labels' sums.
  readonly #input: Float32Array;
  readonly #inputSlope: Float32Array;
  readonly #sums: Float32Array;
  readonly #best: Int32Array;
  readonly #values: Float32Array;
  readonly #kept: Float32Array;
  readonly #logits: Float64Array;

  constructor(plan: PhrasePlan, examples: readonly PhraseExample[]) {
    const { size, filters, windows, labels } = plan;
    this.#plan = plan;
    this.#hidden = windows * filters + size;
    this.#vectors = new Adam(Float32Array.from(plan.vectors));
    this.#filters = new Adam(new Float32Array(offsets(windows) * size * filters), 1e-5);
    for (let window = 0; window < windows; window++)
      for (let at = offsets(window) * size * filters; at < offsets(window + 1) * size * filters; at++)
        this.#filters.values[at] = normal(this.random) * Math.sqrt(2 / ((window + 1) * size));
    this.#filterBias = new Adam(new Float32Array(windows * filters));
    this.#output = new Adam(new Float32Array(this.#hidden * labels.length), 1e-5);
    for (let at = 0; at < this.#output.values.length; at++)
      this.#output.values[at] = normal(this.random) * 0.05;
    this.#bias = new Adam(Float32Array.from(labels, (_, label) => firstBias(examples, label)));
    this.#input = new Float32Array((LONGEST + windows) * size);
    this.#inputSlope = new Float32Array(this.#input.length);
    this.#sums = new Float32Array(filters);
    this.#best = new Int32Array(windows * filters);
    this.#values = new Float32Array(this.#hidden);
    this.#kept = new Float32Array(this.#hidden);
    this.#logits = new Float64Array(labels.length);
  }

  /** Each label's logit. */
  logits(ids: Int32Array): Float64Array {
    this.#forward(ids, false);
    return Float64Array.from(this.#logits);
  }

  learn({ ids, truth }: PhraseExample): void {
    this.#forward(ids, true);
    this.#backward(ids, truth);
  }

  /** One step of Adam over what the last `count` examples taught. */
  step(rate: number, count: number): void {
    for (const part of [this.#filters, this.#filterBias, this.#output, this.#bias]) part.step(rate, count);
    this.#vectors.stepRows(rate, { count, rows: this.#touched, size: this.#plan.size });
    this.#touched.clear();
  }

  #forward(ids: Int32Array, learning: boolean): void {
    const { size, dropout, wordDropout, labels } = this.#plan;
    const length = Math.min(LONGEST, ids.length);
    const input = this.#input;
    input.fill(0, 0, (length + this.#plan.windows) * size);
    for (let at = 0; at < length; at++) {
      if (learning && this.random() < wordDropout) continue;
      const from = (ids[at] as number) * size;
      input.set(this.#vectors.values.subarray(from, from + size), at * size);
    }
    this.#convolve(length);
    this.#mean(length);
    const values = this.#values;
    for (let at = 0; at < values.length; at++) {
      const kept = learning ? (this.random() < dropout ? 0 : 1 / (1 - dropout)) : 1;
      this.#kept[at] = kept;
      values[at] = (values[at] as number) * kept;
    }
    const { values: output } = this.#output;
    const count = labels.length;
    for (let label = 0; label < count; label++) this.#logits[label] = this.#bias.values[label] as number;
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      if (value === 0) continue;
      for (let label = 0; label < count; label++)
        (this.#logits[label] as number) += value * (output[at * count + label] as number);
    }
  }

  #convolve(length: number): void {
    const { size, filters, windows } = this.#plan;
    const { values: weights } = this.#filters;
    const sums = this.#sums;
    this.#values.fill(0);
    this.#best.fill(-1);
    for (let window = 0; window < windows; window++) {
      const into = window * filters;
      for (let at = 0; at < length; at++) {
        for (let filter = 0; filter < filters; filter++)
          sums[filter] = this.#filterBias.values[into + filter] as number;
        for (let offset = 0; offset <= window; offset++) {
          const row = (offsets(window) + offset) * size;
          const word = (at + offset) * size;
          for (let number = 0; number < size; number++) {
            const value = this.#input[word + number] as number;
            if (value === 0) continue;
            const from = (row + number) * filters;
            for (let filter = 0; filter < filters; filter++)
              sums[filter] = (sums[filter] as number) + value * (weights[from + filter] as number);
          }
        }
        for (let filter = 0; filter < filters; filter++) {
          if ((sums[filter] as number) <= (this.#values[into + filter] as number)) continue;
          this.#values[into + filter] = sums[filter] as number;
          this.#best[into + filter] = at;
        }
      }
    }
  }

  #mean(length: number): void {
    const { size, filters, windows } = this.#plan;
    const norm = 1 / Math.sqrt(Math.max(1, length));
    for (let number = 0; number < size; number++) {
      let sum = 0;
      for (let at = 0; at < length; at++) sum += this.#input[at * size + number] as number;
      this.#values[windows * filters + number] = sum * norm;
    }
  }

  #backward(ids: Int32Array, truth: Int8Array): void {
    const count = this.#plan.labels.length;
    const slope = new Float32Array(count);
    for (let label = 0; label < count; label++) {
      if (truth[label] === -1) continue;
      slope[label] = sigmoid(this.#logits[label] as number) - (truth[label] as number);
      this.#bias.slopes[label] = (this.#bias.slopes[label] as number) + (slope[label] as number);
    }
    const back = new Float32Array(this.#hidden);
    const { values: output, slopes } = this.#output;
    for (let at = 0; at < this.#hidden; at++) {
      if (this.#kept[at] === 0) continue;
      const value = this.#values[at] as number;
      let sum = 0;
      for (let label = 0; label < count; label++) {
        const cell = at * count + label;
        slopes[cell] = (slopes[cell] as number) + value * (slope[label] as number);
        sum += (output[cell] as number) * (slope[label] as number);
      }
      back[at] = sum * (this.#kept[at] as number);
    }
    this.#backToWords(Math.min(LONGEST, ids.length), back);
    this.#keepWordSlopes(ids, back);
  }

  #backToWords(length: number, back: Float32Array): void {
    const { size, filters, windows } = this.#plan;
    this.#inputSlope.fill(0, 0, (length + windows) * size);
    for (let window = 0; window < windows; window++) {
      for (let filter = 0; filter < filters; filter++) {
        const cell = window * filters + filter;
        const at = this.#best[cell] as number;
        const slope = back[cell] as number;
        if (at < 0 || slope === 0) continue;
        this.#filterBias.slopes[cell] = (this.#filterBias.slopes[cell] as number) + slope;
        for (let offset = 0; offset <= window; offset++)
          this.#backThroughFilter({ row: offsets(window) + offset, filter, word: at + offset, slope });
      }
    }
  }

  #backThroughFilter(step: { row: number; filter: number; word: number; slope: number }): void {
    const { size, filters } = this.#plan;
    const { values, slopes } = this.#filters;
    for (let number = 0; number < size; number++) {
      const weight = (step.row * size + number) * filters + step.filter;
      const cell = step.word * size + number;
      slopes[weight] = (slopes[weight] as number) + step.slope * (this.#input[cell] as number);
      this.#inputSlope[cell] = (this.#inputSlope[cell] as number) + step.slope * (values[weight] as number);
    }
  }

  #keepWordSlopes(ids: Int32Array, back: Float32Array): void {
    const { size, filters, windows } = this.#plan;
    const length = Math.min(LONGEST, ids.length);
    const norm = 1 / Math.sqrt(Math.max(1, length));
    const { slopes } = this.#vectors;
    for (let at = 0; at < length; at++) {
      const id = ids[at] as number;
      this.#touched.add(id);
      for (let number = 0; number < size; number++)
        slopes[id * size + number] =
          (slopes[id * size + number] as number) +
          (this.#inputSlope[at * size + number] as number) +
          norm * (back[windows * filters + number] as number);
    }
  }

  /** The network in int8, with what one step of it is worth. */
  quantised(): { header: PhraseHeader; weights: PhraseWeights } {
    const { name, labels, size, filters, windows } = this.#plan;
    const vectors = steps(this.#vectors.values, (at) => at % size, size);
    const weights = steps(
      this.#filters.values,
      (at) => windowOf(Math.floor(at / (size * filters))) * filters + (at % filters),
      windows * filters,
    );
    const output = steps(this.#output.values, (at) => at % labels.length, labels.length);
    return {
      header: {
        name,
        labels: [...labels],
        wordBytes: 1,
        words: this.#vectors.values.length / size,
        size,
        filters,
        windows,
        vectorScales: vectors.scales,
        filterScales: weights.scales,
        outputScales: output.scales,
        filterBias: [...this.#filterBias.values],
        bias: [...this.#bias.values],
      },
      weights: { vectors: vectors.body, kernel: weights.body, output: output.body },
    };
  }
}

function firstBias(examples: readonly PhraseExample[], label: number): number {
  const known = examples.filter(({ truth }) => truth[label] !== -1);
  const share = (known.filter(({ truth }) => truth[label] === 1).length + 1) / (known.length + 2);
  return Math.log(share / (1 - share));
}

/** Which window a row of filters belongs to: 0, 1, 1, 2, 2, 2, … */
function windowOf(row: number): number {
  let window = 0;
  while (row >= offsets(window + 1)) window++;
  return window;
}

function steps(values: Float32Array, groupOf: (at: number) => number, groups: number) {
  const scales = new Array<number>(groups).fill(0);
  values.forEach((value, at) => {
    scales[groupOf(at)] = Math.max(scales[groupOf(at)] as number, Math.abs(value) / 127);
  });
  const body = Int8Array.from(values, (value, at) =>
    Math.round(value / ((scales[groupOf(at)] as number) || 1)),
  );
  return { scales, body };
}
