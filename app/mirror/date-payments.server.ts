import type { Sql } from "#app/db.server.ts";
import { compareText } from "#app/mirror/fold/version.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import type { Payment } from "#app/mirror/rows.ts";

/**
 * Locks orders until the transaction ends, in the order of their ids: those that payments are of together with those that are written
 * beside them, so that two transactions wait for each other at most one way round. Answers which there are.
 */
export async function lockOrders(sql: Sql, shopId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    `SELECT known.id FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT id FROM orders WHERE shop_id = $1 AND id = given.id FOR NO KEY UPDATE ${ONE_BY_ONE}) AS known`,
    [shopId, [...new Set(ids)].toSorted(compareText)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes when orders were paid, by the rule of fold/rules.ts. Answers the orders of which it says something new. */
export async function datePayments(
  sql: Sql,
  shopId: string,
  payments: readonly Payment[],
): Promise<string[]> {
  if (payments.length === 0) return [];
  const rows = await sql<{ id: string }>(
    `UPDATE orders o SET paid_at = given.paid_at, mirrored_at = now()
     FROM (SELECT id, max(paid_at) AS paid_at FROM unnest($2::text[], $3::timestamptz[]) AS g(id, paid_at) GROUP BY id) AS given
     WHERE o.shop_id = $1 AND o.id = ANY($2::text[]) AND o.id = given.id AND o.deleted_at IS NULL
       AND (o.paid_at IS NULL OR o.paid_at < given.paid_at)
     RETURNING o.id`,
    [shopId, payments.map(({ orderId }) => orderId), payments.map(({ paidAt }) => paidAt)],
  );
  return rows.map(({ id }) => id);
}
