import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { readOrderAgain } from "#app/mirror/read-order-again.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/**
 * Mirrors an order as Shopify has it now: webhooks contradict each other about it, or what none of them says is wanted.
 */
export const readOrder: Handler<"readOrder"> = async (ports, run, { orderId }) => {
  const answer = await readOrderAgain(ports, run.shopId, orderId);
  if (answer.outcome === "uninstalled") return "the app is uninstalled";
  if (answer.outcome !== "rows") return "Shopify does not show this order";
  const keys = await shopKeys(run.shopId);
  const { orderIds } = await run.inShop((tx) => writeRows(sqlOf(tx), keys, answer.rows));
  return orderIds.length > 0 ? "the order changed" : "the order is as it was known";
};
