import type { Sql } from "#app/db.server.ts";
import type { EventRow, FulfillmentOrderRow, FulfillmentRow } from "#app/mirror/rows.ts";

type Touched = { order_id: string | null };
const orderIds = (touched: Touched[]) => touched.flatMap((one) => one.order_id ?? []);

/** Writes fulfillments that are not older than what is known. Answers the orders they belong to. Ids are distinct. */
export async function upsertFulfillments(
  sql: Sql,
  shopId: string,
  rows: FulfillmentRow[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO fulfillments (shop_id, id, order_id, status, shipment_status, tracking_company, tracking_number, tracking_url,
      estimated_delivery_at, delivered_at, created_at, updated_at)
    SELECT $1::text, id, "orderId", status, "shipmentStatus", "trackingCompany", "trackingNumber", "trackingUrl",
      "estimatedDeliveryAt", "deliveredAt", "createdAt", "updatedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "orderId" text, status text, "shipmentStatus" text, "trackingCompany" text, "trackingNumber" text,
      "trackingUrl" text, "estimatedDeliveryAt" timestamptz, "deliveredAt" timestamptz, "createdAt" timestamptz,
      "updatedAt" timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      order_id = excluded.order_id, status = excluded.status, shipment_status = excluded.shipment_status,
      tracking_company = excluded.tracking_company, tracking_number = excluded.tracking_number,
      tracking_url = excluded.tracking_url,
      estimated_delivery_at = COALESCE(excluded.estimated_delivery_at, fulfillments.estimated_delivery_at),
      delivered_at = COALESCE(excluded.delivered_at, fulfillments.delivered_at),
      created_at = COALESCE(excluded.created_at, fulfillments.created_at),
      updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= fulfillments.updated_at
    RETURNING order_id`,
      [shopId, JSON.stringify(rows)],
    ),
  );
}

/** Writes a carrier's events that are not older than what is known; a deleted one stays deleted. Ids are distinct. */
export async function upsertEvents(sql: Sql, shopId: string, rows: EventRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO fulfillment_events (shop_id, id, fulfillment_id, order_id, status, message, city, country, happened_at,
      estimated_delivery_at, updated_at, deleted_at)
    SELECT $1::text, r.id, r."fulfillmentId", COALESCE(r."orderId", f.order_id), r.status, r.message, r.city, r.country,
      r."happenedAt", r."estimatedDeliveryAt", r."updatedAt", r."deletedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "fulfillmentId" text, "orderId" text, status text, message text, city text, country text,
      "happenedAt" timestamptz, "estimatedDeliveryAt" timestamptz, "updatedAt" timestamptz, "deletedAt" timestamptz)
    LEFT JOIN fulfillments f ON f.shop_id = $3 AND f.id = r."fulfillmentId"
    ON CONFLICT (shop_id, id) DO UPDATE SET
      fulfillment_id = excluded.fulfillment_id, order_id = COALESCE(excluded.order_id, fulfillment_events.order_id),
      status = excluded.status, message = excluded.message, city = excluded.city, country = excluded.country,
      happened_at = excluded.happened_at, estimated_delivery_at = excluded.estimated_delivery_at,
      updated_at = excluded.updated_at, deleted_at = COALESCE(fulfillment_events.deleted_at, excluded.deleted_at)
    WHERE excluded.updated_at >= fulfillment_events.updated_at OR excluded.deleted_at IS NOT NULL
    RETURNING order_id`,
      [shopId, JSON.stringify(rows), shopId],
    ),
  );
}

/** Writes fulfillment orders that are not older than what is known. Ids are distinct. */
export async function upsertFulfillmentOrders(
  sql: Sql,
  shopId: string,
  rows: FulfillmentOrderRow[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO fulfillment_orders (shop_id, id, order_id, status, request_status, fulfill_at, holds, updated_at)
    SELECT $1::text, id, "orderId", status, "requestStatus", "fulfillAt", holds, "updatedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "orderId" text, status text, "requestStatus" text, "fulfillAt" timestamptz, holds jsonb, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      order_id = COALESCE(excluded.order_id, fulfillment_orders.order_id), status = excluded.status,
      request_status = COALESCE(excluded.request_status, fulfillment_orders.request_status),
      fulfill_at = COALESCE(excluded.fulfill_at, fulfillment_orders.fulfill_at), holds = excluded.holds,
      updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= fulfillment_orders.updated_at
    RETURNING order_id`,
      [shopId, JSON.stringify(rows)],
    ),
  );
}
