import type { Tx } from "#app/db.server.ts";

/** Somebody has read the notes of a conversation that name them. Answers how many were new to them. */
export async function seeMentions(
  tx: Tx,
  { shopId, conversationId, staffId }: { shopId: string; conversationId: string; staffId: string },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE notes SET seen_by = array_append(seen_by, ${staffId})
    WHERE shop_id = ${shopId} AND conversation_id = ${conversationId}
      AND mentions @> ARRAY[${staffId}] AND NOT seen_by @> ARRAY[${staffId}]`;
}
