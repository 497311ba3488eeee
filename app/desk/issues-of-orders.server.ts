import { readIssues } from "#app/desk/read-issues.server.ts";
import type { ShownIssue } from "#app/desk/shapes.ts";
import { shownIssue } from "#app/desk/shown-issue.ts";
import type { Tx } from "#app/db.server.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** More of one order are not all looked at. */
const MOST = 50;

/** The issues of orders, the newest first. */
export async function issuesOfOrders(
  tx: Tx,
  keys: ShopKeys,
  { orderIds, now }: { orderIds: string[]; now: Date },
): Promise<(orderId: string) => ShownIssue[]> {
  const rows = await tx.orderIssue.findMany({
    where: { shopId: keys.shopId, orderId: { in: orderIds } },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  if (rows.length === 0) return () => [];
  const format = { timeZone: await readTimeZone(tx, keys.shopId), now };
  const shown = (await readIssues(tx, keys, rows)).map((item) => shownIssue(item, format));
  return (orderId) => shown.filter((issue) => issue.orderId === orderId);
}
