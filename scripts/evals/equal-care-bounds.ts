import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Models } from "#app/care/understand/read-message.ts";
import {
  equalCare,
  grownBeyond,
  INTENSITY_TOLERANCE,
  spreadsOf,
  type Family,
  type Spreads,
} from "./equal-care.ts";
import { namesThatMatter } from "./equal-names.ts";

const FILE = new URL("../../tests/evals/equal-care/bounds.json", import.meta.url);

const share = z.number().min(0).max(1);
const boundsSchema = z.record(
  z.string(),
  z.object({ intent: share, queue: share, rank: share, emotion: share, confidence: share }),
);

/** The recorded bounds; throws with the field when the file is damaged. */
export const readBounds = (): Spreads => boundsSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));

/**
 * `npm run eval -- --equal-care [--record]`: prints the tables and what grew beyond its bound. With `record`, today's spreads
 * become the bounds. Returns the exit code: 1 when a spread grew or a name changed a reading (which no bound allows).
 */
export function reportEqualCare(models: Models, record: boolean): number {
  const families = equalCare(models);
  const spreads = spreadsOf(families);
  for (const family of families) printFamily(family, spreads);
  console.log(
    `\nShares of cases read as labelled: intent, queue place, rank with an order at stake, emotion (same or kin label, intensity within ${INTENSITY_TOLERANCE}).`,
  );
  const { readings, differing } = namesThatMatter(models);
  console.log(
    `Readings that a name in the greeting or signature changed: ${differing.length} of ${readings}.`,
  );
  for (const line of differing.slice(0, 20)) console.log(`NAME  ${line}`);
  if (record) {
    writeFileSync(FILE, `${JSON.stringify(spreads, null, 2)}\n`);
    console.log("Recorded as the new bounds in tests/evals/equal-care/bounds.json.");
  }
  const grown = grownBeyond(readBounds(), spreads);
  for (const line of grown) console.log(`GREW  ${line}`);
  return grown.length > 0 || differing.length > 0 ? 1 : 0;
}

function printFamily({ name, groups }: Family, spreads: Spreads): void {
  const columns = ["intent", "queue", "rank", "emotion", "confidence", "difference"] as const;
  const rows = groups.map((group) => [
    group.name,
    String(group.n),
    ...columns.map((key) => group[key].toFixed(3)),
  ]);
  const spread = spreads[name];
  const last = [
    "spread",
    "",
    ...columns.map((key) => (key === "difference" ? "" : (spread?.[key].toFixed(3) ?? ""))),
  ];
  console.log(`\n${name}`);
  for (const row of [["", "n", ...columns], ...rows, last])
    console.log(`  ${row.map((cell, at) => cell.padEnd(at === 0 ? 10 : 12)).join("")}`.trimEnd());
}
