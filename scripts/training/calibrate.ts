import { sigmoid, softmax, type LinearModel } from "#app/care/understand/linear-model.ts";
import { bestThreshold } from "./measures.ts";

/** Logits (examples × labels) of texts a model was not trained on, and the truths (-1: not said). */
export type OutOfFold = { logits: Float32Array; truths: readonly Int8Array[]; labels: number };

/** The model with the temperature of the lowest log loss and each label's best threshold, by language where it learnt them apart. */
export function calibrated(model: LinearModel, held: OutOfFold, languages: readonly string[]): LinearModel {
  const temperature = bestTemperature(held, model.oneOf ?? false);
  const scaled = { ...held, logits: held.logits.map((logit) => logit / temperature) };
  const thresholds = thresholdsOf(scaled, () => true);
  const apart =
    model.languages &&
    Object.fromEntries(
      Object.entries(model.languages).map(([language, { bias }]) => [
        language,
        { bias, thresholds: thresholdsOf(scaled, (at) => languages[at] === language) },
      ]),
    );
  return { ...model, temperature, thresholds, ...(apart ? { languages: apart } : {}) };
}

/** Each label's threshold by its best F1 among the chosen examples; 0.5 where it is never said. */
export function thresholdsOf(held: OutOfFold, chosen: (at: number) => boolean): number[] {
  return Array.from({ length: held.labels }, (_, label) => {
    const judged = judgedOf(held, label)
      .filter(({ at }) => chosen(at))
      .map(({ logit, truth }) => ({ probability: sigmoid(logit), truth }));
    return judged.some(({ truth }) => truth) ? bestThreshold(judged) : 0.5;
  });
}

function judgedOf({ logits, truths, labels }: OutOfFold, label: number) {
  return truths.flatMap((truth, at) =>
    truth[label] === -1
      ? []
      : [{ at, logit: logits[at * labels + label] as number, truth: truth[label] === 1 }],
  );
}

function bestTemperature(held: OutOfFold, oneOf: boolean): number {
  let best = { loss: Infinity, temperature: 1 };
  for (let tenths = 5; tenths <= 40; tenths++) {
    const loss = oneOf ? lossOfOne(held, tenths / 10) : lossOfAny(held, tenths / 10);
    if (loss < best.loss) best = { loss, temperature: tenths / 10 };
  }
  return best.temperature;
}

function lossOfAny(held: OutOfFold, temperature: number): number {
  let loss = 0;
  for (let label = 0; label < held.labels; label++)
    loss += logLoss(judgedOf(held, label), { slope: 1 / temperature, offset: 0 });
  return loss;
}

function lossOfOne({ logits, truths, labels }: OutOfFold, temperature: number): number {
  let loss = 0;
  truths.forEach((truth, at) => {
    const own = Float64Array.from(
      logits.subarray(at * labels, (at + 1) * labels),
      (logit) => logit / temperature,
    );
    loss -= Math.log(Math.max(1e-6, softmax(own)[truth.indexOf(1)] ?? 0));
  });
  return loss;
}

type Line = { slope: number; offset: number };
type Judged = { logit: number; truth: boolean }[];

/** Platt's line for each label (1999): probability = sigmoid(slope × logit + offset), by Newton's method on the log loss. */
export function plattLines(held: OutOfFold): Line[] {
  return Array.from({ length: held.labels }, (_, label) => plattLine(judgedOf(held, label)));
}

function plattLine(judged: Judged): Line {
  let line = { slope: 0, offset: 0 }; // from a surer start Newton may overshoot
  for (let round = 0; round < 30; round++) {
    let [slopeBy, offsetBy, a, b, c] = [0, 0, 1e-6, 0, 1e-6];
    for (const { logit, truth } of judged) {
      const probability = sigmoid(line.slope * logit + line.offset);
      const error = probability - Number(truth);
      const weight = probability * (1 - probability);
      slopeBy += error * logit;
      offsetBy += error;
      a += weight * logit * logit;
      b += weight * logit;
      c += weight;
    }
    const determinant = a * c - b * b;
    line = {
      slope: line.slope - (c * slopeBy - b * offsetBy) / determinant,
      offset: line.offset - (a * offsetBy - b * slopeBy) / determinant,
    };
  }
  return line;
}

function logLoss(judged: Judged, { slope, offset }: Line): number {
  let sum = 0;
  for (const { logit, truth } of judged) {
    const probability = Math.min(1 - 1e-6, Math.max(1e-6, sigmoid(slope * logit + offset)));
    sum -= Math.log(truth ? probability : 1 - probability);
  }
  return sum;
}
