import type { Tx } from "#app/db.server.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type OrderQuery = {
  /** blindIndex(keys, "email", address) */
  emailIndex?: string;
  /** Order names as a shopper writes them (`#1001`, `1001`) or as keys. */
  nameKeys?: string[];
  trackingNumbers?: string[];
  customerId?: string;
  limit: number;
};

/**
 * Ids of orders that match any of the given, newest first. Deleted ones are left out. Each way of asking reads its own newest by
 * its own index: who bought a thousand times costs no more than who bought once.
 */
export async function findOrders(
  tx: Tx,
  { shopId }: Pick<ShopKeys, "shopId">,
  query: OrderQuery,
): Promise<string[]> {
  const { emailIndex = null, nameKeys = [], limit } = query;
  const names = nameKeys.map((name) => orderNameKey(name)).filter(Boolean);
  const customers = query.customerId ? await oneCustomer(tx, shopId, query.customerId) : [];
  const sent = query.trackingNumbers?.length ? await ordersSentWith(tx, shopId, query) : [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      (SELECT id, placed_at FROM orders
       WHERE shop_id = ${shopId} AND email_index = ${emailIndex}::text AND deleted_at IS NULL
       ORDER BY placed_at DESC, id DESC LIMIT ${limit})
      UNION
      (SELECT theirs.id, theirs.placed_at FROM unnest(${customers}::text[]) AS customer(id), LATERAL (
         SELECT id, placed_at FROM orders
         WHERE shop_id = ${shopId} AND customer_id = customer.id AND deleted_at IS NULL
         ORDER BY placed_at DESC, id DESC LIMIT ${limit}) AS theirs)
      UNION
      (SELECT id, placed_at FROM orders
       WHERE shop_id = ${shopId} AND name_key = ANY(${names}::text[]) AND deleted_at IS NULL
       ORDER BY placed_at DESC, id DESC LIMIT ${limit})
      UNION
      (SELECT id, placed_at FROM orders WHERE shop_id = ${shopId} AND id = ANY(${sent}::text[]) AND deleted_at IS NULL)
    ) AS found ORDER BY placed_at DESC, id DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** The customer and those that were merged into them. */
async function oneCustomer(tx: Tx, shopId: string, customerId: string): Promise<string[]> {
  const merged = await tx.customer.findMany({
    where: { shopId, mergedIntoId: customerId },
    select: { id: true },
    take: 50,
  });
  return [customerId, ...merged.map(({ id }) => id)];
}

async function ordersSentWith(
  tx: Tx,
  shopId: string,
  { trackingNumbers = [], limit }: OrderQuery,
): Promise<string[]> {
  const numbers = trackingNumbers.flatMap((number) => [
    number,
    number.toUpperCase(),
    number.replaceAll(/\s/g, ""),
  ]);
  const parcels = await tx.fulfillment.findMany({
    where: { shopId, trackingNumber: { in: numbers } },
    select: { orderId: true },
    take: limit,
  });
  return parcels.map(({ orderId }) => orderId);
}
