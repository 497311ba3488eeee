import { gid } from "../../ids.ts";
import type { Fulfillment, FulfillmentEvent, Order } from "../../state/model.ts";
import type { RequestContext } from "../request-context.ts";
import { fulfillmentOrderView } from "./fulfillment-order-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { moneyBag, type View } from "./view.ts";

/** A shipment as Shopify's `Fulfillment`. */
export function fulfillmentView(
  request: RequestContext,
  { order, fulfillment }: { order: Order; fulfillment: Fulfillment },
): View {
  const { trackingCompany, trackingNumber, trackingUrl } = fulfillment;
  const tracked = trackingNumber !== null || trackingCompany !== null;
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: fulfillment.name,
    status: fulfillment.status.toUpperCase(),
    displayStatus: displayStatus(fulfillment),
    createdAt: fulfillment.createdAt,
    updatedAt: fulfillment.updatedAt,
    estimatedDeliveryAt: fulfillment.estimatedDeliveryAt,
    inTransitAt: fulfillment.inTransitAt,
    deliveredAt: fulfillment.deliveredAt,
    requiresShipping: true,
    totalQuantity: fulfillment.lines.reduce((total, line) => total + line.quantity, 0),
    trackingInfo: tracked
      ? [
          {
            __typename: "FulfillmentTrackingInfo",
            company: trackingCompany,
            number: trackingNumber,
            url: trackingUrl,
          },
        ]
      : [],
    events: () =>
      [...fulfillment.events]
        .sort((one, other) => one.happenedAt.localeCompare(other.happenedAt))
        .map(fulfillmentEventView),
    fulfillmentLineItems: () => fulfillment.lines.flatMap((line) => fulfillmentLineView(order, line)),
    fulfillmentOrders: () =>
      order.fulfillmentOrders
        .filter(({ id }) => fulfillment.fulfillmentOrderIds?.includes(id) ?? true)
        .map((one) => fulfillmentOrderView(request, { order, fulfillmentOrder: one })),
    order: () => request.orderView(order),
  };
}

export function fulfillmentEventView(event: FulfillmentEvent): View {
  return {
    __typename: "FulfillmentEvent",
    id: gid("FulfillmentEvent", event.id),
    status: event.status.toUpperCase(),
    message: event.message,
    happenedAt: event.happenedAt,
    createdAt: event.createdAt,
    estimatedDeliveryAt: event.estimatedDeliveryAt,
    address1: event.address1,
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    latitude: event.latitude,
    longitude: event.longitude,
  };
}

export function fulfillmentLineView(order: Order, shipped: Fulfillment["lines"][number]): View[] {
  const line = order.lines.find((one) => one.id === shipped.lineId);
  if (!line) return [];
  return [
    {
      __typename: "FulfillmentLineItem",
      id: gid("FulfillmentLineItem", shipped.id),
      quantity: shipped.quantity,
      lineItem: () => lineItemView(order, line),
      originalTotalSet: moneyBag(order, line.price * shipped.quantity),
      discountedTotalSet: moneyBag(order, line.price * shipped.quantity),
    },
  ];
}

function displayStatus(fulfillment: Fulfillment): string {
  if (fulfillment.status === "cancelled") return "CANCELED";
  return fulfillment.shipmentStatus?.toUpperCase() ?? "FULFILLED";
}
