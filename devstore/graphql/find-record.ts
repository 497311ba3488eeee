import { GraphQLError } from "graphql";
import { parseGid } from "../ids.ts";
import { bulkOperationView } from "./bulk/bulk-operation-view.ts";
import { visibleOrders, type RequestContext } from "./request-context.ts";
import { customerView } from "./views/customer-view.ts";
import { fulfillmentOrderView } from "./views/fulfillment-order-view.ts";
import { fulfillmentEventView, fulfillmentView } from "./views/fulfillment-view.ts";
import { lineItemView } from "./views/line-item-view.ts";
import { orderView } from "./views/order-view.ts";
import { refundView, returnView, transactionView } from "./views/refund-view.ts";
import { disputeView, productView, shopView } from "./views/shop-view.ts";
import type { View } from "./views/view.ts";

type Finder = (request: RequestContext, id: string) => View | null;

function inOrders<T>(
  request: RequestContext,
  pick: (order: RequestContext["shop"]["orders"][number]) => T | null | undefined,
): T | null {
  for (const order of visibleOrders(request)) {
    const found = pick(order);
    if (found) return found;
  }
  return null;
}

const finders: Record<string, Finder> = {
  Order: (request, id) => {
    const order = visibleOrders(request).find((one) => one.id === id);
    return order ? orderView(request, order) : null;
  },
  Customer: (request, id) => {
    const customer = request.shop.customers.find((one) => one.id === id);
    return customer ? customerView(request, customer) : null;
  },
  Fulfillment: (request, id) =>
    inOrders(request, (order) => {
      const fulfillment = order.fulfillments.find((one) => one.id === id);
      return fulfillment && fulfillmentView(request, { order, fulfillment });
    }),
  FulfillmentEvent: (request, id) =>
    inOrders(request, (order) => {
      const event = order.fulfillments.flatMap((one) => one.events).find((one) => one.id === id);
      return event && fulfillmentEventView(event);
    }),
  FulfillmentOrder: (request, id) =>
    inOrders(request, (order) => {
      const fulfillmentOrder = order.fulfillmentOrders.find((one) => one.id === id);
      return fulfillmentOrder && fulfillmentOrderView(request, { order, fulfillmentOrder });
    }),
  LineItem: (request, id) =>
    inOrders(request, (order) => {
      const line = order.lines.find((one) => one.id === id);
      return line && lineItemView(order, line);
    }),
  Refund: (request, id) =>
    inOrders(request, (order) => {
      const refund = order.refunds.find((one) => one.id === id);
      return refund && refundView(request, { order, refund });
    }),
  Return: (request, id) =>
    inOrders(request, (order) => {
      const record = order.returns.find((one) => one.id === id);
      return record && returnView(request, { order, request: record });
    }),
  OrderTransaction: (request, id) =>
    inOrders(request, (order) => {
      const transaction = order.transactions.find((one) => one.id === id);
      return transaction && transactionView(order, transaction);
    }),
  ShopifyPaymentsDispute: (request, id) => {
    const dispute = request.shop.disputes.find((one) => one.id === id);
    return dispute ? disputeView(request, dispute) : null;
  },
  Product: (request, id) => {
    const product = request.shop.products.find((one) => one.id === id);
    return product ? productView(product) : null;
  },
  BulkOperation: (request, id) => {
    const operation = request.shop.bulkOperations.find((one) => one.id === id);
    return operation ? bulkOperationView(request.devstore, request.shop, operation) : null;
  },
  Shop: (request, id) => (id === request.shop.id ? shopView(request) : null),
};

/** The record of a global id, or null. Throws Shopify's refusal when the text is not a global id. */
export function findRecord(request: RequestContext, globalId: string, only?: string): View | null {
  const { type, id } = parseGid(globalId);
  if (type === null) {
    throw new GraphQLError(`Invalid global id '${globalId}'`, {
      extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
    });
  }
  if (only && type !== only) return null;
  return finders[type]?.(request, id) ?? null;
}
