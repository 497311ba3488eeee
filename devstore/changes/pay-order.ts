import type { Order, ShopState, Transaction } from "../state/model.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { transactionPayload } from "../webhooks/payloads/refund.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";

/**
 * The awaited payment arrives, as a transaction of its own that belongs to the one that was awaited: `order_transactions/create`,
 * `orders/paid`, `orders/updated`.
 */
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
  order.financialStatus = paid ? "PAID" : "EXPIRED";
  const ended = paid ? arrived(order, awaited) : Object.assign(awaited, { status: "failure" as const });
  change.emit("order_transactions/create", () => transactionPayload(shop, order, ended));
  if (paid) change.emit("orders/paid", () => orderPayload(shop, order));
  change.orderUpdated(order);
  change.purchasesChanged(order);
}

/** Far above any id that is given in turn: the ids of what follows in a seeded shop do not hang on who has paid. */
const ARRIVED = 1_000_000_000_000n;

function arrived(order: Order, awaited: Transaction): Transaction {
  const made: Transaction = {
    ...awaited,
    id: String(BigInt(awaited.id) + ARRIVED),
    status: "success",
    parentId: awaited.id,
    createdAt: order.updatedAt,
  };
  order.transactions.push(made);
  return made;
}
