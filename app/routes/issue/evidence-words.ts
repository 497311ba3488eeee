import type { Evidence } from "#app/care/detect/issue.ts";
import { evidenceKeyOf } from "#app/components/issue-sentence.ts";
import { sayCode, type Say } from "#app/words/say.ts";

/** What a piece of evidence is, by its key; as it was kept where it has none of ours. */
export function evidenceName(say: Say, evidence: Evidence, orderId: string): string {
  const key = `evidence.${evidenceKeyOf(evidence, orderId)}`;
  return say.knows(key) ? say(key) : evidence.label;
}

/** What a merchant calls the record that says so. */
export const recordName = (say: Say, { source }: Evidence) => sayCode(say, "record", source.entity);
