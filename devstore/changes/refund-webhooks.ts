import type { Order, Refund, ShopState, Transaction } from "../state/model.ts";
import { refundPayload, transactionPayload } from "../webhooks/payloads/refund.ts";
import type { Change } from "./change.ts";

/** What a recorded refund tells the app, besides `orders/updated`. */
export function purchasesAfter(
  change: Change,
  shop: ShopState,
  { order, refund, transaction }: { order: Order; refund: Refund; transaction: Transaction | null },
): void {
  change.emit("refunds/create", () => refundPayload(shop, order, refund));
  if (transaction)
    change.emit("order_transactions/create", () => transactionPayload(shop, order, transaction));
  change.purchasesChanged(order);
}
