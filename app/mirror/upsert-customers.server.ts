import type { Sql } from "#app/db.server.ts";
import type { CustomerRow } from "#app/mirror/rows.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Writes customers that are not older than what is known. Locale, tags and totals stay when the source does not carry them;
 * totals have a version of their own. Ids are distinct.
 */
export async function upsertCustomers(sql: Sql, keys: ShopKeys, rows: CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql(
    `
    INSERT INTO customers (shop_id, id, gid, email_index, sealed, locale, state, tags, orders_count, amount_spent, currency,
      last_order_id, summary_at, created_at, updated_at)
    SELECT $1::text, id, 'gid://shopify/Customer/' || id, email_index, decode(sealed, 'base64'), locale, state, tags,
      orders_count, amount_spent, currency, last_order_id, summary_at, created_at, updated_at
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, email_index text, sealed text, locale text, state text, tags text[], orders_count int, amount_spent numeric,
      currency text, last_order_id text, summary_at timestamptz, created_at timestamptz, updated_at timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      email_index = excluded.email_index, sealed = excluded.sealed,
      locale = COALESCE(excluded.locale, customers.locale), state = excluded.state,
      tags = CASE WHEN excluded.tags = '{}' THEN customers.tags ELSE excluded.tags END,
      currency = COALESCE(customers.currency, excluded.currency),
      created_at = COALESCE(excluded.created_at, customers.created_at),
      updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= customers.updated_at AND customers.deleted_at IS NULL`,
    [keys.shopId, JSON.stringify(rows.map((row) => record(keys, row)))],
  );
  for (const row of rows)
    if (row.summaryAt) await updateSummary(sql, keys, { ...row, summaryAt: row.summaryAt });
}

export type Summary = Pick<CustomerRow, "id" | "ordersCount" | "amountSpent" | "currency" | "lastOrderId"> & {
  summaryAt: string;
};

/** Number of orders and amount spent, by when they were counted. The customer may be unknown yet. */
export async function updateSummary(sql: Sql, keys: ShopKeys, summary: Summary): Promise<boolean> {
  const sealed = Buffer.from(sealJson(keys, `customers.sealed:${summary.id}`, {}));
  const written = await sql(
    `
    INSERT INTO customers (shop_id, id, gid, sealed, tags, orders_count, amount_spent, currency, last_order_id, summary_at, updated_at)
    VALUES ($1, $2, $3, $4::bytea, '{}', $5::int,
      $6::numeric, $7, $8, $9::timestamptz, 'epoch')
    ON CONFLICT (shop_id, id) DO UPDATE SET
      orders_count = excluded.orders_count, amount_spent = excluded.amount_spent, currency = excluded.currency,
      last_order_id = excluded.last_order_id, summary_at = excluded.summary_at, mirrored_at = now()
    WHERE (customers.summary_at IS NULL OR excluded.summary_at >= customers.summary_at) AND customers.deleted_at IS NULL
    RETURNING id`,
    [
      keys.shopId,
      summary.id,
      `gid://shopify/Customer/${summary.id}`,
      sealed,
      summary.ordersCount,
      summary.amountSpent,
      summary.currency,
      summary.lastOrderId,
      summary.summaryAt,
    ],
  );
  return written.length > 0;
}

function record(keys: ShopKeys, row: CustomerRow) {
  return {
    id: row.id,
    email_index: row.person.email ? blindIndex(keys, "email", row.person.email) : null,
    sealed: Buffer.from(sealJson(keys, `customers.sealed:${row.id}`, row.person)).toString("base64"),
    locale: row.locale,
    state: row.state,
    tags: row.tags,
    currency: row.currency,
    orders_count: row.ordersCount,
    amount_spent: row.amountSpent,
    last_order_id: row.lastOrderId,
    summary_at: row.summaryAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}
