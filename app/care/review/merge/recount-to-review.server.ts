import type { Tx } from "#app/db.server.ts";

/** Whether a draft of each waits for somebody, after drafts went from one to another; their rows are locked. */
export async function recountToReview(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE conversations SET to_review = to_review(shop_id, id, status, unsent) WHERE id = ANY(${ids})`;
}
