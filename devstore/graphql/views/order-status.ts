import { fulfillmentStatus } from "../../state/order-totals.ts";
import type { Order } from "../../state/model.ts";

/** `OrderDisplayFulfillmentStatus`. */
export function displayFulfillmentStatus(order: Order): string {
  const status = fulfillmentStatus(order);
  if (status === "fulfilled") return "FULFILLED";
  if (status === "partial") return "PARTIALLY_FULFILLED";
  if (order.fulfillmentOrders.some((one) => one.status === "ON_HOLD")) return "ON_HOLD";
  if (order.fulfillmentOrders.some((one) => one.status === "SCHEDULED")) return "SCHEDULED";
  return "UNFULFILLED";
}

/** `OrderReturnStatus`. */
export function returnStatus(order: Order): string {
  const states = order.returns.map((one) => one.status);
  if (states.includes("REQUESTED")) return "RETURN_REQUESTED";
  if (states.includes("OPEN")) return "IN_PROGRESS";
  if (states.includes("CLOSED")) return "RETURNED";
  return "NO_RETURN";
}
