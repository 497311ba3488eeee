import { gid } from "../../ids.ts";
import { included, isManual } from "../../state/order-totals.ts";
import type { Order, Refund, ReturnRequest, Transaction } from "../../state/model.ts";
import type { RequestContext } from "../request-context.ts";
import { fulfillmentLineView } from "./fulfillment-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { moneyBag, type View } from "./view.ts";

/** A refund as Shopify's `Refund`. */
export function refundView(
  request: RequestContext,
  { order, refund }: { order: Order; refund: Refund },
): View {
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: refund.id,
    createdAt: refund.createdAt,
    processedAt: refund.createdAt,
    updatedAt: refund.createdAt,
    note: refund.note,
    duties: [],
    totalRefundedSet: moneyBag(order, refund.total),
    order: () => request.orderView(order),
    refundLineItems: () => refund.lines.map((line) => refundLineView(order, line)),
    orderAdjustments: () => (refund.adjustment === 0 ? [] : [adjustmentView(order, refund)]),
    refundShippingLines: () => [],
    transactions: () =>
      order.transactions
        .filter((one) => one.id === refund.transactionId)
        .map((one) => transactionView(order, one)),
  };
}

function refundLineView(order: Order, line: Refund["lines"][number]): View {
  const record = order.lines.find((one) => one.id === line.lineId);
  return {
    __typename: "RefundLineItem",
    id: gid("RefundLineItem", line.id),
    quantity: line.quantity,
    restockType: line.restockType.toUpperCase(),
    restocked: line.restockType !== "no_restock",
    lineItem: () => record && lineItemView(order, record),
    priceSet: moneyBag(order, record?.price ?? 0),
    subtotalSet: moneyBag(order, line.subtotal),
    totalTaxSet: moneyBag(order, included(line.subtotal, order.taxRate)),
  };
}

function adjustmentView(order: Order, refund: Refund): View {
  return {
    __typename: "OrderAdjustment",
    id: gid("OrderAdjustment", refund.id),
    reason: "CUSTOMER",
    amountSet: moneyBag(order, -refund.adjustment),
    taxAmountSet: moneyBag(order, 0),
  };
}

export function transactionView(order: Order, transaction: Transaction): View {
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", transaction.id),
    kind: transaction.kind.toUpperCase(),
    status: transaction.status.toUpperCase(),
    gateway: transaction.gateway,
    formattedGateway: isManual(transaction) ? transaction.gateway : "Shopify Payments",
    amountSet: moneyBag(order, transaction.amount),
    createdAt: transaction.createdAt,
    processedAt: transaction.createdAt,
    test: false,
    manualPaymentGateway: isManual(transaction),
  };
}

/** A return as Shopify's `Return`. */
export function returnView(request: RequestContext, input: { order: Order; request: ReturnRequest }): View {
  const { order, request: record } = input;
  return {
    __typename: "Return",
    id: gid("Return", record.id),
    name: record.name,
    status: record.status,
    createdAt: record.createdAt,
    closedAt: record.closedAt,
    requestApprovedAt: record.status === "OPEN" || record.status === "CLOSED" ? record.createdAt : null,
    decline: record.declineReason
      ? { __typename: "ReturnDecline", reason: record.declineReason, note: null }
      : null,
    totalQuantity: record.lines.reduce((total, line) => total + line.quantity, 0),
    order: () => request.orderView(order),
    returnLineItems: () => record.lines.map((line) => returnLineView(order, line)),
  };
}

function returnLineView(order: Order, line: ReturnRequest["lines"][number]): View {
  const shipped = order.fulfillments
    .flatMap((one) => one.lines)
    .find((one) => one.id === line.fulfillmentLineId);
  return {
    __typename: "ReturnLineItem",
    id: gid("ReturnLineItem", line.id),
    quantity: line.quantity,
    returnReason: line.reason,
    returnReasonNote: "",
    customerNote: line.customerNote,
    returnReasonDefinition: {
      __typename: "ReturnReasonDefinition",
      id: gid("ReturnReasonDefinition", line.id),
      handle: line.reason.toLowerCase(),
      name: line.reason.toLowerCase().replaceAll("_", " "),
    },
    fulfillmentLineItem: () => (shipped ? fulfillmentLineView(order, shipped)[0] : undefined),
  };
}
