import { lastArrival, onTheWay, plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** How far an order is, in one word: what of it decides what can still be done. */
export const orderStates = [
  "unpaid",
  "to_ship",
  "partly_shipped",
  "on_the_way",
  "delivered",
  "returning",
  "cancelled",
  "refunded",
] as const;
export type OrderState = (typeof orderStates)[number];

type Known = Pick<
  MirroredOrder,
  "cancelledAt" | "financialStatus" | "fulfillmentStatus" | "fulfillments" | "returns"
>;

const UNPAID = new Set(["pending", "unpaid", "expired", "voided"]);
const PARTLY = new Set(["partial", "partially_fulfilled"]);
const SENT = new Set(["fulfilled"]);
const OVER_RETURNS = new Set(["declined", "canceled", "cancelled"]);

/** Of what is true of it, what comes last in an order's life. */
export function orderStateOf(order: Known): OrderState {
  if (order.cancelledAt != null) return "cancelled";
  if (plain(order.financialStatus) === "refunded") return "refunded";
  if (order.returns.some(({ status }) => !OVER_RETURNS.has(plain(status)))) return "returning";
  if (lastArrival(order) !== null) return "delivered";
  const status = plain(order.fulfillmentStatus);
  if (PARTLY.has(status)) return "partly_shipped";
  if (SENT.has(status) || onTheWay(order).length > 0) return "on_the_way";
  return UNPAID.has(plain(order.financialStatus)) ? "unpaid" : "to_ship";
}
