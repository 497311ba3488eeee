import { parseArgs } from "node:util";
import { loadModels } from "#app/care/understand/models.server.ts";
import { agreementTable } from "./evals/agreement.ts";
import { careMessagesTable } from "./evals/care-messages.ts";
import { judgeLabelled, labelledMessagesTable } from "./evals/labelled-messages.ts";
import { riskFlagsTable } from "./evals/risk-flags.ts";
import { reportEqualCare } from "./evals/equal-care-bounds.ts";
import { publicSetsTable } from "./evals/public-sets.ts";
import { guardTable } from "./evals/drafts/guard-table.ts";
import { speedTable } from "./evals/speed.ts";
import type { Row } from "./evals/row.ts";

/**
 * `npm run eval -- [--data DIR] [--misses]`: the embedded recogniser against labelled dev sets. The invented customer mails need
 * no data folder; the public sets are measured when one is given. `--misses` prints what was read wrongly,
 * never of the locked half of `care-300`. `-- --equal-care` reads the same cases in many ways of writing instead and exits 1 when
 * a difference grew beyond its recorded bound; `--record` takes today's as the bounds. `-- --drafts` measures the guard of drafts.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    misses: { type: "boolean", default: false },
    "equal-care": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    drafts: { type: "boolean", default: false },
  },
});
if (values.record && !values["equal-care"]) throw new Error("--record goes with --equal-care");
if (values.drafts) {
  printTable(guardTable());
  process.exit();
}
const models = loadModels();
if (values["equal-care"]) process.exit(reportEqualCare(models, values.record));
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
rows.push(...speed);

printTable(rows);
if (!values.data) console.log("\nGive --data DIR to measure the public dev sets too.");

function printTable(table: readonly Row[]): void {
  const width = Math.max(...table.map(({ name }) => name.length));
  console.log(`${"measure".padEnd(width)}  value   n      95 % interval`);
  for (const { name, value, n, interval } of table) {
    const range = interval ? `${interval[0].toFixed(3)}–${interval[1].toFixed(3)}` : "";
    console.log(`${name.padEnd(width)}  ${value.padEnd(6)}  ${String(n).padEnd(5)}  ${range}`);
  }
}
