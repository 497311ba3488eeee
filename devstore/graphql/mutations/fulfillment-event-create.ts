import { addCarrierEvent } from "../../changes/ship-order.ts";
import { parseGid } from "../../ids.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { fulfillmentEventView } from "../views/fulfillment-view.ts";
import { userErrors, type View } from "../views/view.ts";

type Input = {
  fulfillmentId: string;
  status: string;
  message?: string | null;
  happenedAt?: string | null;
  estimatedDeliveryAt?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
};

/** `fulfillmentEventCreate`. */
export function fulfillmentEventCreate(request: RequestContext, args: Record<string, unknown>): View {
  const input = args["fulfillmentEvent"] as Input;
  const { id } = parseGid(input.fulfillmentId);
  for (const order of visibleOrders(request)) {
    const fulfillment = order.fulfillments.find((one) => one.id === id);
    if (!fulfillment) continue;
    const event = addCarrierEvent(request.devstore, request.shop, {
      order,
      fulfillment,
      status: input.status.toLowerCase(),
      message: input.message ?? null,
      happenedAt: input.happenedAt ?? undefined,
      estimatedDeliveryAt: input.estimatedDeliveryAt,
      place: {
        city: input.city ?? null,
        province: input.province ?? null,
        country: input.country ?? null,
        zip: input.zip ?? null,
      },
    });
    return {
      __typename: "FulfillmentEventCreatePayload",
      fulfillmentEvent: fulfillmentEventView(event),
      userErrors: [],
    };
  }
  const told = [{ field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist" }];
  return {
    __typename: "FulfillmentEventCreatePayload",
    fulfillmentEvent: null,
    userErrors: userErrors(told),
  };
}
