import type { Delivery } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

/**
 * The delivery with its conversation and itself locked until the transaction ends: two replies in one conversation are
 * claimed one after the other. The conversation is locked first, everywhere. Null when there is none.
 */
export async function lockDelivery(tx: Tx, deliveryId: string): Promise<Delivery | null> {
  const found = await tx.delivery.findUnique({ where: { id: deliveryId }, select: { conversationId: true } });
  if (!found) return null;
  if (found.conversationId) {
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${found.conversationId} FOR UPDATE`;
  }
  await tx.$executeRaw`SELECT 1 FROM deliveries WHERE id = ${deliveryId} FOR UPDATE`;
  return tx.delivery.findUnique({ where: { id: deliveryId } });
}
