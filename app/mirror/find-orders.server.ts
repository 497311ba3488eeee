import type { Prisma } from "@prisma/client";
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

/** Ids of orders that match any of the given, newest first. Deleted ones are left out. */
export async function findOrders(tx: Tx, keys: ShopKeys, query: OrderQuery): Promise<string[]> {
  const { shopId } = keys;
  const any: Prisma.OrderWhereInput[] = [];
  if (query.emailIndex) any.push({ emailIndex: query.emailIndex });
  if (query.nameKeys?.length)
    any.push({ nameKey: { in: query.nameKeys.map((name) => orderNameKey(name)).filter(Boolean) } });
  if (query.customerId) any.push({ customerId: { in: await oneCustomer(tx, shopId, query.customerId) } });
  if (query.trackingNumbers?.length) {
    const numbers = query.trackingNumbers.flatMap((number) => [
      number,
      number.toUpperCase(),
      number.replaceAll(/\s/g, ""),
    ]);
    const parcels = await tx.fulfillment.findMany({
      where: { shopId, trackingNumber: { in: numbers } },
      select: { orderId: true },
      take: query.limit,
    });
    any.push({ id: { in: parcels.map(({ orderId }) => orderId) } });
  }
  if (any.length === 0) return [];
  const orders = await tx.order.findMany({
    where: { shopId, deletedAt: null, OR: any },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    take: query.limit,
    select: { id: true },
  });
  return orders.map(({ id }) => id);
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
