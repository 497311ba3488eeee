import type { DraftContent } from "#app/care/draft/draft.ts";
import { toldRaises } from "#app/care/draft/raised.ts";

/**
 * What a draft's delivery is for as it leaves with this text, and its key. An answer is sent once for each draft; what is told unasked
 * once for each thing and stage, whichever draft tells it. Where a person took that out, it is a reply like any other, and what it does
 * not tell can still be told.
 */
export function deliveryOf(
  draftId: string,
  { purpose, plan, sentences }: Pick<DraftContent, "purpose" | "plan" | "sentences">,
  text: string,
): { purpose: string; key: string } {
  const [first] = purpose === "answer" ? [] : toldRaises({ plan, sentences }, text);
  if (!first) return { purpose: "reply", key: `reply:${draftId}` };
  return { purpose, key: `${purpose}:${first.id}:${first.stage}` };
}
