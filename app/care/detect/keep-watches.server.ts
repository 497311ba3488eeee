import type { Sql } from "#app/db.server.ts";
import { minutes } from "#app/lib/duration.ts";

/** When an order is to be looked at again though nothing happens to it; null: never. */
export type NextLook = { orderId: string; lookAt: Date | null };

/** A rule that asks to look again at once is asked again after this, so that every look moves its order's time on. */
const SOONEST = minutes(1);

/** Keeps when each order is to be looked at again, and ends the watch where only an event can say anything new. */
export async function keepWatches(
  sql: Sql,
  shopId: string,
  { looks, now }: { looks: readonly NextLook[]; now: Date },
): Promise<void> {
  const soonest = now.getTime() + SOONEST;
  const watched = looks.flatMap(({ orderId, lookAt }) =>
    lookAt ? [{ orderId, at: new Date(Math.max(lookAt.getTime(), soonest)).toISOString() }] : [],
  );
  const over = looks.flatMap(({ orderId, lookAt }) => (lookAt ? [] : [orderId]));
  if (watched.length > 0)
    await sql(
      `INSERT INTO order_watches (shop_id, order_id, look_at)
       SELECT $1, id, at FROM unnest($2::text[], $3::timestamptz[]) AS given(id, at)
       ON CONFLICT (shop_id, order_id) DO UPDATE SET look_at = excluded.look_at
       WHERE order_watches.look_at <> excluded.look_at`,
      [shopId, watched.map(({ orderId }) => orderId), watched.map(({ at }) => at)],
    );
  if (over.length > 0)
    await sql("DELETE FROM order_watches WHERE shop_id = $1 AND order_id = ANY($2::text[])", [shopId, over]);
}

/** Puts off orders that cannot be looked at, so that they do not hold up those that can. */
export async function putOffWatches(
  sql: Sql,
  shopId: string,
  { orderIds, until }: { orderIds: readonly string[]; until: Date },
): Promise<void> {
  if (orderIds.length === 0) return;
  await sql("UPDATE order_watches SET look_at = $3 WHERE shop_id = $1 AND order_id = ANY($2::text[])", [
    shopId,
    orderIds,
    until.toISOString(),
  ]);
}
