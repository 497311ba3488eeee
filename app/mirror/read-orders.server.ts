import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { moneyOf } from "#app/mirror/money.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { orderPersonSchema } from "#app/mirror/order-person.ts";
import { readOrderParts, type OrderParts } from "#app/mirror/read-order-parts.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

const linesSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    variantTitle: z.string().nullable().default(null),
    sku: z.string().nullable().default(null),
    quantity: z.number().int(),
    currentQuantity: z.number().int().nullable().default(null),
    price: z.string().nullable(),
  }),
);

/** Orders with everything known of them, in the given order; those that are unknown or deleted are left out. */
export async function readOrders(tx: Tx, keys: ShopKeys, ids: string[]): Promise<MirroredOrder[]> {
  if (ids.length === 0) return [];
  const rows = await tx.order.findMany({ where: { shopId: keys.shopId, id: { in: ids }, deletedAt: null } });
  const parts = await readOrderParts(
    tx,
    keys.shopId,
    rows.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id);
    return row ? [orderOf(keys, row, parts)] : [];
  });
}

type Row = Awaited<ReturnType<Tx["order"]["findMany"]>>[number];

function orderOf(keys: ShopKeys, row: Row, parts: OrderParts): MirroredOrder {
  const person = openJson(keys, { context: `orders.sealed:${row.id}`, bytes: row.sealed }, orderPersonSchema);
  const { currency } = row;
  const known = row.customerId !== null || person.customerName || person.email;
  return {
    id: row.id,
    gid: row.gid,
    name: row.name,
    placedAt: row.placedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    closedAt: row.closedAt?.toISOString() ?? null,
    editedAt: row.editedAt?.toISOString() ?? null,
    financialStatus: row.financialStatus,
    fulfillmentStatus: row.fulfillmentStatus,
    total: moneyOf(row.total.toFixed(), currency),
    currency,
    tags: row.tags,
    lines: linesSchema
      .parse(row.lines)
      .map(({ price, ...line }) => ({ ...line, price: price === null ? null : moneyOf(price, currency) })),
    customer: known
      ? { id: row.customerId, name: person.customerName ?? null, email: person.email ?? null }
      : null,
    test: row.test,
    locale: row.locale,
    shippingAddress: person.shippingAddress ?? null,
    note: person.note ?? null,
    attributes: person.attributes,
    statusPageUrl: person.statusPageUrl ?? null,
    refunds: parts.refunds(row.id),
    fulfillments: parts.fulfillments(row.id),
    fulfillmentOrders: parts.fulfillmentOrders(row.id),
    returns: parts.returns(row.id),
    disputes: parts.disputes(row.id),
  };
}
