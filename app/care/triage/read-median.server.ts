import type { Tx } from "#app/db.server.ts";

/** Of how many of the shop's newest orders; fewer than the second in a currency are no measure. */
const NEWEST = 500;
const FEWEST = 20;

/**
 * What an order of this shop is usually worth: the median of its newest orders, by currency. What is worth much is so in its own shop
 * and by no amount. Null where there are too few to tell.
 */
export async function readMedian(tx: Tx, shopId: string): Promise<(currency: string) => number | null> {
  const rows = await tx.$queryRaw<{ currency: string; median: number }[]>`
    SELECT currency, percentile_cont(0.5) WITHIN GROUP (ORDER BY total::float8) AS median FROM (
      SELECT currency, total, cancelled_at, deleted_at, test FROM orders
      WHERE shop_id = ${shopId} ORDER BY placed_at DESC, id DESC LIMIT ${NEWEST}::int) AS newest
    WHERE cancelled_at IS NULL AND deleted_at IS NULL AND test IS NOT TRUE AND total > 0
    GROUP BY currency HAVING count(*) >= ${FEWEST}`;
  const medians = new Map(rows.map(({ currency, median }) => [currency, median]));
  return (currency) => medians.get(currency) ?? null;
}
