import type { z } from "zod";
import type { layerSchema } from "#app/care/understand/pair-layer.ts";
import { sigmoid, softmax } from "#app/care/understand/linear-model.ts";
import { Adam } from "./adam.ts";
import { generator, normal, shuffle } from "./random.ts";

/**
 * One text: what the layer is asked with, each output before the layer (log odds), and the truths. The first outputs are labels of
 * which any number may be true; of the others at most one is (`oneOf`, -1 where none is).
 */
export type LayerExample = { inputs: Float64Array; first: Float64Array; truth: Int8Array; oneOf: number };
/** The layer as its file says it. */
export type PlainLayer = z.input<typeof layerSchema>;

const HIDDEN = 48;
const EPOCHS = 12;
const BATCH = 256;
const RATE = 0.006;
const DECAY = 0.002;

/** Trains the layer of `pair-layer.ts` by Adam on the log loss. Deterministic. Starts by adding nothing. */
export function fitLayer(examples: readonly LayerExample[]): PlainLayer {
  const net = new LayerNet(examples);
  const order = Int32Array.from(examples, (_, at) => at);
  const batches = Math.ceil(order.length / BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, net.random);
    for (let batch = 0; batch < batches; batch++) {
      const chosen = order.subarray(batch * BATCH, (batch + 1) * BATCH);
      for (const at of chosen) net.learn(examples[at] as LayerExample);
      const done = (epoch * batches + batch) / (EPOCHS * batches);
      net.step(RATE * (1.02 - done), chosen.length);
    }
  }
  return net.plain();
}

class LayerNet {
  readonly random = generator(99);
  readonly #means: Float64Array;
  readonly #deviations: Float64Array;
  readonly #hidden: Adam;
  readonly #hiddenBias: Adam;
  readonly #output: Adam;
  readonly #outputBias: Adam;
  // Scratch of one example.
  readonly #scaled: Float64Array;
  readonly #values = new Float64Array(HIDDEN);
  readonly #slopes: Float64Array;

  constructor(examples: readonly LayerExample[]) {
    const [first] = examples;
    const inputs = first?.inputs.length ?? 0;
    const outputs = first?.first.length ?? 0;
    this.#means = Float64Array.from({ length: inputs }, (_, at) => meanOf(examples, (one) => one.inputs[at]));
    this.#deviations = Float64Array.from({ length: inputs }, (_, at) =>
      Math.sqrt(meanOf(examples, (one) => ((one.inputs[at] ?? 0) - (this.#means[at] ?? 0)) ** 2) + 1e-9),
    );
    const random = Float32Array.from(
      { length: inputs * HIDDEN },
      () => normal(this.random) / Math.sqrt(inputs),
    );
    this.#hidden = new Adam(random, DECAY);
    this.#hiddenBias = new Adam(new Float32Array(HIDDEN));
    this.#output = new Adam(new Float32Array(HIDDEN * outputs), DECAY);
    this.#outputBias = new Adam(new Float32Array(outputs));
    this.#scaled = new Float64Array(inputs);
    this.#slopes = new Float64Array(outputs);
  }

  learn(example: LayerExample): void {
    this.#forward(example);
    this.#backward();
  }

  /** Leaves in `#slopes` how far each output is from the truth. */
  #forward({ inputs, first, truth, oneOf }: LayerExample): void {
    for (let at = 0; at < inputs.length; at++)
      this.#scaled[at] =
        ((inputs[at] as number) - (this.#means[at] as number)) / (this.#deviations[at] as number);
    this.#values.set(this.#hiddenBias.values);
    addRows(this.#hidden.values, this.#scaled, this.#values);
    for (let at = 0; at < HIDDEN; at++) this.#values[at] = Math.max(0, this.#values[at] as number);
    const sums = Float64Array.from(this.#outputBias.values, (bias, at) => bias + (first[at] as number));
    addRows(this.#output.values, this.#values, sums);
    for (let label = 0; label < truth.length; label++)
      this.#slopes[label] = sigmoid(sums[label] as number) - (truth[label] as number);
    softmax(sums.subarray(truth.length)).forEach((share, at) => {
      this.#slopes[truth.length + at] = oneOf === -1 ? 0 : share - Number(at === oneOf);
    });
  }

  #backward(): void {
    const outputs = this.#slopes.length;
    const back = new Float64Array(HIDDEN);
    addTo(this.#outputBias.slopes, this.#slopes, 1);
    for (let at = 0; at < HIDDEN; at++) {
      const value = this.#values[at] as number;
      if (value === 0) continue;
      const row = at * outputs;
      addTo(this.#output.slopes.subarray(row, row + outputs), this.#slopes, value);
      for (let to = 0; to < outputs; to++)
        back[at] =
          (back[at] as number) + (this.#output.values[row + to] as number) * (this.#slopes[to] as number);
    }
    addTo(this.#hiddenBias.slopes, back, 1);
    this.#scaled.forEach((value, at) =>
      addTo(this.#hidden.slopes.subarray(at * HIDDEN, (at + 1) * HIDDEN), back, value),
    );
  }

  step(rate: number, count: number): void {
    for (const part of [this.#hidden, this.#hiddenBias, this.#output, this.#outputBias])
      part.step(rate, count);
  }

  /** With the scaling of the inputs worked into the weights. */
  plain(): PlainLayer {
    const hidden = [...this.#hidden.values].map(
      (weight, at) => weight / (this.#deviations[Math.floor(at / HIDDEN)] as number),
    );
    const shifts = new Float64Array(HIDDEN);
    addRows(Float32Array.from(hidden), this.#means, shifts);
    return {
      hidden: hidden.map(round),
      hiddenBias: [...this.#hiddenBias.values].map((bias, at) => round(bias - (shifts[at] as number))),
      output: [...this.#output.values].map(round),
      outputBias: [...this.#outputBias.values].map(round),
    };
  }
}

/** Adds each row of weights as often as its value says. */
function addRows(weights: Float32Array, values: Float64Array, into: Float64Array): void {
  const count = into.length;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value === 0) continue;
    for (let to = 0, cell = at * count; to < count; to++, cell++)
      into[to] = (into[to] as number) + value * (weights[cell] as number);
  }
}

function addTo(into: Float32Array, values: Float64Array, times: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + times * (values[at] as number);
}

const meanOf = (examples: readonly LayerExample[], of: (one: LayerExample) => number | undefined): number =>
  examples.reduce((sum, one) => sum + (of(one) ?? 0), 0) / Math.max(1, examples.length);

const round = (value: number): number => Math.round(value * 1000) / 1000;
