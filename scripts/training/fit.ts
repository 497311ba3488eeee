import type { Features } from "#app/care/understand/features.ts";
import type { LinearModel } from "#app/care/understand/linear-model.ts";
import { score, sigmoid } from "#app/care/understand/linear-model.ts";
import { bestThreshold } from "./measures.ts";

/** One labelled text: `truth[label]` is 1, 0, or -1 where the data set does not say. */
export type Example = { features: Features; truth: Int8Array };
type Plan = {
  name: string;
  labels: readonly string[];
  bits: number;
  epochs: number;
  rate: number;
  /** AdaGrad's first squares: damps the first steps, which matters most for rare features. */
  damping: number;
};

/**
 * Fits a one-against-rest logistic regression by AdaGrad. Deterministic: a fixed shuffle, a tenth of the
 * examples (every tenth) held out for temperature and thresholds, so that no dev split is ever touched.
 */
export function fit(plan: Plan, examples: Example[]): LinearModel {
  const training = examples.filter((_, at) => at % 10 !== 9);
  const held = examples.filter((_, at) => at % 10 === 9);
  const state = start(plan, training);
  const random = generator(7);
  const order = training.map((_, at) => at);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random);
    const rate = plan.rate * (1 - epoch / plan.epochs) + plan.rate * 0.05;
    for (const at of order) learn(state, training[at] as Example, rate);
  }
  const model = quantise(plan, state);
  calibrate(model, held);
  return model;
}

type State = {
  count: number;
  mask: number;
  weights: Float32Array;
  squares: Float32Array;
  bias: Float64Array;
  biasSquares: Float64Array;
};

function start(plan: Plan, examples: Example[]): State {
  const count = plan.labels.length;
  const size = 2 ** plan.bits * count;
  const bias = new Float64Array(count);
  for (let label = 0; label < count; label++) {
    const known = examples.filter((example) => example.truth[label] !== -1);
    const positive = known.filter((example) => example.truth[label] === 1).length;
    const share = (positive + 1) / (known.length + 2);
    bias[label] = Math.log(share / (1 - share));
  }
  return {
    count,
    mask: 2 ** plan.bits - 1,
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(plan.damping),
    bias,
    biasSquares: new Float64Array(count).fill(1),
  };
}

function learn(state: State, example: Example, rate: number): void {
  const { count, bias, biasSquares } = state;
  const logits = Float64Array.from(bias);
  const blocks = [example.features.words, example.features.chars];
  for (const block of blocks) addBlock(state, block, logits);
  const gradient = new Float64Array(count);
  const active: number[] = [];
  for (let label = 0; label < count; label++) {
    const truth = example.truth[label] ?? -1;
    if (truth === -1) continue;
    const error = sigmoid(logits[label] ?? 0) - truth;
    if (Math.abs(error) < 0.004) continue;
    gradient[label] = error;
    active.push(label);
    biasSquares[label] = (biasSquares[label] ?? 0) + error * error;
    bias[label] = (bias[label] ?? 0) - (0.1 * rate * error) / Math.sqrt(biasSquares[label] ?? 1);
  }
  for (const block of blocks) update({ state, block, gradient, active, rate });
}

function addBlock(state: State, block: Uint32Array, logits: Float64Array): void {
  const { count, mask, weights } = state;
  const norm = block.length ? 1 / Math.sqrt(block.length) : 0;
  for (let at = 0; at < block.length; at++) {
    const row = ((block[at] as number) & mask) * count;
    for (let label = 0; label < count; label++)
      (logits[label] as number) += (weights[row + label] as number) * norm;
  }
}

type Step = { state: State; block: Uint32Array; gradient: Float64Array; active: number[]; rate: number };

function update({ state, block, gradient, active, rate }: Step): void {
  const { count, mask, weights, squares } = state;
  const norm = block.length ? 1 / Math.sqrt(block.length) : 0;
  for (let at = 0; at < block.length; at++) {
    const row = ((block[at] as number) & mask) * count;
    for (const label of active) {
      const cell = row + label;
      const weight = weights[cell] as number;
      const slope = (gradient[label] as number) * norm;
      const square = (squares[cell] as number) + slope * slope;
      squares[cell] = square;
      weights[cell] = weight - (rate * slope) / Math.sqrt(square);
    }
  }
}

function quantise(plan: Plan, state: State): LinearModel {
  const { count, weights } = state;
  const scales = new Array<number>(count).fill(0);
  for (let cell = 0; cell < weights.length; cell++) {
    const size = Math.abs(weights[cell] as number) / 127;
    if (size > (scales[cell % count] as number)) scales[cell % count] = size;
  }
  const body = new Int8Array(weights.length);
  for (let cell = 0; cell < weights.length; cell++) {
    const scale = scales[cell % count] as number;
    body[cell] = scale === 0 ? 0 : Math.round((weights[cell] as number) / scale);
  }
  return {
    name: plan.name,
    labels: [...plan.labels],
    bits: plan.bits,
    scales,
    bias: [...state.bias],
    temperature: 1,
    thresholds: new Array<number>(count).fill(0.5),
    weights: body,
  };
}

/** Temperature by the lowest log loss, then each label's threshold by its best F1, both on held-out examples. */
function calibrate(model: LinearModel, held: Example[]): void {
  let best = { loss: Infinity, temperature: 1 };
  for (let temperature = 0.6; temperature <= 3; temperature += 0.1) {
    model.temperature = temperature;
    const loss = logLoss(model, held);
    if (loss < best.loss) best = { loss, temperature: Math.round(temperature * 10) / 10 };
  }
  model.temperature = best.temperature;
  const scored = held.map((example) => ({
    probabilities: score(model, example.features),
    truth: example.truth,
  }));
  model.thresholds = model.labels.map((_, label) =>
    bestThreshold(
      scored
        .filter((item) => item.truth[label] !== -1)
        .map((item) => ({ probability: item.probabilities[label] ?? 0, truth: item.truth[label] === 1 })),
    ),
  );
}

function logLoss(model: LinearModel, held: Example[]): number {
  let sum = 0;
  for (const example of held) {
    const probabilities = score(model, example.features);
    for (let label = 0; label < probabilities.length; label++) {
      const truth = example.truth[label];
      if (truth === -1) continue;
      const probability = Math.min(1 - 1e-6, Math.max(1e-6, probabilities[label] ?? 0));
      sum -= truth === 1 ? Math.log(probability) : Math.log(1 - probability);
    }
  }
  return sum;
}

/** mulberry32: a small generator with a seed, so that training twice gives the same bytes. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}
