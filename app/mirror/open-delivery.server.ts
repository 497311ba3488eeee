import type { Tx } from "#app/db.server.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";

/** A recorded webhook, opened. `triggeredAt` is the header's: unsigned. */
export type Delivery = {
  id: string;
  topic: string;
  shopDomain: string;
  receivedAt: Date;
  triggeredAt: Date | null;
  state: string;
  body: Buffer;
};

/** Reads and opens a delivery of the shop; null when there is none. Throws when the body was altered. */
export async function openDelivery(tx: Tx, keys: ShopKeys, deliveryId: string): Promise<Delivery | null> {
  const row = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, shopId: keys.shopId } });
  if (!row) return null;
  const triggeredAt = row.triggeredAt ? new Date(row.triggeredAt) : null;
  return {
    id: row.id,
    topic: row.topic,
    shopDomain: row.shopDomain,
    receivedAt: row.receivedAt,
    triggeredAt: triggeredAt && !Number.isNaN(triggeredAt.getTime()) ? triggeredAt : null,
    state: row.state,
    body: openBytes(keys, `webhook_deliveries.sealed_body:${row.id}`, row.sealedBody),
  };
}
