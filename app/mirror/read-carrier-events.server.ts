import type { z } from "zod";
import { moreEventsAnswer, partsAnswer } from "#app/mirror/admin-answers.ts";
import { READ_MORE_EVENTS, READ_PARTS } from "#app/mirror/operations/bulk-queries.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { ask } from "#app/mirror/ask.server.ts";
import type { EventRow } from "#app/mirror/rows.ts";
import type { Ports } from "#app/ports.ts";

/** About 30 points each, under Shopify's limit of 1,000 for one query. */
const AT_ONCE = 20;

type Node = NonNullable<z.infer<typeof moreEventsAnswer>["node"]>;
export type CarrierEvents =
  /** `parcels`: those whose events are all there. One that Shopify does not show says nothing. */
  | { outcome: "answered"; events: EventRow[]; parcels: string[] }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string };

/** All that carriers reported of some parcels. Throws as `ask` does. */
export async function readCarrierEvents(
  ports: Ports,
  shopId: string,
  fulfillmentIds: string[],
): Promise<CarrierEvents> {
  const answer = await readInPieces(ports, {
    shopId,
    document: READ_PARTS,
    data: partsAnswer,
    gids: fulfillmentIds.map((id) => `gid://shopify/Fulfillment/${id}`),
    size: AT_ONCE,
    purpose: "background",
  });
  if (answer.outcome !== "answered") return answer;
  const events: EventRow[] = [];
  const parcels: string[] = [];
  for (const node of answer.data.flatMap(({ nodes }) => nodes)) {
    if (!node) continue;
    const found = await allEvents(ports, shopId, node);
    // Half a list would read as if the rest had been taken back.
    if (!found.whole) return { outcome: "refused", error: "Shopify refused the further events of a parcel" };
    events.push(...found.events);
    if (node.events) parcels.push(node.id.replace(/^.*\//, ""));
  }
  return { outcome: "answered", events, parcels };
}

/** A parcel has a handful of events; one with more than a page is read to its end, unless Shopify refuses. */
export async function allEvents(
  ports: Ports,
  shopId: string,
  node: Node,
): Promise<{ events: EventRow[]; whole: boolean }> {
  const rows = eventRows(node);
  let page = node.events?.pageInfo;
  while (page?.hasNextPage && page.endCursor) {
    const answer = await ask(ports, {
      shopId,
      document: READ_MORE_EVENTS,
      variables: { id: node.id, after: page.endCursor },
      data: moreEventsAnswer,
      purpose: "background",
    });
    if (answer.outcome !== "answered" || !answer.data.node) return { events: rows, whole: false };
    rows.push(...eventRows(answer.data.node));
    page = answer.data.node.events?.pageInfo;
  }
  return { events: rows, whole: true };
}

function eventRows(node: Node): EventRow[] {
  return (node.events?.nodes ?? []).map(({ createdAt, ...event }) => ({
    ...event,
    fulfillmentId: node.id.replace(/^.*\//, ""),
    orderId: node.order?.id ?? null,
    // An event is not changed after it was made; a webhook's own update time is never older than this.
    updatedAt: createdAt,
    origin: { by: "admin", at: null },
    deletedAt: null,
  }));
}
