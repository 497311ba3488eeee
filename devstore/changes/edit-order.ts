import { exactNumber, newId } from "../ids.ts";
import type { Address, Order, ShopState, Transaction } from "../state/model.ts";
import { orderTotals } from "../state/order-totals.ts";
import { writerFor } from "../webhooks/payloads/parts.ts";
import { transactionPayload } from "../webhooks/payloads/refund.ts";
import { buildLine } from "./build-order.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";

export type EditInput = {
  order: Order;
  add?: { variantId: string; quantity: number }[] | undefined;
  remove?: { lineId: string; quantity: number }[] | undefined;
  staffNote?: string | undefined;
};

/**
 * Changes what was ordered: `orders/edited`, `orders/updated`, `customers/purchasing_summary`. What is added is paid at once:
 * `order_transactions/create`.
 */
export function editOrder(
  doing: Doing,
  shop: ShopState,
  { order, add = [], remove = [], staffNote }: EditInput,
): void {
  if (order.cancelledAt) throw new RefusedChange("the order is cancelled");
  for (const wanted of remove) {
    const line = order.lines.find((one) => one.id === wanted.lineId);
    if (!line || line.currentQuantity < wanted.quantity)
      throw new RefusedChange("no such line, or fewer left", "remove");
  }
  const change = startChange(doing, shop);
  const at = change.at(order.updatedAt);
  const additions = add.map((wanted) => {
    const line = buildLine(shop, { ...wanted, currency: order.currency });
    order.lines.push(line);
    const open = order.fulfillmentOrders.find((one) => one.status === "OPEN" || one.status === "IN_PROGRESS");
    open?.lines.push({
      id: newId(shop),
      lineId: line.id,
      totalQuantity: line.quantity,
      remainingQuantity: line.quantity,
    });
    return { id: exactNumber(line.id), delta: wanted.quantity };
  });
  const removals = remove.map((wanted) => takeOff(order, wanted));
  const paid = payDifference(shop, order, at);
  order.updatedAt = at;
  change.emit("orders/edited", {
    order_edit: {
      id: exactNumber(newId(shop)),
      app_id: null,
      created_at: writerFor(shop, order).time(at),
      committed_at: writerFor(shop, order).time(at),
      notify_customer: false,
      order_id: exactNumber(order.id),
      staff_note: staffNote ?? "",
      user_id: null,
      line_items: { additions, removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  });
  if (paid) change.emit("order_transactions/create", () => transactionPayload(shop, order, paid));
  change.orderUpdated(order);
  change.purchasesChanged(order);
}

function takeOff(order: Order, wanted: { lineId: string; quantity: number }): { id: unknown; delta: number } {
  for (const line of order.lines) if (line.id === wanted.lineId) line.currentQuantity -= wanted.quantity;
  for (const line of order.fulfillmentOrders.flatMap((one) => one.lines)) {
    if (line.lineId === wanted.lineId)
      line.remainingQuantity = Math.max(0, line.remainingQuantity - wanted.quantity);
  }
  return { id: exactNumber(wanted.lineId), delta: wanted.quantity };
}

function payDifference(shop: ShopState, order: Order, at: string): Transaction | null {
  const { outstanding } = orderTotals(order);
  if (outstanding === 0) return null;
  const made: Transaction = {
    id: newId(shop),
    kind: "sale",
    status: "success",
    gateway: order.gateway,
    amount: outstanding,
    parentId: null,
    createdAt: at,
  };
  order.transactions.push(made);
  return made;
}

export type OrderFields = Partial<Pick<Order, "note" | "tags" | "email" | "phone" | "attributes">> & {
  shippingAddress?: Partial<Address> | undefined;
};

/** Note, tags, contact, address: `orders/updated`. */
export function updateOrder(
  doing: Doing,
  shop: ShopState,
  { order, fields }: { order: Order; fields: OrderFields },
): void {
  const change = startChange(doing, shop);
  const { shippingAddress, ...plain } = fields;
  Object.assign(order, plain);
  if (shippingAddress && order.shippingAddress) Object.assign(order.shippingAddress, shippingAddress);
  order.updatedAt = change.at(order.updatedAt);
  change.orderUpdated(order);
}

/** Removes the order: `orders/delete`, `customers/purchasing_summary`. */
export function deleteOrder(doing: Doing, shop: ShopState, order: Order): void {
  const change = startChange(doing, shop);
  shop.orders = shop.orders.filter((one) => one !== order);
  shop.disputes = shop.disputes.filter((one) => one.orderId !== order.id);
  change.emit("orders/delete", { id: exactNumber(order.id) });
  change.purchasesChanged(order);
}
