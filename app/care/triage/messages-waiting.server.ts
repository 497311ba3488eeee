import type { Tx } from "#app/db.server.ts";

/** Who writes more than this without an answer repeats what the newest of it says. */
const MOST = 20;

/**
 * What a shopper wrote since our last answer, oldest first: what waits. Mail that a machine sent answers nothing, and thanks wait for nothing. Empty where we wrote
 * last, and in a conversation that is closed or spam.
 */
export function messagesWaiting(tx: Tx, conversationId: string): Promise<{ id: string; at: Date }[]> {
  return tx.$queryRaw<{ id: string; at: Date }[]>`
    SELECT id, at FROM (
      SELECT m.id, m.at FROM messages m JOIN conversations c ON c.id = m.conversation_id AND c.status NOT IN ('closed', 'spam')
      WHERE m.conversation_id = ${conversationId} AND m.direction = 'in' AND NOT m.automatic AND m.wants_reply
        AND m.at > COALESCE((SELECT max(o.at) FROM messages o
          WHERE o.conversation_id = ${conversationId} AND o.direction = 'out' AND NOT o.automatic), '-infinity')
      ORDER BY m.at DESC, m.id DESC LIMIT ${MOST}::int) AS newest
    ORDER BY at, id`;
}
