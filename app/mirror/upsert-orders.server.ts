import type { Sql } from "#app/db.server.ts";
import { orderNameKey, type OrderRow } from "#app/mirror/rows.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type Upserted = {
  id: string;
  inserted: boolean;
  /** The row that was there had the same version and other values: which one is newer, only Shopify can say. */
  tie: boolean;
};

/**
 * Writes orders that are not older than what is known; the others change nothing. Lines stay when the source carries none,
 * and a tombstone stays. Answers what was written. Ids are distinct.
 */
export async function upsertOrders(sql: Sql, keys: ShopKeys, rows: OrderRow[]): Promise<Upserted[]> {
  if (rows.length === 0) return [];
  return sql<Upserted>(
    `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(
        id text, name text, name_key text, placed_at timestamptz, updated_at timestamptz, cancelled_at timestamptz,
        cancel_reason text, closed_at timestamptz, financial_status text, fulfillment_status text, currency text,
        total numeric, lines jsonb, customer_id text, locale text, tags text[], email_index text, sealed text)
    ), known AS (
      SELECT o.id, (o.financial_status, o.fulfillment_status, o.cancelled_at, o.closed_at, o.total)
          IS DISTINCT FROM (g.financial_status, g.fulfillment_status, g.cancelled_at, g.closed_at, g.total) AS tie
      FROM orders o JOIN given g ON g.id = o.id
      WHERE o.shop_id = $2 AND o.updated_at = g.updated_at
    ), written AS (
      INSERT INTO orders (shop_id, id, gid, name, name_key, placed_at, updated_at, cancelled_at, cancel_reason, closed_at,
        financial_status, fulfillment_status, currency, total, lines, customer_id, locale, tags, email_index, sealed)
      SELECT $3::text, id, 'gid://shopify/Order/' || id, name, name_key, placed_at, updated_at, cancelled_at,
        cancel_reason, closed_at, financial_status, fulfillment_status, currency, total, lines, customer_id, locale,
        tags, email_index, decode(sealed, 'base64')
      FROM given
      ON CONFLICT (shop_id, id) DO UPDATE SET
        name = excluded.name, name_key = excluded.name_key, placed_at = excluded.placed_at, updated_at = excluded.updated_at,
        cancelled_at = excluded.cancelled_at, cancel_reason = excluded.cancel_reason, closed_at = excluded.closed_at,
        financial_status = excluded.financial_status, fulfillment_status = excluded.fulfillment_status,
        currency = excluded.currency, total = excluded.total,
        lines = CASE WHEN excluded.lines = '[]'::jsonb THEN orders.lines ELSE excluded.lines END,
        customer_id = excluded.customer_id, locale = excluded.locale, tags = excluded.tags,
        email_index = excluded.email_index, sealed = excluded.sealed, mirrored_at = now()
      WHERE excluded.updated_at >= orders.updated_at AND orders.deleted_at IS NULL
      RETURNING id, (xmax = 0) AS inserted
    )
    SELECT written.id, written.inserted, COALESCE(known.tie, false) AS tie
    FROM written LEFT JOIN known ON known.id = written.id`,
    [JSON.stringify(rows.map((row) => record(keys, row))), keys.shopId, keys.shopId],
  );
}

function record(keys: ShopKeys, row: OrderRow) {
  return {
    id: row.id,
    name: row.name,
    name_key: orderNameKey(row.name),
    placed_at: row.placedAt,
    updated_at: row.updatedAt,
    cancelled_at: row.cancelledAt,
    cancel_reason: row.cancelReason,
    closed_at: row.closedAt,
    financial_status: row.financialStatus,
    fulfillment_status: row.fulfillmentStatus,
    currency: row.currency,
    total: row.total,
    lines: row.lines,
    customer_id: row.customerId,
    locale: row.locale,
    tags: row.tags,
    email_index: row.person.email ? blindIndex(keys, "email", row.person.email) : null,
    sealed: Buffer.from(sealJson(keys, `orders.sealed:${row.id}`, row.person)).toString("base64"),
  };
}
