import type { Sql } from "#app/db.server.ts";
import type { KnownCustomer, KnownOrder } from "#app/mirror/compare-order.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";

/** What the mirror has of a page of listed orders, in one statement. Orders it does not have are left out. */
export async function readKnownOrders(
  sql: Sql,
  shopId: string,
  ids: string[],
): Promise<Map<string, KnownOrder>> {
  const rows = await sql<{ known: KnownOrder }>(
    `SELECT jsonb_build_object(
       'id', o.id, 'updatedAt', ${ms("o.updated_at")}, 'deleted', o.deleted_at IS NOT NULL,
       'fulfillments', COALESCE((
         SELECT jsonb_object_agg(f.id, jsonb_build_object('updatedAt', ${ms("f.updated_at")},
           'arrived', f.delivered_at IS NOT NULL,
           'events', ARRAY(SELECT e.id FROM fulfillment_events e
             WHERE e.shop_id = f.shop_id AND e.fulfillment_id = f.id AND e.deleted_at IS NULL),
           'deletedEvents', ARRAY(SELECT e.id FROM fulfillment_events e
             WHERE e.shop_id = f.shop_id AND e.fulfillment_id = f.id AND e.deleted_at IS NOT NULL)))
         FROM fulfillments f WHERE f.shop_id = o.shop_id AND f.order_id = o.id), '{}'),
       'refunds', ARRAY(SELECT r.id FROM refunds r WHERE r.shop_id = o.shop_id AND r.order_id = o.id),
       'unsettled', EXISTS (SELECT FROM refunds r
         WHERE r.shop_id = o.shop_id AND r.order_id = o.id AND NOT r.settled AND r.amount > 0),
       'undated', o.paid_at IS NULL AND o.total > 0 AND o.deleted_at IS NULL AND ${BY_WEBHOOK}
         AND lower(COALESCE(o.financial_status, '')) IN ('paid', 'authorized', 'partially_refunded'),
       'returns', COALESCE((SELECT jsonb_object_agg(r.id, r.status)
         FROM returns r WHERE r.shop_id = o.shop_id AND r.order_id = o.id), '{}'),
       'fulfillmentOrders', COALESCE((SELECT jsonb_object_agg(p.id, ${ms("p.updated_at")})
         FROM fulfillment_orders p WHERE p.shop_id = o.shop_id AND p.order_id = o.id), '{}')) AS known
     FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT shop_id, id, updated_at, deleted_at, paid_at, total, financial_status, tie FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o`,
    [shopId, ids],
  );
  return new Map(rows.map(({ known }) => [known.id, known]));
}

/** The same for customers, with whether they were redacted. A redacted one is answered though the mirror has no row of it. */
export async function readKnownCustomers(
  sql: Sql,
  shopId: string,
  ids: string[],
): Promise<Map<string, KnownCustomer>> {
  const rows = await sql<{ known: KnownCustomer }>(
    `SELECT jsonb_build_object(
       'id', given.id, 'updatedAt', COALESCE(${ms("c.updated_at")}, 0), 'ordersCount', c.orders_count,
       'amountSpent', c.amount_spent, 'emailConsent', c.email_consent, 'deleted', c.deleted_at IS NOT NULL, 'redacted', m.entity_key IS NOT NULL) AS known
     FROM unnest($2::text[]) AS given(id)
     LEFT JOIN LATERAL (
       SELECT id, updated_at, orders_count, amount_spent, email_consent, deleted_at FROM customers
       WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS c ON true
     LEFT JOIN redaction_marks m ON m.shop_id = $1 AND m.entity = 'customer' AND m.entity_key = given.id
     WHERE c.id IS NOT NULL OR m.entity_key IS NOT NULL`,
    [shopId, ids],
  );
  return new Map(rows.map(({ known }) => [known.id, known]));
}

/** The newest that is known of it was said by a webhook (fold/version.ts): an order that Shopify was asked for is not asked for again. */
const BY_WEBHOOK = "o.tie LIKE '1 %'";

const ms = (column: string) => `round(extract(epoch FROM ${column}) * 1000)`;
