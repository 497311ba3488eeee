import { z } from "zod";
import { sqlOf, type Sql, type Tx } from "#app/db.server.ts";
import { moneyOf } from "#app/mirror/money.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { orderPersonSchema } from "#app/mirror/order-person.ts";
import { ORDERS } from "#app/mirror/orders-statement.ts";
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

const holdsSchema = z.array(z.object({ reason: z.string(), notes: z.string().nullable() }));

type Parcel = MirroredOrder["fulfillments"][number];
type Row = Pick<
  MirroredOrder,
  | "id"
  | "gid"
  | "name"
  | "placedAt"
  | "paidAt"
  | "updatedAt"
  | "cancelReason"
  | "closedAt"
  | "editedAt"
  | "tags"
  | "locale"
  | "test"
> & {
  currency: string;
  cancelledAt: string | null;
  financialStatus: string | null;
  fulfillmentStatus: string | null;
  customerId: string | null;
  total: string;
  lines: unknown;
  sealed: string;
  refunds: { id: string; at: string; amount: string; currency: string; settled: boolean }[];
  fulfillments: (Parcel & { estimatedDeliveryAt: string | null; deliveredAt: string | null })[];
  fulfillmentOrders: (Omit<MirroredOrder["fulfillmentOrders"][number], "holds"> & { holds: unknown })[];
  returns: MirroredOrder["returns"];
  disputes: (Omit<MirroredOrder["disputes"][number], "amount"> & {
    amount: string | null;
    currency: string | null;
  })[];
};

/** Orders with everything known of them, in the given order; those that are unknown or deleted are left out. */
export function readOrders(tx: Tx, keys: ShopKeys, ids: string[]): Promise<MirroredOrder[]> {
  return readOrdersBySql(sqlOf(tx), keys, ids);
}

/** The same for the hot paths. */
export async function readOrdersBySql(
  sql: Sql,
  keys: ShopKeys,
  ids: readonly string[],
): Promise<MirroredOrder[]> {
  const sealed = await sealedOrders(sql, keys, ids);
  return sealed.map(({ open }) => open());
}

/** `open` throws when the record does not open. */
export type SealedOrder = { orderId: string; open: () => MirroredOrder };

/**
 * The same, each to be opened by its caller when it is wanted: one that does not open then holds up no other, and a thread that
 * opens hundreds can let others have their turn.
 */
export async function sealedOrders(sql: Sql, keys: ShopKeys, ids: readonly string[]): Promise<SealedOrder[]> {
  if (ids.length === 0) return [];
  const rows = await sql<Row>(ORDERS, [keys.shopId, [...new Set(ids)]]);
  return rows.map((row) => ({ orderId: row.id, open: () => orderOf(keys, row) }));
}

function orderOf(keys: ShopKeys, row: Row): MirroredOrder {
  const sealed = { context: `orders.sealed:${row.id}` as const, bytes: Buffer.from(row.sealed, "base64") };
  const person = openJson(keys, sealed, orderPersonSchema);
  const { currency, customerId } = row;
  const known = customerId !== null || person.customerName || person.email;
  return {
    id: row.id,
    gid: row.gid,
    name: row.name,
    placedAt: row.placedAt,
    paidAt: row.paidAt,
    updatedAt: row.updatedAt,
    cancelledAt: row.cancelledAt,
    cancelReason: row.cancelReason,
    closedAt: row.closedAt,
    editedAt: row.editedAt,
    financialStatus: row.financialStatus,
    fulfillmentStatus: row.fulfillmentStatus,
    total: moneyOf(row.total, currency),
    currency,
    tags: row.tags,
    lines: linesSchema
      .parse(row.lines)
      .map(({ price, ...line }) => ({ ...line, price: price === null ? null : moneyOf(price, currency) })),
    customer: known
      ? { id: customerId, name: person.customerName ?? null, email: person.email ?? null }
      : null,
    test: row.test,
    locale: row.locale,
    shippingAddress: person.shippingAddress ?? null,
    note: person.note ?? null,
    attributes: person.attributes,
    statusPageUrl: person.statusPageUrl ?? null,
    ...partsOf(row),
  };
}

function partsOf(row: Row) {
  return {
    refunds: row.refunds.map(({ amount, currency, ...refund }) => ({
      ...refund,
      amount: moneyOf(amount, currency),
    })),
    fulfillments: row.fulfillments.map(parcelOf),
    fulfillmentOrders: row.fulfillmentOrders.map(({ holds, ...one }) => ({
      ...one,
      holds: holdsSchema.parse(holds),
    })),
    returns: row.returns,
    disputes: row.disputes.map(({ amount, currency, ...dispute }) => ({
      ...dispute,
      amount: amount && currency ? moneyOf(amount, currency) : null,
    })),
  };
}

/** Webhooks do not say when a parcel arrived or will arrive: the carrier's events do. */
function parcelOf(row: Row["fulfillments"][number]): Parcel {
  const { events } = row;
  const delivered = events.findLast(({ status }) => status === "delivered")?.at;
  const expected = events.findLast(
    ({ estimatedDeliveryAt }) => estimatedDeliveryAt !== null,
  )?.estimatedDeliveryAt;
  return {
    ...row,
    shipmentStatus: row.shipmentStatus ?? events.at(-1)?.status ?? null,
    estimatedDeliveryAt: expected ?? row.estimatedDeliveryAt,
    deliveredAt: row.deliveredAt ?? delivered ?? null,
  };
}
