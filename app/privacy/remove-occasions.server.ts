import { sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";

/**
 * Removes what messages say of when orders are needed, and what anybody said of the given orders. An order that stays is looked at
 * again: what was found by such a message alone is over.
 */
export async function removeOccasions(
  tx: Tx,
  shopId: string,
  gone: { messageIds: string[]; orderIds?: string[] },
): Promise<void> {
  const { messageIds, orderIds = [] } = gone;
  const sql = sqlOf(tx);
  const removed = await sql<{ orderId: string }>(
    `DELETE FROM order_occasions WHERE shop_id = $1 AND (message_id = ANY($2::text[]) OR order_id = ANY($3::text[]))
     RETURNING order_id AS "orderId"`,
    [shopId, messageIds, orderIds],
  );
  const left = new Set(removed.map(({ orderId }) => orderId));
  for (const orderId of orderIds) left.delete(orderId);
  await emitAll(
    sql,
    [...left].map((orderId) => ({ event: "occasion-said", data: { shopId, orderId } })),
  );
}
