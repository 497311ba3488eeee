import type { Order, ShopState } from "../state/model.ts";
import { orderTotals } from "../state/order-totals.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { fulfillmentOrderPart } from "../webhooks/payloads/shop.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";
import { recordRefund } from "./refund-record.ts";
import { purchasesAfter } from "./refund-webhooks.ts";

export type CancelInput = {
  order: Order;
  reason: NonNullable<Order["cancelReason"]>;
  refund: boolean;
  note?: string | null | undefined;
  /** What was not paid goes back into stock: a refund without money says so. */
  restock?: boolean | undefined;
};

/** Cancels: `fulfillment_orders/cancelled`, `refunds/create` when money goes back, `orders/cancelled`, `orders/updated`. */
export function cancelOrder(
  doing: Doing,
  shop: ShopState,
  { order, reason, refund, note, restock = false }: CancelInput,
): void {
  if (order.cancelledAt) throw new RefusedChange("the order is already cancelled");
  if (order.fulfillments.some((one) => one.status === "success"))
    throw new RefusedChange("the order is already fulfilled");
  const change = startChange(doing, shop);
  const at = change.at(order.updatedAt);
  order.cancelledAt = at;
  order.closedAt = at;
  order.cancelReason = reason;
  order.updatedAt = at;
  for (const one of order.fulfillmentOrders.filter(
    (open) => open.status !== "CLOSED" && open.status !== "CANCELLED",
  )) {
    one.status = "CLOSED";
    one.updatedAt = at;
    one.holds = [];
    for (const line of one.lines) line.remainingQuantity = 0;
    change.emit("fulfillment_orders/cancelled", {
      fulfillment_order: { ...fulfillmentOrderPart(one), status: "cancelled" },
      replacement_fulfillment_order: null,
    });
  }
  if (refund || restock)
    giveBack(change, shop, { order, at, note: note ?? null, money: refund ? "now" : "never" });
  else for (const line of order.lines) line.currentQuantity = 0;
  if (!refund && (order.financialStatus === "PENDING" || order.financialStatus === "EXPIRED"))
    order.financialStatus = "VOIDED";
  change.emit("orders/cancelled", () => orderPayload(shop, order));
  change.orderUpdated(order);
}

function giveBack(
  change: ReturnType<typeof startChange>,
  shop: ShopState,
  { order, ...given }: { order: Order; at: string; note: string | null; money: "now" | "never" },
): void {
  const totals = orderTotals(order);
  const lines = order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineId: line.id, quantity: line.currentQuantity, restockType: "cancel" as const }));
  const shipping = Math.max(
    0,
    Math.min(totals.shipping, totals.received - totals.refunded - totals.currentSubtotal),
  );
  purchasesAfter(change, shop, { order, ...recordRefund(shop, order, { lines, shipping, ...given }) });
}
