import type { Tx } from "#app/db.server.ts";

/** Somebody opened a conversation: what was told of it is not told again. Answers how many alerts that ends. */
export async function acknowledgeAlerts(
  tx: Tx,
  { shopId, conversationId, by, at }: { shopId: string; conversationId: string; by: string; at: Date },
): Promise<number> {
  const { count } = await tx.alert.updateMany({
    where: { shopId, conversationId, state: "open" },
    data: { state: "acknowledged", acknowledgedAt: at, acknowledgedBy: by, lookAt: null },
  });
  return count;
}
