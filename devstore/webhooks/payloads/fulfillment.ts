import { exactNumber, gid } from "../../ids.ts";
import type { Fulfillment, FulfillmentEvent, Order, ShopState } from "../../state/model.ts";
import { lineItemPart } from "./line-item.ts";
import { orderAddress, writerFor } from "./parts.ts";

/** The body of `fulfillments/create` and `fulfillments/update`. */
export function fulfillmentPayload(
  shop: ShopState,
  order: Order,
  fulfillment: Fulfillment,
): Record<string, unknown> {
  const write = writerFor(shop, order);
  const listOf = (value: string | null) => (value === null ? [] : [value]);
  return {
    id: exactNumber(fulfillment.id),
    order_id: exactNumber(order.id),
    status: fulfillment.status,
    created_at: write.time(fulfillment.createdAt),
    service: "manual",
    updated_at: write.time(fulfillment.updatedAt),
    tracking_company: fulfillment.trackingCompany,
    shipment_status: fulfillment.shipmentStatus,
    location_id: exactNumber(leftFrom(shop, order, fulfillment)),
    origin_address: null,
    email: order.email,
    destination: orderAddress(order.shippingAddress),
    line_items: fulfillment.lines.flatMap((shipped) => {
      const line = order.lines.find((one) => one.id === shipped.lineId);
      return line ? [lineItemPart(write, { shop, order, line, quantity: shipped.quantity })] : [];
    }),
    tracking_number: fulfillment.trackingNumber,
    tracking_numbers: listOf(fulfillment.trackingNumber),
    tracking_url: fulfillment.trackingUrl,
    tracking_urls: listOf(fulfillment.trackingUrl),
    receipt: {},
    name: fulfillment.name.replace("-F", "."),
    admin_graphql_api_id: gid("Fulfillment", fulfillment.id),
  };
}

const leftFrom = (shop: ShopState, order: Order, { fulfillmentOrderIds }: Fulfillment): string =>
  order.fulfillmentOrders.find(({ id }) => fulfillmentOrderIds?.includes(id))?.locationId ?? shop.locationId;

export type EventPlace = { order: Order; fulfillment: Fulfillment; event: FulfillmentEvent };

/** The body of `fulfillment_events/create` and `fulfillment_events/delete`. */
export function fulfillmentEventPayload(
  shop: ShopState,
  { order, fulfillment, event }: EventPlace,
): Record<string, unknown> {
  const { time } = writerFor(shop, order);
  return {
    id: exactNumber(event.id),
    fulfillment_id: exactNumber(fulfillment.id),
    status: event.status,
    message: event.message,
    happened_at: time(event.happenedAt),
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    address1: event.address1,
    latitude: event.latitude,
    longitude: event.longitude,
    shop_id: exactNumber(shop.id),
    created_at: time(event.createdAt),
    updated_at: time(event.updatedAt),
    estimated_delivery_at: time(event.estimatedDeliveryAt),
    order_id: exactNumber(order.id),
    admin_graphql_api_id: gid("FulfillmentEvent", event.id),
  };
}
