import type { Tx } from "#app/db.server.ts";

/**
 * The conversations of replies that were approved and did not leave, the newest first, one entry a reply: failed ones, and
 * cancelled ones (the app was uninstalled, the address takes no mail) as long as the shopper waits for an answer: nobody waits for what
 * they did not ask for, nor for what a person took back.
 */
export async function notSent(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ conversationId: string }[]>`
    SELECT conversation_id AS "conversationId" FROM deliveries
    WHERE conversation_id IS NOT NULL AND (status = 'failed' OR (status = 'cancelled' AND purpose <> 'outreach' AND key NOT LIKE 'undone:%' AND EXISTS (
      SELECT FROM conversations WHERE conversations.id = conversation_id AND conversations.status = 'open')))
    ORDER BY at DESC LIMIT ${most}`;
  return rows.map(({ conversationId }) => conversationId);
}
