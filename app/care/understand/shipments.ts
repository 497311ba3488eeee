import { days } from "#app/lib/duration.ts";
import type { Fulfillment, Order } from "#app/mirror/order.ts";

/** Shipments that have not arrived. */
export const onTheWay = (order: Pick<Order, "fulfillments">): Fulfillment[] =>
  order.fulfillments.filter(
    (shipment) => deliveredAt(shipment) === null && plain(shipment.status) !== "cancelled",
  );

/** When the last of the order's shipments arrived, in epoch milliseconds; null while one has not, or a part has not shipped. */
export function lastArrival(order: Pick<Order, "fulfillments" | "fulfillmentStatus">): number | null {
  if (["partial", "partially_fulfilled"].includes(plain(order.fulfillmentStatus))) return null;
  const arrived = order.fulfillments.filter(({ status }) => plain(status) !== "cancelled").map(deliveredAt);
  const known = arrived.filter((at) => at !== null);
  return known.length > 0 && known.length === arrived.length ? Math.max(...known) : null;
}

/** When a shipment arrived, in epoch milliseconds; null while it has not. */
export function deliveredAt(shipment: Fulfillment): number | null {
  if (shipment.deliveredAt) return Date.parse(shipment.deliveredAt);
  const event = shipment.events.find(({ status }) => plain(status) === "delivered");
  return event ? Date.parse(event.at) : null;
}

/** The carrier's newest word. */
export function lastEvent(shipment: Fulfillment): { status: string; at: string } | undefined {
  const [last] = [...shipment.events].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return last && { status: plain(last.status), at: last.at };
}

/** Shopify writes `in_transit` in webhooks and `IN_TRANSIT` in GraphQL. */
export const plain = (status: string | null | undefined): string =>
  (status ?? "").toLowerCase().replaceAll(/[ -]/g, "_");

export const wholeDays = (duration: number): number => Math.floor(duration / days(1));
