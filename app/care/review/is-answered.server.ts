import type { Tx } from "#app/db.server.ts";

/** Whether a conversation got an answer of ours, or one is about to leave. A receipt and what else leaves by itself is none. */
export async function isAnswered(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<boolean> {
  const ours = await tx.message.count({
    where: { shopId, conversationId, direction: "out", automatic: false },
  });
  const leaving = await tx.delivery.count({
    where: {
      ...{ shopId, conversationId, draftId: { not: null } },
      status: { in: ["queued", "sending", "sent", "uncertain"] },
    },
  });
  return ours + leaving > 0;
}
