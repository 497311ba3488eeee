import { generator } from "./random.ts";

/** Figures that training and `npm run eval` share, so that both mean the same by a name. */

type Judged = { probability: number; truth: boolean };

export function f1(counts: { hit: number; missed: number; wrong: number }): number {
  const total = 2 * counts.hit + counts.missed + counts.wrong;
  return total === 0 ? 0 : (2 * counts.hit) / total;
}

const RESAMPLES = 12;

/**
 * The probability from which calling a label present gives the best F1: the mean of what is best for several drawings of the cases
 * with replacement, since the best of one drawing hangs on a few of them.
 */
export function bestThreshold(judged: Judged[]): number {
  const sorted = [...judged].sort((one, other) => other.probability - one.probability);
  const random = generator(5);
  const each = Array.from({ length: RESAMPLES }, () => {
    const times = new Uint16Array(sorted.length);
    for (let draw = 0; draw < sorted.length; draw++) {
      const at = Math.floor(random() * sorted.length);
      times[at] = (times[at] as number) + 1;
    }
    return bestOf(sorted, times);
  });
  // A threshold learnt from a handful of cases must not call everything present.
  return Math.min(0.9, Math.max(0.03, mean(each)));
}

/** The best threshold when each of the cases (the likeliest first) counts so many times. */
function bestOf(sorted: Judged[], times: Uint16Array): number {
  const positives = sorted.reduce((sum, { truth }, at) => sum + (truth ? (times[at] as number) : 0), 0);
  let best = { value: 0, threshold: 0.5 };
  let hit = 0;
  let called = 0;
  for (const [at, item] of sorted.entries()) {
    called += times[at] as number;
    if (item.truth) hit += times[at] as number;
    const next = sorted[at + 1]?.probability ?? 0;
    if (next === item.probability) continue;
    const value = f1({ hit, missed: positives - hit, wrong: called - hit });
    if (value > best.value) best = { value, threshold: (item.probability + next) / 2 };
  }
  return best.threshold;
}

/** Macro-F1 over labels, each given as the judged items (present when `probability` ≥ its threshold). */
export function macroF1(labels: { judged: Judged[]; threshold: number }[]): number {
  const each = labels.map(({ judged, threshold }) => {
    let hit = 0;
    let missed = 0;
    let wrong = 0;
    for (const { probability, truth } of judged) {
      if (truth && probability >= threshold) hit++;
      else if (truth) missed++;
      else if (probability >= threshold) wrong++;
    }
    return f1({ hit, missed, wrong });
  });
  return mean(each);
}

export const mean = (values: number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Expected calibration error of top-label confidences in ten equal bins. */
export function calibrationError(items: { confidence: number; correct: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = items.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const confidence = mean(inside.map((item) => item.confidence));
    const accuracy = mean(inside.map((item) => (item.correct ? 1 : 0)));
    error += (inside.length / items.length) * Math.abs(confidence - accuracy);
  }
  return error;
}

/** Wilson's 95 % interval of a share. */
export function interval(hits: number, total: number): [number, number] {
  if (total === 0) return [0, 1];
  const z = 1.96;
  const share = hits / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [(centre - spread) / scale, (centre + spread) / scale];
}
