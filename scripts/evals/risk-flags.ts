import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { riskFlags } from "#app/care/understand/risk-flags.ts";
import { parseCsv } from "../training/data.ts";
import { shareRow, type Row } from "./row.ts";

/** The injection flag on public sets. It only brings a person in: no text gains authority where the flag is missing. */
export function riskFlagsTable(dir: string): Row[] {
  const [, ...rows] = parseCsv(readFileSync(join(dir, "deepset_prompt_injections/train.csv"), "utf8"));
  const flagged = (text: string) => riskFlags(text).includes("injection");
  const attacks = rows.filter((row) => row[1] === "1").map((row) => flagged(row[0] ?? ""));
  const harmless = z
    .array(z.object({ prompt: z.string() }))
    .parse(JSON.parse(readFileSync(join(dir, "notinject/NotInject_one.json"), "utf8")))
    .map(({ prompt }) => flagged(prompt));
  return [
    shareRow("deepset injections flagged (recall)", attacks),
    shareRow("NotInject look-alikes flagged (false alarms)", harmless),
  ];
}
