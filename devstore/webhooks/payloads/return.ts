import { exactNumber, gid } from "../../ids.ts";
import type { Order, ReturnRequest } from "../../state/model.ts";

/** `returns/request` and `returns/approve`: the return with its lines. */
export function returnPayload(order: Order, request: ReturnRequest): Record<string, unknown> {
  return {
    ...head(request),
    order: orderPart(order),
    total_return_line_items: request.lines.length,
    name: request.name,
    return_line_items: request.lines.map((line) => ({
      id: exactNumber(line.id),
      admin_graphql_api_id: gid("ReturnLineItem", line.id),
      fulfillment_line_item: {
        id: exactNumber(line.fulfillmentLineId),
        admin_graphql_api_id: gid("FulfillmentLineItem", line.fulfillmentLineId),
        line_item: { id: exactNumber(line.lineId), admin_graphql_api_id: gid("LineItem", line.lineId) },
      },
      quantity: line.quantity,
      return_reason: line.reason.toLowerCase(),
      return_reason_note: "",
      customer_note: line.customerNote,
    })),
    return_shipping_fees: [],
    exchange_line_items: [],
    total_exchange_line_items: 0,
  };
}

/** `returns/decline`. */
export function returnDeclinePayload(order: Order, request: ReturnRequest): Record<string, unknown> {
  return {
    ...head(request),
    order: orderPart(order),
    decline: { reason: (request.declineReason ?? "OTHER").toLowerCase(), note: null },
  };
}

/** `returns/close`, `returns/reopen`, `returns/cancel`. */
export function returnStatusPayload(order: Order, request: ReturnRequest): Record<string, unknown> {
  const { id, admin_graphql_api_id, status } = head(request);
  return { id, admin_graphql_api_id, order_id: exactNumber(order.id), status };
}

/** `returns/update`: what was taken off the return. */
export function returnUpdatePayload(
  request: ReturnRequest,
  removals: { lineId: string; delta: number }[],
): Record<string, unknown> {
  return {
    admin_graphql_api_id: gid("Return", request.id),
    return_line_items: {
      removals: removals.map((one) => ({
        admin_graphql_api_id: gid("ReturnLineItem", one.lineId),
        delta: one.delta,
      })),
    },
    restocking_fees: { updates: [], removals: [] },
    return_shipping_fees: { updates: [], removals: [] },
  };
}

/** `returns/process`: Shopify documents an empty example; the fields here are those of its sibling topics. */
export function returnProcessPayload(order: Order, request: ReturnRequest): Record<string, unknown> {
  return { ...head(request), order: orderPart(order) };
}

function head(request: ReturnRequest) {
  return {
    id: exactNumber(request.id),
    admin_graphql_api_id: gid("Return", request.id),
    status: request.status.toLowerCase(),
  };
}

function orderPart(order: Order) {
  return { id: exactNumber(order.id), admin_graphql_api_id: gid("Order", order.id) };
}
