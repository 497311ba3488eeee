import { features } from "#app/care/understand/features.ts";
import { logitsOf, type LinearModel } from "#app/care/understand/linear-model.ts";
import { readBanking, readClinc, type Labelled } from "../training/data.ts";
import { fitLinear } from "../training/fit-linear.ts";
import { shareRow, type Row } from "./row.ts";

/**
 * How well the intent recogniser's kind of model does on two public sets of other trades: the same features and the same fit as
 * `intent.bin`, trained on each set's training texts while the table is made. Not part of the app: a shop has no use for a bank's
 * 77 intents. Banking77 has no dev split: every tenth of its training texts is held out.
 */
export function intentProbes(dir: string): Row[] {
  return [bankingRow(dir), ...clincRows(dir)];
}

const OUTSIDE = "oos";
const OUTSIDE_RECALL = 0.8;

function bankingRow(dir: string): Row {
  const all = readBanking(dir);
  const held = all.filter((_, at) => at % 10 === 9);
  const model = train(all.filter((_, at) => at % 10 !== 9));
  const right = held.map(({ text, labels }) => best(model, text).label === labels[0]);
  return shareRow("Banking77, every tenth of train held out: accuracy", right);
}

/** A text is out of scope when no intent reaches a confidence; which one is chosen on a tenth of the training texts. */
function clincRows(dir: string): Row[] {
  const all = readClinc(dir, "train");
  const first = train(all.filter((_, at) => at % 10 !== 9 && all[at]?.labels[0] !== OUTSIDE));
  const outside = all.filter(({ labels }) => labels[0] === OUTSIDE);
  const confidence = outside.map(({ text }) => best(first, text).share).sort((one, other) => one - other);
  const limit = confidence[Math.ceil(confidence.length * (OUTSIDE_RECALL + 0.02)) - 1] ?? 0.5;
  const model = train(all.filter(({ labels }) => labels[0] !== OUTSIDE));
  const val = readClinc(dir, "val").map(({ text, labels }) => ({ truth: labels[0], ...best(model, text) }));
  const inside = val.filter(({ truth }) => truth !== OUTSIDE);
  const strangers = val.filter(({ truth }) => truth === OUTSIDE);
  return [
    shareRow(
      "CLINC150 val: accuracy in scope",
      inside.map(({ truth, label, share }) => share > limit && label === truth),
    ),
    shareRow(
      "CLINC150 val: out of scope, recall",
      strangers.map(({ share }) => share <= limit),
    ),
  ];
}

function train(examples: Labelled[]): LinearModel {
  const labels = [...new Set(examples.map((one) => one.labels[0] ?? ""))].sort();
  const place = new Map(labels.map((label, at) => [label, at]));
  return fitLinear(
    { name: "probe", labels, bits: 17, epochs: 15, rate: 0.3, damping: 0.1, prune: 0, oneOf: true },
    examples.map((one) => {
      const truth = new Int8Array(labels.length);
      truth[place.get(one.labels[0] ?? "") ?? 0] = 1;
      return { features: features(one.text), truth };
    }),
  );
}

/** The likeliest label and its share of all labels' odds. */
function best(model: LinearModel, text: string): { label: string; share: number } {
  const logits = logitsOf(model, features(text));
  let top = 0;
  let sum = 0;
  logits.forEach((logit, at) => {
    if (logit > (logits[top] as number)) top = at;
    sum += Math.exp(logit);
  });
  return { label: model.labels[top] ?? "", share: Math.exp(logits[top] as number) / sum };
}
