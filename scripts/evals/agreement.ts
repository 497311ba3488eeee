import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Row } from "./row.ts";

const FILE = new URL("../../tests/evals/care-300-passes.jsonl", import.meta.url);

const labels = z.object({
  intent: z.array(z.string()).min(1),
  emotion: z.array(z.string()).min(1),
  urgency: z.array(z.number()).min(1),
  riskFlags: z.array(z.string()),
});
const passesSchema = z.object({ id: z.string(), first: labels, second: labels });
type Labels = z.infer<typeof labels>;

/** How far the two labelling passes over `care-300` agreed before differences were settled: best labels, share and kappa. */
export function agreementTable(): Row[] {
  const passes = readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => passesSchema.parse(JSON.parse(line)));
  const rows = (what: string, label: (one: Labels) => unknown): Row[] => {
    const pairs = passes.map(({ first, second }): [string, string] => [
      JSON.stringify(label(first)),
      JSON.stringify(label(second)),
    ]);
    const { share, kappa } = agreement(pairs);
    const n = pairs.length;
    return [
      { name: `care-300 labels: both passes agree on ${what}`, value: share.toFixed(3), n },
      { name: `care-300 labels: Cohen's kappa, ${what}`, value: kappa.toFixed(3), n },
    ];
  };
  return [
    ...rows("intent", ({ intent }) => intent[0]),
    ...rows("emotion", ({ emotion }) => emotion[0]),
    ...rows("urgency", ({ urgency }) => urgency[0]),
    ...rows("risk flags", ({ riskFlags }) => riskFlags.toSorted()),
  ];
}

/** Share of equal pairs, and Cohen's kappa: the same beyond what two labellers with these habits would reach by chance. */
export function agreement(pairs: readonly [string, string][]): { share: number; kappa: number } {
  const n = pairs.length;
  const share = pairs.filter(([one, other]) => one === other).length / n;
  const names = new Set(pairs.flat());
  const part = (at: 0 | 1, name: string) => pairs.filter((pair) => pair[at] === name).length / n;
  const chance = [...names].reduce((sum, name) => sum + part(0, name) * part(1, name), 0);
  return { share, kappa: chance === 1 ? 1 : (share - chance) / (1 - chance) };
}
