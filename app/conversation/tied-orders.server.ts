import type { Tx } from "#app/db.server.ts";

/** The orders whose code came back from an address, anywhere or in one conversation, as long as that is kept. */
export async function tiedOrders(
  tx: Tx,
  given: { contactIndex: string; conversationId?: string },
): Promise<string[]> {
  const { contactIndex: usedBy, conversationId } = given;
  const used = await tx.proofCode.findMany({
    where: { usedBy, state: "used", ...(conversationId ? { conversationId } : {}) },
    select: { orderId: true },
    take: 20,
  });
  return used.flatMap(({ orderId }) => orderId ?? []);
}
