import type { Order, ShopState } from "../state/model.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { transactionPayload } from "../webhooks/payloads/refund.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";

/** The awaited payment arrives: `order_transactions/create`, `orders/paid`, `orders/updated`. */
export function payOrder(doing: Doing, shop: ShopState, order: Order): void {
  endPayment(doing, shop, { order, paid: true });
}

/** The awaited payment can no longer arrive: `order_transactions/create`, `orders/updated`. */
export function expirePayment(doing: Doing, shop: ShopState, order: Order): void {
  endPayment(doing, shop, { order, paid: false });
}

function endPayment(doing: Doing, shop: ShopState, { order, paid }: { order: Order; paid: boolean }): void {
  const awaited = order.transactions.find((one) => one.kind === "sale" && one.status === "pending");
  if (!awaited || order.financialStatus !== "PENDING")
    throw new RefusedChange("no payment of this order is awaited");
  const change = startChange(doing, shop);
  order.updatedAt = change.at(order.updatedAt);
  awaited.status = paid ? "success" : "failure";
  order.financialStatus = paid ? "PAID" : "EXPIRED";
  change.emit("order_transactions/create", () => transactionPayload(shop, order, awaited));
  if (paid) change.emit("orders/paid", () => orderPayload(shop, order));
  change.orderUpdated(order);
  change.purchasesChanged(order);
}
