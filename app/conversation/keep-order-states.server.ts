import type { Sql } from "#app/db.server.ts";

/**
 * Orders were mirrored: the conversations that are most about one of them say where it is now, so that a list can be narrowed to it.
 * Rows are locked in one order, and only those that change.
 */
export async function keepOrderStates(sql: Sql, shopId: string, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await sql(
    `WITH changed AS (
       SELECT c.id, o.state FROM (
         SELECT id, order_state($1, id) AS state FROM unnest($2::text[]) AS given(id)
         WHERE EXISTS (SELECT FROM conversations WHERE shop_id = $1 AND order_ids <> '{}' AND order_ids[1] = given.id)) o
       JOIN conversations c ON c.shop_id = $1 AND c.order_ids <> '{}' AND c.order_ids[1] = o.id
       WHERE c.order_state IS DISTINCT FROM o.state ORDER BY c.id FOR UPDATE OF c)
     UPDATE conversations c SET order_state = changed.state FROM changed WHERE c.id = changed.id`,
    [shopId, [...new Set(orderIds)]],
  );
}
