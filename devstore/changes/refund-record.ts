import { newId } from "../ids.ts";
import { orderTotals, sum } from "../state/order-totals.ts";
import type { Order, Refund, ShopState, Transaction } from "../state/model.ts";

export type RefundInput = {
  lines?: { lineId: string; quantity: number; restockType?: "no_restock" | "return" | "cancel" }[];
  shipping?: number;
  /** Given back beyond lines and shipping. */
  adjustment?: number;
  note?: string | null;
  /** `later`: the payment provider has yet to carry it out. `never`: goods are taken back into stock and nothing is paid. */
  money?: "now" | "later" | "never";
  at: string;
};

/** Records a refund with its transaction. Throws when more would be given back than was paid. */
export function recordRefund(
  shop: ShopState,
  order: Order,
  input: RefundInput,
): { refund: Refund; transaction: Transaction | null } {
  const lines = (input.lines ?? []).map((wanted) => refundLine(shop, order, wanted));
  const shipping = input.shipping ?? 0;
  const adjustment = input.adjustment ?? 0;
  const worth = sum(lines.map((line) => line.subtotal)) + shipping + adjustment;
  const total = input.money === "never" ? 0 : worth;
  const before = orderTotals(order);
  if (total < 0 || total > before.received - before.refunded)
    throw new Error("a refund cannot exceed what was paid");
  const transaction = total === 0 ? null : refundTransaction(shop, order, { total, input });
  const refund: Refund = {
    id: newId(shop),
    note: input.note ?? null,
    lines,
    shipping,
    adjustment,
    total,
    transactionId: transaction?.id ?? null,
    createdAt: input.at,
  };
  for (const line of lines) {
    const record = order.lines.find((one) => one.id === line.lineId);
    if (record) record.currentQuantity -= line.quantity;
  }
  order.refunds.push(refund);
  if (transaction) order.transactions.push(transaction);
  const after = orderTotals(order);
  if (after.received > 0 && after.refunded >= after.received) order.financialStatus = "REFUNDED";
  else if (after.refunded > 0) order.financialStatus = "PARTIALLY_REFUNDED";
  order.updatedAt = input.at;
  return { refund, transaction };
}

function refundLine(
  shop: ShopState,
  order: Order,
  wanted: NonNullable<RefundInput["lines"]>[number],
): Refund["lines"][number] {
  const line = order.lines.find((one) => one.id === wanted.lineId);
  if (!line) throw new Error(`no such line: ${wanted.lineId}`);
  if (wanted.quantity < 1 || wanted.quantity > line.currentQuantity)
    throw new Error("refund quantity exceeds the order's");
  const gross = sum(order.lines.map((one) => one.quantity * one.price));
  const share = gross === 0 ? 0 : Math.round((order.discount * line.price * wanted.quantity) / gross);
  return {
    id: newId(shop),
    lineId: line.id,
    quantity: wanted.quantity,
    subtotal: line.price * wanted.quantity - share,
    restockType: wanted.restockType ?? "no_restock",
  };
}

function refundTransaction(
  shop: ShopState,
  order: Order,
  { total, input }: { total: number; input: RefundInput },
): Transaction {
  return {
    id: newId(shop),
    kind: "refund",
    status: input.money === "later" ? "pending" : "success",
    gateway: order.gateway,
    amount: total,
    parentId: order.transactions.find((one) => one.kind === "sale" && one.status === "success")?.id ?? null,
    createdAt: input.at,
  };
}
