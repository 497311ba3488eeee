import { purchasesAfter } from "./refund-webhooks.ts";
import type { Order, Refund, ShopState } from "../state/model.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";
import { recordRefund, type RefundInput } from "./refund-record.ts";

/** Refunds: `refunds/create`, `order_transactions/create` if money moves, `orders/updated`, `customers/purchasing_summary`. */
export function refundOrder(
  doing: Doing,
  shop: ShopState,
  { order, ...input }: Omit<RefundInput, "at"> & { order: Order },
): Refund {
  const change = startChange(doing, shop);
  try {
    const recorded = recordRefund(shop, order, { ...input, at: change.at(order.updatedAt) });
    purchasesAfter(change, shop, { order, ...recorded });
    change.orderUpdated(order);
    return recorded.refund;
  } catch (error) {
    throw new RefusedChange(error instanceof Error ? error.message : "the refund is not possible");
  }
}
