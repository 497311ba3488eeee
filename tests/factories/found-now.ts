import { findIssues } from "#app/care/detect/find-issues.ts";
import { readPractice } from "#app/care/detect/read-practice.server.ts";
import { seeOrders } from "#app/care/detect/see-orders.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What the rules find in the mirror as it is now, and what issues are open: "order kind subject". */
export async function openIssues(keys: ShopKeys, now: Date): Promise<{ found: string[]; open: string[] }> {
  const { shopId } = keys;
  return forShop(shopId)(async (tx) => {
    const sql = sqlOf(tx);
    const practice = await readPractice(sql, shopId);
    if (practice.outcome === "not_yet") throw new Error("the shop's history is not there");
    const orders = await sql<{ id: string }>("SELECT id FROM orders WHERE shop_id = $1 ORDER BY id", [
      shopId,
    ]);
    const orderIds = orders.map(({ id }) => id);
    const seen = await seeOrders(sql, keys, { orderIds, now, practice });
    const found = seen.flatMap(({ orderId, see }) =>
      findIssues(see()).found.map(({ kind, subject }) => `${orderId} ${kind} ${subject}`),
    );
    const open = await sql<{ name: string }>(
      `SELECT concat_ws(' ', order_id, kind, subject) AS name FROM order_issues WHERE shop_id = $1 AND status = 'open'`,
      [shopId],
    );
    return { found, open: open.map(({ name }) => name) };
  });
}
