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
/** Aimed this far above the recall that is asked for: about a standard error of the strangers it is chosen by and judged by. */
const MARGIN = 0.05;
const FOLDS = 4;

function bankingRow(dir: string): Row {
  const all = readBanking(dir);
  const held = all.filter((_, at) => at % 10 === 9);
  const model = train(all.filter((_, at) => at % 10 !== 9));
  const right = held.map(({ text, labels }) => best(model, text).label === labels[0]);
  return shareRow("Banking77, every tenth of train held out: accuracy", right);
}

/** Out of scope is a class of its own, and a text is of it unless an intent leads by more than a limit. */
function clincRows(dir: string): Row[] {
  const all = readClinc(dir, "train");
  const limit = leadLimit(all);
  const model = train(all);
  const val = readClinc(dir, "val").map(({ text, labels }) => ({ truth: labels[0], ...best(model, text) }));
  const inside = val.filter(({ truth }) => truth !== OUTSIDE);
  const strangers = val.filter(({ truth }) => truth === OUTSIDE);
  return [
    shareRow(
      "CLINC150 val: accuracy in scope",
      inside.map(({ truth, label, lead }) => lead > limit && label === truth),
    ),
    shareRow(
      "CLINC150 val: out of scope, recall",
      strangers.map(({ lead }) => lead <= limit),
    ),
  ];
}

/** The lead that the recall asks for, by models that did not learn from the strangers they are asked about. */
function leadLimit(all: Labelled[]): number {
  const outside = all.filter(({ labels }) => labels[0] === OUTSIDE);
  const inside = all.filter(({ labels }) => labels[0] !== OUTSIDE);
  const leads = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train([...inside, ...outside.filter((__, at) => at % FOLDS !== fold)]);
    return outside.filter((__, at) => at % FOLDS === fold).map(({ text }) => best(model, text).lead);
  })
    .flat()
    .sort((one, other) => one - other);
  return leads[Math.ceil(leads.length * (OUTSIDE_RECALL + MARGIN)) - 1] ?? 0;
}

function train(examples: Labelled[]): LinearModel {
  const labels = [...new Set(examples.map((one) => one.labels[0] ?? ""))].sort();
  const place = new Map(labels.map((label, at) => [label, at]));
  return fitLinear(
    { name: "probe", labels, bits: 17, epochs: 15, rate: 0.3, damping: 0.03, prune: 0, oneOf: true },
    examples.map((one) => {
      const truth = new Int8Array(labels.length);
      truth[place.get(one.labels[0] ?? "") ?? 0] = 1;
      return { features: features(one.text), truth };
    }),
  );
}

/** The likeliest label in scope, and how far its logit leads that of texts out of scope. */
function best(model: LinearModel, text: string): { label: string; lead: number } {
  const outside = model.labels.indexOf(OUTSIDE);
  const logits = logitsOf(model, features(text));
  const strange = logits[outside] ?? 0;
  if (outside !== -1) logits[outside] = -Infinity;
  const top = logits.indexOf(Math.max(...logits));
  return { label: model.labels[top] ?? "", lead: (logits[top] ?? 0) - strange };
}
