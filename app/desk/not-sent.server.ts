import type { Tx } from "#app/db.server.ts";

/**
 * The conversations of replies that were approved and did not leave, the newest first, one entry a reply: failed ones, and
 * cancelled ones (the app was uninstalled, the address takes no mail) as long as the shopper waits for an answer: nobody waits for what
 * they did not ask for, nor for what a person took back. A side conversation is shown with the shopper's, which is named for it.
 */
export async function notSent(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<Named[]>`
    SELECT coalesce((SELECT parent_id FROM conversations WHERE conversations.id = conversation_id), conversation_id) AS "conversationId"
    FROM deliveries
    WHERE conversation_id IS NOT NULL AND purpose NOT IN ('receipt', 'csat') AND (status = 'failed' OR (status = 'cancelled' AND purpose <> 'outreach' AND key NOT LIKE 'undone:%' AND EXISTS (
      SELECT FROM conversations WHERE conversations.id = conversation_id AND conversations.status = 'open')))
    ORDER BY at DESC LIMIT ${most}`;
  return rows.map(({ conversationId }) => conversationId);
}

/** Likewise of what may have left, or not: only a person can say. */
export async function maybeSent(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<Named[]>`
    SELECT coalesce((SELECT parent_id FROM conversations WHERE conversations.id = conversation_id), conversation_id) AS "conversationId"
    FROM deliveries WHERE conversation_id IS NOT NULL AND status = 'uncertain'
    ORDER BY at DESC LIMIT ${most}`;
  return rows.map(({ conversationId }) => conversationId);
}

type Named = { conversationId: string };
