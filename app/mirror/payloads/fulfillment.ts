import { z } from "zod";
import type { Origin } from "#app/mirror/fold/version.ts";
import type { EventRow, FulfillmentRow } from "#app/mirror/rows.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/** `fulfillments/create` and `update`, and the fulfillments inside an order. */
export const fulfillmentPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Fulfillment"),
  order_id: part.id,
  status: part.maybeLower,
  shipment_status: part.maybeLower,
  tracking_company: part.maybeText,
  tracking_number: part.maybeText,
  tracking_url: part.maybeText,
  created_at: part.maybeTime,
  updated_at: part.time,
});
export type FulfillmentPayload = z.infer<typeof fulfillmentPayloadSchema>;

export function fulfillmentRow(payload: FulfillmentPayload, origin?: Origin): FulfillmentRow {
  return {
    id: payload.admin_graphql_api_id,
    orderId: payload.order_id,
    status: payload.status,
    shipmentStatus: payload.shipment_status,
    trackingCompany: payload.tracking_company,
    trackingNumber: payload.tracking_number,
    trackingUrl: payload.tracking_url,
    // Not in webhooks: only the Admin API says them, and a webhook does not clear them.
    estimatedDeliveryAt: null,
    deliveredAt: null,
    createdAt: payload.created_at,
    updatedAt: payload.updated_at,
    origin,
  };
}

/** `fulfillment_events/create` and `delete`: the same body. */
export const fulfillmentEventPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("FulfillmentEvent"),
  fulfillment_id: part.id,
  order_id: part.id.nullish(),
  status: part.lower,
  message: part.maybeText,
  city: part.maybeText,
  country: part.maybeText,
  happened_at: part.time,
  estimated_delivery_at: part.maybeTime,
  updated_at: part.time,
});
export type FulfillmentEventPayload = z.infer<typeof fulfillmentEventPayloadSchema>;

/** Whether it says when the parcel arrived or will arrive. */
export function tellsDates({ status, estimated_delivery_at: estimate }: FulfillmentEventPayload): boolean {
  return status === "delivered" || estimate !== null;
}

export function eventRow(
  payload: FulfillmentEventPayload,
  deletedAt: string | null,
  origin?: Origin,
): EventRow {
  return {
    id: payload.admin_graphql_api_id,
    fulfillmentId: payload.fulfillment_id,
    orderId: payload.order_id ?? null,
    status: payload.status,
    message: payload.message,
    city: payload.city,
    country: payload.country,
    happenedAt: payload.happened_at,
    estimatedDeliveryAt: payload.estimated_delivery_at,
    updatedAt: payload.updated_at,
    origin,
    deletedAt,
  };
}
