import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";

/**
 * Of orders that were mirrored, those of which a sent reply told something or promised something that is not done: keeping hears of
 * them, and of no others. Most orders are among neither, so that one query serves them all.
 */
export async function announceTold(
  sql: Sql,
  shopId: string,
  mirrored: readonly { orderId: string; trace: string | null }[],
): Promise<void> {
  const told = await sql<{ orderId: string }>(
    `SELECT order_id AS "orderId" FROM sent_claims WHERE shop_id = $1 AND order_id = ANY($2::text[])
     UNION
     SELECT order_id FROM promises
     WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND order_id IS NOT NULL AND kept_at IS NULL`,
    [shopId, mirrored.map(({ orderId }) => orderId)],
  );
  await emitAll(
    sql,
    told.map(({ orderId }) => {
      const trace = mirrored.find((one) => one.orderId === orderId)?.trace ?? null;
      return { event: "told-order-mirrored", data: { shopId, orderId }, trace };
    }),
  );
}
