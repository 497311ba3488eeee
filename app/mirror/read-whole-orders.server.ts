import { orderNodeRows } from "#app/mirror/admin-rows.ts";
import { READ_ORDERS } from "#app/mirror/operations/reconcile.ts";
import { readAllLines } from "#app/mirror/read-all-lines.server.ts";
import { readCarrierEvents } from "#app/mirror/read-carrier-events.server.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { readOrdersAnswer } from "#app/mirror/reconcile-answers.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import type { Ports } from "#app/ports.ts";

/** About 140 points each. */
const AT_ONCE = 4;

export type WholeOrders =
  /** `parcels`: those whose carriers' events were read to their end. */
  | { outcome: "answered"; rows: MirrorRows; parcels: string[] }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string };

/** Orders as Shopify has them now, with every line, part and carrier's event. Throws as `ask` does. */
export async function readWholeOrders(ports: Ports, shopId: string, ids: string[]): Promise<WholeOrders> {
  const readAt = ports.now().toISOString();
  const answer = await readInPieces(ports, {
    shopId,
    document: READ_ORDERS,
    data: readOrdersAnswer,
    gids: ids.map((id) => `gid://shopify/Order/${id}`),
    size: AT_ONCE,
    purpose: "background",
  });
  if (answer.outcome !== "answered") return answer;
  const rows: Required<Omit<MirrorRows, "customers">> = {
    orders: [],
    fulfillments: [],
    events: [],
    fulfillmentOrders: [],
    refunds: [],
    returns: [],
    disputes: [],
  };
  for (const node of answer.data.flatMap(({ nodes }) => nodes)) {
    if (!node) continue;
    if (!(await readAllLines(ports, shopId, { node, purpose: "background" })))
      return { outcome: "refused", error: "Shopify refused the further lines of an order" };
    const one = orderNodeRows(node, readAt);
    rows.orders.push(...(one.orders ?? []));
    rows.fulfillments.push(...(one.fulfillments ?? []));
    rows.fulfillmentOrders.push(...(one.fulfillmentOrders ?? []));
    rows.refunds.push(...(one.refunds ?? []));
    rows.returns.push(...(one.returns ?? []));
    rows.disputes.push(...(one.disputes ?? []));
  }
  const parcels = rows.fulfillments.map(({ id }) => id);
  const events = await readCarrierEvents(ports, shopId, parcels);
  if (events.outcome !== "answered") return events;
  return { outcome: "answered", rows: { ...rows, events: events.events }, parcels: events.parcels };
}
