import type { Order, Transaction } from "./model.ts";

/** All in minor units of the order's currency. */
export type OrderTotals = {
  lines: number;
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  total: number;
  currentSubtotal: number;
  currentDiscount: number;
  currentTax: number;
  currentTotal: number;
  refunded: number;
  received: number;
  outstanding: number;
};

/** Sums of an order as placed (edits' additions included) and as it stands after removals, refunds and cancellation. */
export function orderTotals(order: Order): OrderTotals {
  const lines = sum(order.lines.map((line) => line.quantity * line.price));
  const currentLines = sum(order.lines.map((line) => line.currentQuantity * line.price));
  const currentDiscount = lines === 0 ? 0 : Math.round((order.discount * currentLines) / lines);
  const refundedShipping = sum(order.refunds.map((refund) => refund.shipping));
  const refunded = sum(order.refunds.map((refund) => refund.total));
  const total = lines - order.discount + order.shippingPrice;
  const currentTotal = currentLines - currentDiscount + Math.max(0, order.shippingPrice - refundedShipping);
  const received = sum(
    order.transactions.map((one) => (one.kind === "sale" && one.status === "success" ? one.amount : 0)),
  );
  return {
    lines,
    subtotal: lines - order.discount,
    discount: order.discount,
    shipping: order.shippingPrice,
    tax: included(total, order.taxRate),
    total,
    currentSubtotal: currentLines - currentDiscount,
    currentDiscount,
    currentTax: included(currentTotal, order.taxRate),
    currentTotal,
    refunded,
    received,
    outstanding: Math.max(0, currentTotal - (received - refunded)),
  };
}

/** The tax contained in a gross amount. */
export function included(gross: number, rate: number): number {
  return Math.round(gross - gross / (1 + rate));
}

export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** `null`, `partial` or `fulfilled`, as webhooks say it. */
export function fulfillmentStatus(order: Order): "fulfilled" | "partial" | null {
  const wanted = sum(order.lines.map((line) => line.currentQuantity));
  const shipped = sum(
    order.fulfillments
      .filter((one) => one.status === "success")
      .flatMap((one) => one.lines.map((line) => line.quantity)),
  );
  if (shipped === 0) return null;
  return shipped >= wanted ? "fulfilled" : "partial";
}

/** What the shop itself marks as paid, such as a bank deposit. */
export const isManual = ({ gateway }: Transaction): boolean => gateway !== "shopify_payments";
