import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { datePayments, lockOrders } from "#app/mirror/date-payments.server.ts";
import type { Stamped } from "#app/mirror/fold/rules.ts";
import { stampRows, type StampedRows } from "#app/mirror/fold/stamp.ts";
import { lockAgainstRedaction, withoutRedacted, type HeldBack } from "#app/mirror/redaction-marks.server.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import type { SaidRows } from "#app/mirror/rows.ts";
import { forgetParts } from "#app/mirror/strip-parts.server.ts";
import { upsertRows } from "#app/mirror/upsert-rows.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type Written = {
  /** The orders of which anything changed. */
  orderIds: string[];
  /** The given rows that tell of a redacted person: what brought them must not be kept either. */
  heldBack: HeldBack;
  /** Orders that a payment was told of and nothing else yet: when they were paid is not kept. */
  unplaced: string[];
};

export type RowsToWrite = SaidRows & {
  /** "known" is quiet about orders never seen before, as in a backfill; "new" tells of every change. */
  announce?: "new" | "known";
  /** The `traceparent` of what changed an order, when that is not the work at hand. */
  traceOf?: (orderId: string) => string | null;
};

/**
 * Folds rows into the mirror (fold/rules.ts), nothing of what was redacted, and tells who listens for changed orders. The one
 * way into the mirror, for webhooks, the backfill and single reads alike: in any order, any of them several times. An order of
 * which two contents claim one version is read from Shopify afterwards.
 */
export async function writeRows(sql: Sql, keys: ShopKeys, given: RowsToWrite): Promise<Written> {
  const { shopId } = keys;
  await lockAgainstRedaction(sql, shopId);
  const { rows, heldBack } = await withoutRedacted(sql, keys, given);
  const stamped = stampRows(keys, rows);
  const payments = (given.payments ?? []).filter(({ paidAt }) => paidAt !== null);
  const paid = payments.map(({ orderId }) => orderId);
  const placed = new Set(stamped.orders.map(({ id }) => id));
  const known = paid.length > 0 ? await lockOrders(sql, shopId, [...paid, ...placed]) : placed;
  const orders = await upsertRows(sql, keys, {
    kind: "orders",
    rows: await ofKeptCustomers(sql, shopId, stamped.orders),
  });
  await upsertRows(sql, keys, { kind: "customers", rows: stamped.customers });
  const parts = [
    await upsertRows(sql, keys, { kind: "fulfillments", rows: stamped.fulfillments }),
    await upsertRows(sql, keys, { kind: "events", rows: stamped.events }),
    await upsertRows(sql, keys, { kind: "fulfillmentOrders", rows: stamped.fulfillmentOrders }),
    await upsertRows(sql, keys, { kind: "refunds", rows: stamped.refunds }),
    await upsertRows(sql, keys, { kind: "returns", rows: stamped.returns }),
    await upsertRows(sql, keys, { kind: "disputes", rows: stamped.disputes }),
  ];
  const dated = await datePayments(sql, shopId, payments);
  const joined = await joinEvents(sql, shopId, parcelsOf(stamped));
  const changed = new Set([
    ...[orders, ...parts].flatMap((one) => one.changed.map(({ orderId }) => orderId)),
    ...joined,
    ...dated,
  ]);
  await forgetParts(sql, shopId, [...changed]);
  const told =
    given.announce === "known"
      ? orders.changed.flatMap(({ orderId, inserted }) => (inserted ? [] : [orderId]))
      : [...changed];
  const tied = new Set([orders, ...parts].flatMap((one) => one.tied));
  const { traceOf } = given;
  const about = (orderId: string) => ({
    data: { shopId, orderId },
    ...(traceOf ? { trace: traceOf(orderId) } : {}),
  });
  await emitAll(sql, [
    ...told.map((orderId) => ({ event: "order-mirrored" as const, ...about(orderId) })),
    ...[...tied].map((orderId) => ({ event: "order-unclear" as const, ...about(orderId) })),
  ]);
  const unplaced = paid.filter((orderId) => !known.has(orderId) && !placed.has(orderId));
  return { orderIds: [...changed], heldBack, unplaced };
}

/** What a merged customer bought belongs to the one that was kept, also when the order comes after the merge. */
async function ofKeptCustomers(
  sql: Sql,
  shopId: string,
  orders: Stamped<"orders">[],
): Promise<Stamped<"orders">[]> {
  const kept = await resolveMerges(
    sql,
    shopId,
    orders.flatMap(({ customerId }) => customerId ?? []),
  );
  if (kept.size === 0) return orders;
  return orders.map((order) => ({
    ...order,
    customerId: kept.get(order.customerId ?? "") ?? order.customerId,
  }));
}

/** The parcels that brought an order to events, or events that look for theirs. */
const parcelsOf = ({ fulfillments, events }: Pick<StampedRows, "fulfillments" | "events">) => [
  ...new Set([
    ...fulfillments.map(({ id }) => id),
    ...events.flatMap(({ orderId, fulfillmentId }) => (orderId === null ? [fulfillmentId] : [])),
  ]),
];

/** A carrier's event may come before its parcel, and then does not know its order. Answers the orders that got events so. */
export async function joinEvents(sql: Sql, shopId: string, fulfillmentIds: string[]): Promise<string[]> {
  if (fulfillmentIds.length === 0) return [];
  const joined = await sql<{ order_id: string }>(
    `UPDATE fulfillment_events e SET order_id = f.order_id FROM fulfillments f
     WHERE e.shop_id = $1 AND e.fulfillment_id = ANY($2::text[]) AND e.order_id IS NULL
       AND f.shop_id = e.shop_id AND f.id = e.fulfillment_id
     RETURNING e.order_id`,
    [shopId, fulfillmentIds],
  );
  return joined.map((event) => event.order_id);
}
