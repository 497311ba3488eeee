import type { Tx } from "#app/db.server.ts";

/** The conversation that took in the message of one that is no more; null when this one never was, or still is. */
export async function joinedInto(tx: Tx, conversationId: string): Promise<string | null> {
  const join = await tx.conversationJoin.findUnique({
    where: { fromId: conversationId },
    select: { intoId: true },
  });
  return join?.intoId ?? null;
}
