import type { Order, ShopState } from "../state/model.ts";
import { seconds } from "../time.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { transactionPayload } from "../webhooks/payloads/refund.ts";
import { buildOrder, type OrderInput } from "./build-order.ts";
import { startChange, type Doing } from "./change.ts";

/** Places an order: `orders/create`, `order_transactions/create` and `orders/paid` if it is, `customers/purchasing_summary`. */
export function placeOrder(doing: Doing, shop: ShopState, input: Omit<OrderInput, "at">): Order {
  const change = startChange(doing, shop);
  const order = buildOrder(shop, { ...input, at: seconds(doing.now()) });
  change.emit("orders/create", () => orderPayload(shop, order));
  for (const transaction of order.transactions)
    if (transaction.status === "success")
      change.emit("order_transactions/create", () => transactionPayload(shop, order, transaction));
  if (!input.unpaid) change.emit("orders/paid", () => orderPayload(shop, order));
  change.purchasesChanged(order);
  return order;
}
