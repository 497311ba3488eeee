import type { Delivery } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

/**
 * The delivery with its conversation and itself locked until the transaction ends: two replies in one conversation are
 * claimed one after the other. The conversation is locked first, everywhere. Null when there is none.
 */
export async function lockDelivery(tx: Tx, deliveryId: string): Promise<Delivery | null> {
  const place = await placeOf(tx, deliveryId);
  if (!place) return null;
  await lockPlace(tx, place);
  // Whoever held the conversation before may have put it into another one.
  const now = await placeOf(tx, deliveryId);
  if (now && now.conversationId !== place.conversationId) await lockPlace(tx, now);
  await tx.$executeRaw`SELECT 1 FROM deliveries WHERE id = ${deliveryId} FOR UPDATE`;
  return tx.delivery.findUnique({ where: { id: deliveryId } });
}

type Place = { conversationId: string | null };

const placeOf = (tx: Tx, id: string): Promise<Place | null> =>
  tx.delivery.findUnique({ where: { id }, select: { conversationId: true } });

async function lockPlace(tx: Tx, { conversationId: id }: Place): Promise<void> {
  if (id) await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${id} FOR UPDATE`;
}
