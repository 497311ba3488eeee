import type { Tx } from "#app/db.server.ts";

/** The newest message of a conversation that a person wrote to the shop; null when there is none, or no conversation. */
export async function messageToAnswer(tx: Tx, conversationId: string): Promise<string | null> {
  const message = await tx.message.findFirst({
    where: { conversationId, direction: "in", automatic: false },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return message?.id ?? null;
}
