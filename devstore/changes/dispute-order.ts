import { newLargeId } from "../ids.ts";
import type { Dispute, Order, ShopState } from "../state/model.ts";
import { orderTotals } from "../state/order-totals.ts";
import { seconds } from "../time.ts";
import { disputePayload } from "../webhooks/payloads/shop.ts";
import { startChange, type Doing } from "./change.ts";

const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

export type DisputeInput = {
  order: Order;
  type?: Dispute["type"] | undefined;
  reason?: string | undefined;
  status?: Dispute["status"] | undefined;
};

/** Opens a dispute (`disputes/create`), or moves the order's open one to `status` (`disputes/update`). */
export function disputeOrder(doing: Doing, shop: ShopState, input: DisputeInput): Dispute {
  const change = startChange(doing, shop);
  const open = shop.disputes.find((one) => one.orderId === input.order.id && one.finalizedOn === null);
  const now = doing.now();
  if (open && input.status) {
    open.status = input.status;
    if (input.status === "won" || input.status === "lost" || input.status === "accepted")
      open.finalizedOn = seconds(now);
    if (input.status === "under_review") open.evidenceSentOn = seconds(now);
    change.emit("disputes/update", disputePayload(shop, open));
    return open;
  }
  const dispute: Dispute = {
    id: newLargeId(shop),
    orderId: input.order.id,
    type: input.type ?? "chargeback",
    amount: orderTotals(input.order).total,
    currency: input.order.currency,
    reason: input.reason ?? "product_not_received",
    networkReasonCode: "4855",
    status: input.status ?? "needs_response",
    evidenceDueBy: seconds(new Date(now.getTime() + TWO_WEEKS)),
    evidenceSentOn: null,
    finalizedOn: null,
    initiatedAt: seconds(now),
  };
  shop.disputes.push(dispute);
  change.emit("disputes/create", disputePayload(shop, dispute));
  return dispute;
}
