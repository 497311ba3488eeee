import type { DraftContent, ToldIssue } from "#app/care/draft/draft.ts";
import { toldRaises } from "#app/care/draft/raised.ts";

/**
 * What a draft's delivery is for as it leaves with this text, and its key. An answer is sent once for each draft; what is told unasked
 * once for each thing and stage, whichever draft tells it. Where a person took that out, it is a reply like any other, and what it does
 * not tell can still be told. An order problem is told of once for each stage of it, in whatever words a person puts it.
 */
export function deliveryOf(
  draftId: string,
  { purpose, plan, sentences, outreach }: Pick<DraftContent, "purpose" | "plan" | "sentences" | "outreach">,
  text: string,
): { purpose: string; key: string } {
  if (purpose === "outreach" && outreach) return { purpose, key: keyOf(outreach) };
  if (purpose === "message") return { purpose, key: `message:${draftId}` };
  const [first] = purpose === "answer" ? [] : toldRaises({ plan, sentences }, text);
  if (!first) return { purpose: "reply", key: `reply:${draftId}` };
  return { purpose, key: `${purpose}:${first.id}:${first.stage}` };
}

/** `outreach:<order>:<kind>:<subject>:<stage>`, and of an update what tells it from the others. */
const keyOf = ({ orderId, kind, subject, stage, news }: ToldIssue) =>
  ["outreach", orderId, kind, subject, stage, ...(news ? [news] : [])].join(":");
