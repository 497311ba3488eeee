import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Has what a conversation is to be told of an order problem drafted anew, with whatever else has to be told there by now. Answers
 * whether anything is. Hold the conversation.
 */
export async function retellOutreach(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, statuses }: { conversationId: string; statuses: ("waiting" | "stale")[] },
): Promise<boolean> {
  const rows = await tx.draft.findMany({
    where: { conversationId, messageId: null, status: { in: statuses } },
  });
  let retold = false;
  for (const row of rows) {
    const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
    const content = openJson(keys, sealed, draftContentSchema);
    if (!content.outreach) continue;
    await askAnew(tx, { row, content });
    retold = true;
  }
  return retold;
}
