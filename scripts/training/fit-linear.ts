import type { Features } from "#app/care/understand/features.ts";
import { languageSeed, sigmoid, softmax, type LinearModel } from "#app/care/understand/linear-model.ts";
import { crossed } from "#app/care/understand/sum-rows.ts";
import { generator, shuffle } from "./random.ts";

/** One labelled text: `truth[label]` is 1, 0, or -1 where the data set does not say. */
export type Example = { features: Features; truth: Int8Array; language?: string };
export type LinearPlan = {
  name: string;
  labels: readonly string[];
  bits: number;
  epochs: number;
  rate: number;
  /** AdaGrad's first squares: damps the first steps, which matters most for rare features. */
  damping: number;
  /** Exactly one label is true of each text (softmax), not any number of them. */
  oneOf?: boolean;
  /** Learn each language apart as well as together. */
  byLanguage?: boolean;
  /** Quantised weights of at most this many int8 steps become none: the file shrinks, the figures do not. */
  prune: number;
};

/** Fits a one-against-rest logistic regression by AdaGrad. Deterministic: a fixed shuffle. Not calibrated yet (`calibrate.ts`). */
export function fitLinear(plan: LinearPlan, examples: readonly Example[]): LinearModel {
  const state = start(plan, examples);
  const random = generator(7);
  const order = Int32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random);
    const rate = plan.rate * (1 - epoch / plan.epochs) + plan.rate * 0.05;
    for (const at of order) learn(state, examples[at] as Example, rate);
  }
  return quantise(plan, state);
}

type Bias = { values: Float64Array; squares: Float64Array };
type State = {
  count: number;
  oneOf: boolean;
  mask: number;
  weights: Float32Array;
  squares: Float32Array;
  /** By language; "" where languages are not learnt apart. */
  bias: Map<string, Bias>;
  seeds: Map<string, readonly number[]>;
};

function start(plan: LinearPlan, examples: readonly Example[]): State {
  const count = plan.labels.length;
  const size = 2 ** plan.bits * count;
  const languages = plan.byLanguage ? [...new Set(examples.map(({ language = "" }) => language))] : [""];
  return {
    count,
    oneOf: plan.oneOf ?? false,
    mask: 2 ** plan.bits - 1,
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(plan.damping),
    bias: new Map(
      languages.map((language) => [
        language,
        {
          values: shares(
            plan.byLanguage ? examples.filter((one) => one.language === language) : examples,
            count,
          ),
          squares: new Float64Array(count).fill(1),
        },
      ]),
    ),
    seeds: new Map(
      languages.map((language) => [language, plan.byLanguage ? [0, languageSeed(language)] : [0]]),
    ),
  };
}

function shares(examples: readonly Example[], count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, label) => {
    const known = examples.filter(({ truth }) => truth[label] !== -1);
    const share = (known.filter(({ truth }) => truth[label] === 1).length + 1) / (known.length + 2);
    return Math.log(share / (1 - share));
  });
}

function learn(state: State, example: Example, rate: number): void {
  const { count } = state;
  const language = state.bias.has(example.language ?? "") ? (example.language ?? "") : "";
  const bias = state.bias.get(language) as Bias;
  const seeds = state.seeds.get(language) as readonly number[];
  const logits = Float64Array.from(bias.values);
  const blocks = [example.features.words, example.features.chars];
  for (const block of blocks) addBlock(state, { block, seeds }, logits);
  const gradient = new Float64Array(count);
  const active: number[] = [];
  const probabilities = state.oneOf ? softmax(logits) : logits.map(sigmoid);
  for (let label = 0; label < count; label++) {
    const truth = example.truth[label] ?? -1;
    if (truth === -1) continue;
    const error = (probabilities[label] as number) - truth;
    if (Math.abs(error) < 0.004) continue;
    gradient[label] = error;
    active.push(label);
    bias.squares[label] = (bias.squares[label] as number) + error * error;
    bias.values[label] =
      (bias.values[label] as number) - (0.1 * rate * error) / Math.sqrt(bias.squares[label] as number);
  }
  for (const block of blocks) update({ state, block, seeds, gradient, active, rate });
}

const normOf = (block: Uint32Array, seeds: readonly number[]): number =>
  block.length ? 1 / Math.sqrt(block.length * seeds.length) : 0;

function addBlock(
  state: State,
  { block, seeds }: { block: Uint32Array; seeds: readonly number[] },
  logits: Float64Array,
): void {
  const { count, mask, weights } = state;
  const norm = normOf(block, seeds);
  for (const seed of seeds) {
    for (let at = 0; at < block.length; at++) {
      const row = (crossed(block[at] as number, seed) & mask) * count;
      for (let label = 0; label < count; label++)
        (logits[label] as number) += (weights[row + label] as number) * norm;
    }
  }
}

type Step = {
  state: State;
  block: Uint32Array;
  seeds: readonly number[];
  gradient: Float64Array;
  active: number[];
  rate: number;
};

function update({ state, block, seeds, gradient, active, rate }: Step): void {
  const { count, mask, weights, squares } = state;
  const norm = normOf(block, seeds);
  for (const seed of seeds) {
    for (let at = 0; at < block.length; at++) {
      const row = (crossed(block[at] as number, seed) & mask) * count;
      for (const label of active) {
        const cell = row + label;
        const slope = (gradient[label] as number) * norm;
        const square = (squares[cell] as number) + slope * slope;
        squares[cell] = square;
        weights[cell] = (weights[cell] as number) - (rate * slope) / Math.sqrt(square);
      }
    }
  }
}

function quantise(plan: LinearPlan, state: State): LinearModel {
  const { count, weights } = state;
  const scales = new Array<number>(count).fill(0);
  for (let cell = 0; cell < weights.length; cell++) {
    const size = Math.abs(weights[cell] as number) / 127;
    if (size > (scales[cell % count] as number)) scales[cell % count] = size;
  }
  const body = new Int8Array(weights.length);
  for (let cell = 0; cell < weights.length; cell++) {
    const scale = scales[cell % count] as number;
    const steps = scale === 0 ? 0 : Math.round((weights[cell] as number) / scale);
    body[cell] = Math.abs(steps) <= plan.prune ? 0 : steps;
  }
  const thresholds = new Array<number>(count).fill(0.5);
  const languages = Object.fromEntries(
    [...state.bias].map(([language, { values }]) => [language, { bias: [...values], thresholds }]),
  );
  const [first] = state.bias.values();
  return {
    name: plan.name,
    labels: [...plan.labels],
    bits: plan.bits,
    scales,
    bias: plan.byLanguage ? meanOf([...state.bias.values()]) : [...(first?.values ?? [])],
    temperature: 1,
    thresholds,
    ...(plan.byLanguage ? { languages } : {}),
    ...(plan.oneOf ? { oneOf: true } : {}),
    weights: body,
  };
}

const meanOf = (all: Bias[]): number[] =>
  Array.from(
    all[0]?.values ?? [],
    (_, label) => all.reduce((sum, { values }) => sum + (values[label] as number), 0) / all.length,
  );
