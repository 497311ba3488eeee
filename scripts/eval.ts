import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { findIssues } from "#app/care/detect/find-issues.ts";
import { loadModels } from "#app/care/understand/models.server.ts";
import { agreementTable } from "./evals/agreement.ts";
import { careMessagesTable } from "./evals/care-messages.ts";
import { reportDetect } from "./evals/detect/report-detect.ts";
import { attacksTable } from "./evals/drafts/attacks-table.ts";
import { draftsTable } from "./evals/drafts/drafts-table.ts";
import { fairRows } from "./evals/drafts/fair-sentences.ts";
import { saidByModelRows } from "./evals/drafts/said-by-model.ts";
import { obedientRows } from "./evals/drafts/obedient-model.ts";
import { draftsToJudge } from "./evals/drafts/judge-drafts.ts";
import { judgeLabelled, labelledMessagesTable } from "./evals/labelled-messages.ts";
import { riskFlagsTable } from "./evals/risk-flags.ts";
import { reportEqualCare } from "./evals/equal-care-bounds.ts";
import { publicSetsTable } from "./evals/public-sets.ts";
import { guardTable } from "./evals/drafts/guard-table.ts";
import { speedTable } from "./evals/speed.ts";
import { formatRows, type Row } from "./evals/row.ts";

/**
 * `npm run eval -- [--data DIR] [--misses]`: the embedded recogniser against labelled dev sets. The invented customer mails need
 * no data folder; the public sets are measured when one is given. `--misses` prints what was read wrongly,
 * never of the locked half of `care-300`. `-- --equal-care` reads the same cases in many ways of writing instead and exits 1 when
 * a difference grew beyond its recorded bound; `--record` takes today's as the bounds. `-- --drafts` judges what the composer
 * writes and the guard of it instead, and with `--data DIR` attacks it; it exits 1 when an attack gets through. `--to-judge FILE`
 * writes the development drafts that nobody has judged yet, with `--locked` the locked ones, for a judge who works on neither. `-- --speed`
 * prints only how long a reading takes. `-- --detect [--orders N] [--seed S] [--no-holidays]` replays a planned half year of orders and judges which
 * problems are found instead; it exits 1 unless the locked half meets its goals.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    misses: { type: "boolean", default: false },
    "equal-care": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    drafts: { type: "boolean", default: false },
    "to-judge": { type: "string" },
    locked: { type: "boolean", default: false },
    speed: { type: "boolean", default: false },
    detect: { type: "boolean", default: false },
    orders: { type: "string" },
    seed: { type: "string" },
    "no-holidays": { type: "boolean", default: false },
  },
});
if (values.record && !values["equal-care"]) throw new Error("--record goes with --equal-care");
if (values["to-judge"] !== undefined && !values.drafts) throw new Error("--to-judge goes with --drafts");
if (values.locked && values["to-judge"] === undefined) throw new Error("--locked goes with --to-judge");
if ((values.orders ?? values.seed) !== undefined && !values.detect)
  throw new Error("--orders and --seed go with --detect");
if (values["no-holidays"] && !values.detect) throw new Error("--no-holidays goes with --detect");
if (values.detect) process.exit(reportDetect(findIssues, { ...detectInput(), misses: values.misses }));
const models = loadModels();
if (values["equal-care"]) process.exit(reportEqualCare(models, values.record));
if (values.speed) {
  console.log(formatRows(speedTable(models)));
  process.exit();
}
console.log(formatRows(values.drafts ? draftRows() : readingRows()));
if (!values.data)
  console.log(
    values.drafts
      ? "\nGive --data DIR to attack the drafts with the public sets too."
      : "\nGive --data DIR to measure the public dev sets too.",
  );

function detectInput() {
  const whole = z.coerce.number().int().min(1);
  return {
    orders: whole.parse(values.orders ?? 10_000),
    seed: whole.parse(values.seed ?? 1),
    holidays: !values["no-holidays"],
  };
}

/** Every table about drafts is joined here. */
function draftRows(): Row[] {
  const file = values["to-judge"];
  if (file !== undefined) {
    const waiting = draftsToJudge(models, values.locked ? "locked" : "dev");
    writeFileSync(file, waiting.map((one) => `${JSON.stringify(one)}\n`).join(""), { mode: 0o600 });
  }
  const drafts = draftsTable(models);
  const attacks = values.data ? attacksTable(models, values.data) : { rows: [], misses: [], through: 0 };
  const obedient = values.data ? obedientRows(values.data) : { rows: [], misses: [], through: 0 };
  const fair = [fairRows(), saidByModelRows()];
  if (values.misses)
    for (const miss of [
      ...drafts.misses,
      ...fair.flatMap((one) => one.misses),
      ...attacks.misses,
      ...obedient.misses,
    ])
      console.log(miss);
  if (attacks.through + obedient.through > 0) process.exitCode = 1;
  return [
    ...drafts.rows,
    ...fair.flatMap((one) => one.rows),
    ...guardTable(),
    ...attacks.rows,
    ...obedient.rows,
  ];
}

function readingRows(): Row[] {
  // First of all, since a worker does nothing else: what the tables do besides makes later readings slower.
  const speed = speedTable(models);
  const labelled = judgeLabelled(models);
  if (values.misses) for (const { miss } of labelled.dev) if (miss) console.log(miss);
  const rows: Row[] = [
    ...careMessagesTable(models, "dev", values.misses),
    ...careMessagesTable(models, "check", false),
    ...careMessagesTable(models, "ordinary", values.misses),
    ...agreementTable(),
    ...labelledMessagesTable(labelled),
  ];
  if (values.data) rows.push(...publicSetsTable(models, values.data), ...riskFlagsTable(values.data));
  return [...rows, ...speed];
}
