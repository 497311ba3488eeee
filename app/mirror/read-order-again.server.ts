import { orderAnswer, ownerAnswer } from "#app/mirror/admin-answers.ts";
import { orderNodeRows } from "#app/mirror/admin-rows.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { FIND_ORDER_OF } from "#app/mirror/operations/find-order-of.ts";
import { READ_ORDER } from "#app/mirror/operations/read-order.ts";
import { readAllLines } from "#app/mirror/read-all-lines.server.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import type { Ports } from "#app/ports.ts";

export type ReadAgain =
  | { outcome: "rows"; rows: MirrorRows }
  | { outcome: "gone" } // Shopify says that there is no such order (or none that the app may see)
  | { outcome: "refused" }
  | { outcome: "uninstalled" };

/**
 * The order as Shopify has it now. For what has no version of its own this is the only way that is right in any order of
 * arrival: the last webhook's read begins after the last change.
 *
 * Throws TryAgainAt when throttled, an Error when Shopify is not available.
 */
export async function readOrderAgain(ports: Ports, shopId: string, orderId: string): Promise<ReadAgain> {
  const readAt = ports.now().toISOString();
  const answer = await ask(ports, {
    shopId,
    document: READ_ORDER,
    variables: { id: `gid://shopify/Order/${orderId}` },
    data: orderAnswer,
  });
  if (answer.outcome !== "answered") return { outcome: answer.outcome };
  const { order } = answer.data;
  if (!order) return { outcome: "gone" };
  if (!(await readAllLines(ports, shopId, { node: order }))) return { outcome: "refused" };
  return { outcome: "rows", rows: orderNodeRows(order, readAt) };
}

/** The id of the order that a return or a fulfillment order belongs to; null when Shopify does not say. */
export async function findOrderOf(ports: Ports, shopId: string, gid: string): Promise<string | null> {
  const answer = await ask(ports, {
    shopId,
    document: FIND_ORDER_OF,
    variables: { id: gid },
    data: ownerAnswer,
  });
  return answer.outcome === "answered" ? answer.data.node : null;
}
