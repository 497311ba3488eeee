import { gid } from "../../ids.ts";
import type { FulfillmentOrder, Order } from "../../state/model.ts";
import type { RequestContext } from "../request-context.ts";
import { locationName } from "../../state/locations.ts";
import { lineItemView } from "./line-item-view.ts";
import type { View } from "./view.ts";

type Input = { order: Order; fulfillmentOrder: FulfillmentOrder };

/** What has to be shipped, as Shopify's `FulfillmentOrder`. */
export function fulfillmentOrderView(request: RequestContext, { order, fulfillmentOrder }: Input): View {
  const { shop } = request;
  return {
    __typename: "FulfillmentOrder",
    id: gid("FulfillmentOrder", fulfillmentOrder.id),
    status: fulfillmentOrder.status,
    requestStatus: fulfillmentOrder.requestStatus,
    fulfillAt: fulfillmentOrder.fulfillAt,
    fulfillBy: null,
    createdAt: fulfillmentOrder.createdAt,
    updatedAt: fulfillmentOrder.updatedAt,
    orderId: gid("Order", order.id),
    orderName: order.name,
    orderProcessedAt: order.processedAt,
    order: () => request.orderView(order),
    assignedLocation: {
      __typename: "FulfillmentOrderAssignedLocation",
      name: locationName(shop, fulfillmentOrder.locationId),
      city: shop.address.city,
      countryCode: shop.address.countryCode,
      location: {
        __typename: "Location",
        id: gid("Location", fulfillmentOrder.locationId),
        name: locationName(shop, fulfillmentOrder.locationId),
      },
    },
    fulfillmentHolds: fulfillmentOrder.holds.map((hold) => ({
      __typename: "FulfillmentHold",
      id: gid("FulfillmentHold", hold.id),
      reason: hold.reason,
      displayReason: hold.reason.toLowerCase().replaceAll("_", " "),
      reasonNotes: hold.reasonNotes,
      heldByRequestingApp: false,
    })),
    lineItems: () =>
      fulfillmentOrder.lines.flatMap((wanted) => {
        const line = order.lines.find((one) => one.id === wanted.lineId);
        if (!line) return [];
        return [
          {
            __typename: "FulfillmentOrderLineItem",
            id: gid("FulfillmentOrderLineItem", wanted.id),
            totalQuantity: wanted.totalQuantity,
            remainingQuantity: wanted.remainingQuantity,
            productTitle: line.title,
            variantTitle: line.variantTitle,
            sku: line.sku,
            vendor: line.vendor,
            requiresShipping: true,
            lineItem: () => lineItemView(order, line),
          },
        ];
      }),
  };
}
