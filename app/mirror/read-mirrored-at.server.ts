import type { Sql } from "#app/db.server.ts";

/**
 * When the mirror learnt what it has of some orders and their parts: `order:1001`, `refund:31`, `fulfillment:501`. What a
 * carrier's event told of a parcel has the event's own time: `fulfillment:501:events`.
 */
export type MirroredAt = ReadonlyMap<string, string>;

/**
 * Reads those times in one statement. They stand apart from the order itself: the same order learnt by a webhook and by a read
 * is the same order.
 */
export async function readMirroredAt(sql: Sql, shopId: string, orderIds: string[]): Promise<MirroredAt> {
  if (orderIds.length === 0) return new Map();
  const rows = await sql<{ key: string; at: Date }>(STATEMENT, [shopId, orderIds]);
  return new Map(rows.map(({ key, at }) => [key, at.toISOString()]));
}

const ownTime = (entity: string, table: string, order = "order_id") =>
  `SELECT '${entity}:' || id AS key, mirrored_at AS at FROM ${table} WHERE shop_id = $1 AND ${order} = ANY($2::text[])`;

/** The event that a field of a parcel is read from (read-order-parts.server.ts): the newest that has it. */
const eventTime = (field: string, having: string) => `
  SELECT 'fulfillment:' || f.id || ':${field}' AS key, e.mirrored_at AS at FROM fulfillments f
  CROSS JOIN LATERAL (
    SELECT mirrored_at FROM fulfillment_events
    WHERE shop_id = f.shop_id AND fulfillment_id = f.id AND deleted_at IS NULL AND ${having}
    ORDER BY happened_at DESC, id DESC LIMIT 1) AS e
  WHERE f.shop_id = $1 AND f.order_id = ANY($2::text[]) AND e.mirrored_at IS NOT NULL`;

const STATEMENT = [
  ownTime("order", "orders", "id"),
  ownTime("fulfillment", "fulfillments"),
  ownTime("refund", "refunds"),
  ownTime("return", "returns"),
  ownTime("dispute", "disputes"),
  eventTime("events", "true"),
  eventTime("estimatedDeliveryAt", "estimated_delivery_at IS NOT NULL"),
  eventTime("deliveredAt", "status = 'delivered' AND f.delivered_at IS NULL"),
].join("\nUNION ALL\n");
