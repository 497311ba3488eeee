import type { Tx } from "#app/db.server.ts";

/**
 * The conversation a message stands in, and stays in until the transaction ends: what is kept of it goes where it is, although it may
 * have moved since somebody began to work on it. Null when it is gone. Take the lock against a redaction before.
 */
export async function holdMessage(tx: Tx, messageId: string): Promise<string | null> {
  const [message] = await tx.$queryRaw<{ conversationId: string }[]>`
    SELECT conversation_id AS "conversationId" FROM messages WHERE id = ${messageId} FOR SHARE`;
  return message?.conversationId ?? null;
}
