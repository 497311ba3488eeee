import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

const FILE = new URL("../../../tests/evals/drafts/verdicts.jsonl", import.meta.url);

/** One judgement by the rubric: `key` ties it to the very words that were judged. */
export const verdictSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/u),
  id: z.string(),
  sendable: z.boolean(),
  reason: z.string().min(1),
});
type Verdict = z.infer<typeof verdictSchema>;

/** SHA-256 of what was written and what is answered; another word in either is another draft to judge. */
export const verdictKey = (message: string, draft: string): string =>
  createHash("sha256").update(`${message}\n\n${draft}`).digest("hex");

export function readVerdicts(): Verdict[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => verdictSchema.parse(JSON.parse(line)));
}

/** `outdated`: judged once, and the draft reads otherwise now; `missing`: never judged. */
export type Standing = "yes" | "no" | "outdated" | "missing";

export function standingOf(verdicts: readonly Verdict[], { id, key }: { id: string; key: string }): Standing {
  const about = verdicts.find((verdict) => verdict.key === key);
  if (about) return about.sendable ? "yes" : "no";
  return verdicts.some((verdict) => verdict.id === id) ? "outdated" : "missing";
}
