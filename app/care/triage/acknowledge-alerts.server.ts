import type { Tx } from "#app/db.server.ts";

export type Acknowledged = { outcome: "acknowledged"; alerts: number } | { outcome: "not_found" };

/** Somebody opened a conversation: what was told of it at once is not told again. Answers how many alerts that ends. */
export async function acknowledgeAlerts(
  tx: Tx,
  { shopId, conversationId, by, at }: { shopId: string; conversationId: string; by: string; at: Date },
): Promise<Acknowledged> {
  const { count: alerts } = await tx.alert.updateMany({
    where: { shopId, conversationId, state: "open" },
    data: { state: "acknowledged", acknowledgedAt: at, acknowledgedBy: by, lookAt: null },
  });
  const isThere = alerts > 0 || (await tx.conversation.count({ where: { id: conversationId } })) > 0;
  return isThere ? { outcome: "acknowledged", alerts } : { outcome: "not_found" };
}
