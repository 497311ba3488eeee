import type { Sql } from "#app/db.server.ts";

/** Marks refunds whose money is on its way. Answers the orders of those that were not marked before. */
export async function settleRefunds(sql: Sql, shopId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ order_id: string }>(
    `UPDATE refunds SET settled = true, mirrored_at = now()
     WHERE shop_id = $1 AND id = ANY($2::text[]) AND NOT settled RETURNING order_id`,
    [shopId, ids],
  );
  return rows.map((row) => row.order_id);
}
