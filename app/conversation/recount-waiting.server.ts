import type { Tx } from "#app/db.server.ts";

/**
 * Messages came into conversations or were taken out of them: since when a shopper waits for an answer follows from the messages that
 * are there now, and how the newest of them begins is read from it (desk/inbox/read-previews.server.ts). Hold the conversations.
 */
export async function recountWaiting(
  tx: Tx,
  { shopId, ids }: { shopId: string; ids: readonly string[] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE conversations c SET sealed_preview = NULL, waiting_since = (
      SELECT min(i.at) FROM messages i
      WHERE i.shop_id = c.shop_id AND i.conversation_id = c.id AND i.direction = 'in' AND NOT i.automatic AND i.wants_reply
        AND i.at > coalesce(
        (SELECT max(o.at) FROM messages o
         WHERE o.shop_id = c.shop_id AND o.conversation_id = c.id AND o.direction = 'out' AND NOT o.automatic), '-infinity'))
    WHERE c.shop_id = ${shopId} AND c.id = ANY(${[...ids]}::text[])`;
}
