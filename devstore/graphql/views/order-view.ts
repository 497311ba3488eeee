import { gid } from "../../ids.ts";
import { orderTotals } from "../../state/order-totals.ts";
import type { Order } from "../../state/model.ts";
import type { RequestContext } from "../request-context.ts";
import { customerView } from "./customer-view.ts";
import { fulfillmentOrderView } from "./fulfillment-order-view.ts";
import { fulfillmentView } from "./fulfillment-view.ts";
import { lineItemView, taxLineViews } from "./line-item-view.ts";
import { displayFulfillmentStatus, returnStatus } from "./order-status.ts";
import { refundView, returnView, transactionView } from "./refund-view.ts";
import { addressView, moneyBag, once, type View } from "./view.ts";

/** An order as Shopify's `Order`. */
export function orderView(request: RequestContext, order: Order): View {
  return {
    __typename: "Order",
    ...identity(request, order),
    ...moneyFields(order),
    ...people(request, order),
    displayFulfillmentStatus: () => displayFulfillmentStatus(order),
    displayFinancialStatus: order.financialStatus,
    returnStatus: () => returnStatus(order),
    lineItems: () => order.lines.map((line) => lineItemView(order, line)),
    fulfillments: () =>
      order.fulfillments.map((one) => fulfillmentView(request, { order, fulfillment: one })),
    fulfillmentOrders: () =>
      order.fulfillmentOrders.map((one) => fulfillmentOrderView(request, { order, fulfillmentOrder: one })),
    refunds: () => order.refunds.map((one) => refundView(request, { order, refund: one })),
    returns: () => order.returns.map((one) => returnView(request, { order, request: one })),
    transactions: () => order.transactions.map((one) => transactionView(order, one)),
    disputes: () =>
      request.shop.disputes
        .filter((one) => one.orderId === order.id)
        .map((one) => ({
          __typename: "OrderDisputeSummary",
          id: gid("ShopifyPaymentsDispute", one.id),
          initiatedAs: one.type.toUpperCase(),
          status: one.status.toUpperCase(),
        })),
    shippingLine: () => shippingLineView(order),
    shippingLines: () => [shippingLineView(order)],
    risk: { __typename: "OrderRiskSummary", assessments: [], recommendation: "NONE" },
    metafields: [],
    events: [],
  };
}

function identity(request: RequestContext, order: Order): Partial<View> {
  return {
    id: gid("Order", order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    confirmed: true,
    test: false,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    cancellation: order.cancelledAt ? { __typename: "OrderCancellation", staffNote: null } : null,
    closed: order.closedAt !== null,
    closedAt: order.closedAt,
    note: order.note,
    tags: order.tags,
    customAttributes: () =>
      order.attributes.map(({ name, value }) => ({
        __typename: "Attribute",
        key: name,
        value,
      })),
    sourceName: order.sourceName,
    paymentGatewayNames: [order.gateway],
    discountCode: order.discountCode,
    discountCodes: order.discountCode ? [order.discountCode] : [],
    statusPageUrl: `https://${request.shop.domain}/${request.shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 12)}`,
    edited: () => order.lines.some((line) => line.currentQuantity !== line.quantity),
    refundable: order.financialStatus === "PAID" || order.financialStatus === "PARTIALLY_REFUNDED",
    fulfillable: () => order.cancelledAt === null && displayFulfillmentStatus(order) !== "FULFILLED",
    requiresShipping: true,
    taxesIncluded: true,
    subtotalLineItemsQuantity: () => order.lines.reduce((total, line) => total + line.quantity, 0),
    currentSubtotalLineItemsQuantity: () =>
      order.lines.reduce((total, line) => total + line.currentQuantity, 0),
    totalWeight: () => String(order.lines.reduce((grams, line) => grams + line.grams * line.quantity, 0)),
  };
}

function people(request: RequestContext, order: Order): Partial<View> {
  return {
    search_customer_id: order.customerId,
    search_status: ["any", order.cancelledAt ? "cancelled" : order.closedAt ? "closed" : "open"],
    customer: () => {
      const customer = request.shop.customers.find((one) => one.id === order.customerId);
      return customer ? customerView(request, customer) : null;
    },
    customerLocale: order.locale,
    email: order.email,
    phone: order.phone,
    shippingAddress: () => addressView(order.shippingAddress),
    billingAddress: () => addressView(order.billingAddress),
    displayAddress: () => addressView(order.shippingAddress),
    billingAddressMatchesShippingAddress: true,
  };
}

function moneyFields(order: Order): Partial<View> {
  const totals = once(() => orderTotals(order));
  const bag = (minor: number) => moneyBag(order, minor);
  const refundedShipping = () => order.refunds.reduce((total, one) => total + one.shipping, 0);
  return {
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    totalPriceSet: () => bag(totals().total),
    originalTotalPriceSet: () => bag(totals().total),
    subtotalPriceSet: () => bag(totals().subtotal),
    totalShippingPriceSet: () => bag(totals().shipping),
    totalTaxSet: () => bag(totals().tax),
    totalDiscountsSet: () => bag(totals().discount),
    currentTotalPriceSet: () => bag(totals().currentTotal),
    currentSubtotalPriceSet: () => bag(totals().currentSubtotal),
    currentTotalDiscountsSet: () => bag(totals().currentDiscount),
    currentCartDiscountAmountSet: () => bag(totals().currentDiscount),
    currentTotalTaxSet: () => bag(totals().currentTax),
    currentShippingPriceSet: () => bag(totals().currentTotal - totals().currentSubtotal),
    totalRefundedSet: () => bag(totals().refunded),
    totalRefundedShippingSet: () => bag(refundedShipping()),
    totalReceivedSet: () => bag(totals().received),
    totalOutstandingSet: () => bag(totals().outstanding),
    netPaymentSet: () => bag(totals().received - totals().refunded),
    totalCapturableSet: () => bag(0),
    totalTipReceivedSet: () => bag(0),
    refundDiscrepancySet: () => bag(0),
    fullyPaid: () => totals().outstanding === 0,
    unpaid: () => totals().received === 0,
    taxLines: () => taxLineViews(order, totals().total),
    currentTaxLines: () => taxLineViews(order, totals().currentTotal),
  };
}

function shippingLineView(order: Order): View {
  return {
    __typename: "ShippingLine",
    id: gid("ShippingLine", String(BigInt(order.id) + 1n)),
    title: order.shippingTitle,
    code: order.shippingTitle,
    source: "shopify",
    custom: false,
    isRemoved: false,
    originalPriceSet: moneyBag(order, order.shippingPrice),
    discountedPriceSet: moneyBag(order, order.shippingPrice),
    currentDiscountedPriceSet: moneyBag(order, order.shippingPrice),
  };
}
