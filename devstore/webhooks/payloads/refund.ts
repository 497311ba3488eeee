import { exactNumber, gid } from "../../ids.ts";
import { decimalsOf, webhookAmount } from "../../money.ts";
import { included, isManual } from "../../state/order-totals.ts";
import type { Order, Refund, ShopState, Transaction } from "../../state/model.ts";
import { lineItemPart } from "./line-item.ts";
import { writerFor, type Writer } from "./parts.ts";

/** The body of `refunds/create`. Its `subtotal` and `total_tax` are JSON numbers, as Shopify writes them. */
export function refundPayload(shop: ShopState, order: Order, refund: Refund): Record<string, unknown> {
  const write = writerFor(shop, order);
  const transaction = order.transactions.find((one) => one.id === refund.transactionId);
  return {
    id: exactNumber(refund.id),
    order_id: exactNumber(order.id),
    created_at: write.time(refund.createdAt),
    note: refund.note,
    user_id: null,
    processed_at: write.time(refund.createdAt),
    duties: [],
    total_duties_set: write.moneySet(0),
    return: null,
    refund_shipping_lines: refund.shipping === 0 ? [] : [shippingLine(refund, write)],
    restock: refund.lines.some((line) => line.restockType !== "no_restock"),
    admin_graphql_api_id: gid("Refund", refund.id),
    order_adjustments: refund.adjustment === 0 ? [] : [adjustment(order, refund, write)],
    refund_line_items: refund.lines.map((line) => refundLine({ shop, order, line }, write)),
    transactions: transaction ? [transactionPayload(shop, order, transaction)] : [],
  };
}

function shippingLine(refund: Refund, write: Writer): unknown {
  return {
    id: exactNumber(refund.id),
    subtotal_amount_set: write.moneySet(refund.shipping),
    tax_amount_set: write.moneySet(0),
  };
}

function adjustment(order: Order, refund: Refund, write: Writer): unknown {
  return {
    id: exactNumber(refund.id),
    amount: write.amount(-refund.adjustment),
    amount_set: write.moneySet(-refund.adjustment),
    kind: "refund_discrepancy",
    order_id: exactNumber(order.id),
    reason: "Refund discrepancy",
    refund_id: exactNumber(refund.id),
    tax_amount: write.amount(0),
    tax_amount_set: write.moneySet(0),
  };
}

function refundLine(
  input: { shop: ShopState; order: Order; line: Refund["lines"][number] },
  write: Writer,
): unknown {
  const { shop, order, line } = input;
  const record = order.lines.find((one) => one.id === line.lineId);
  const plain = (minor: number) => minor / 10 ** decimalsOf(order.currency);
  const tax = included(line.subtotal, order.taxRate);
  return {
    id: exactNumber(line.id),
    quantity: line.quantity,
    line_item_id: exactNumber(line.lineId),
    location_id: null,
    restock_type: line.restockType,
    subtotal: plain(line.subtotal),
    total_tax: plain(tax),
    subtotal_set: write.moneySet(line.subtotal),
    total_tax_set: write.moneySet(tax),
    line_item: record && lineItemPart(write, { shop, order, line: record }),
  };
}

/** The body of `order_transactions/create`, and a refund's transaction. */
export function transactionPayload(
  shop: ShopState,
  order: Order,
  transaction: Transaction,
): Record<string, unknown> {
  const { time } = writerFor(shop, order);
  const unsettled = { amount: "0.0", currency: order.currency };
  return {
    id: exactNumber(transaction.id),
    order_id: exactNumber(order.id),
    kind: transaction.kind,
    gateway: transaction.gateway,
    status: transaction.status,
    message: null,
    created_at: time(transaction.createdAt),
    test: false,
    authorization: null,
    location_id: null,
    user_id: null,
    parent_id: exactNumber(transaction.parentId),
    processed_at: time(transaction.createdAt),
    device_id: null,
    error_code: null,
    source_name: "web",
    receipt: {},
    amount: webhookAmount(transaction.amount, order.currency),
    currency: order.currency,
    payment_id: `${order.name}.1`,
    total_unsettled_set: { presentment_money: unsettled, shop_money: unsettled },
    manual_payment_gateway: isManual(transaction),
    amount_rounding: null,
    admin_graphql_api_id: gid("OrderTransaction", transaction.id),
  };
}
