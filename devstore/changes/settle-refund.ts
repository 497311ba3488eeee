import type { Order, ShopState } from "../state/model.ts";
import { transactionPayload } from "../webhooks/payloads/refund.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";

/** The payment provider has carried out what it owed: `order_transactions/create`, `orders/updated`. */
export function settleRefund(doing: Doing, shop: ShopState, order: Order): void {
  const owed = order.transactions.find((one) => one.kind === "refund" && one.status === "pending");
  if (!owed) throw new RefusedChange("no refund of this order is on its way");
  const change = startChange(doing, shop);
  order.updatedAt = change.at(order.updatedAt);
  owed.status = "success";
  change.emit("order_transactions/create", () => transactionPayload(shop, order, owed));
  change.orderUpdated(order);
}
