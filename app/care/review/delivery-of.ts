import type { DraftContent } from "#app/care/draft/draft.ts";

/**
 * What a draft's delivery is for, and its key. An answer is sent once for each draft; what is told unasked once for each thing and
 * stage, whichever draft tells it.
 */
export function deliveryOf(
  draftId: string,
  { purpose, plan }: Pick<DraftContent, "purpose" | "plan">,
): { purpose: string; key: string } {
  const [first] = plan.raises ?? [];
  if (purpose === "answer" || !first) return { purpose: "reply", key: `reply:${draftId}` };
  return { purpose, key: `${purpose}:${first.id}:${first.stage}` };
}
