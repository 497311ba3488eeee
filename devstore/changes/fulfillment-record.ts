import type { Carrier } from "../seed/carriers.ts";
import { newId } from "../ids.ts";
import type { Fulfillment, FulfillmentEvent, Order, ShopState } from "../state/model.ts";

export type Parcel = { company: string | null; number: string | null; url: string | null };

export const noParcel: Parcel = { company: null, number: null, url: null };

export function parcelOf(carrier: Carrier, number: string): Parcel {
  return { company: carrier.company, number, url: carrier.url(number) };
}

/** What a shipment would contain: everything still to be shipped, or only the given lines. */
export function remainingLines(order: Order, only?: string[]): { lineId: string; quantity: number }[] {
  return order.fulfillmentOrders
    .filter((one) => one.status === "OPEN" || one.status === "IN_PROGRESS" || one.status === "SCHEDULED")
    .flatMap((one) => one.lines)
    .filter((line) => line.remainingQuantity > 0 && (!only || only.includes(line.lineId)))
    .map((line) => ({ lineId: line.lineId, quantity: line.remainingQuantity }));
}

/** Records a shipment of the given lines and takes them off the order's fulfillment orders. */
export function recordFulfillment(
  shop: ShopState,
  order: Order,
  input: {
    lines: { lineId: string; quantity: number }[];
    parcel: Parcel;
    estimatedDeliveryAt: string | null;
    at: string;
  },
): Fulfillment {
  const takenFrom: string[] = [];
  const fulfillment: Fulfillment = {
    id: newId(shop),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "success",
    shipmentStatus: null,
    trackingCompany: input.parcel.company,
    trackingNumber: input.parcel.number,
    trackingUrl: input.parcel.url,
    lines: input.lines.map((line) => ({ id: newId(shop), ...line })),
    fulfillmentOrderIds: takenFrom,
    events: [],
    estimatedDeliveryAt: input.estimatedDeliveryAt,
    inTransitAt: null,
    deliveredAt: null,
    createdAt: input.at,
    updatedAt: input.at,
  };
  order.fulfillments.push(fulfillment);
  for (const fulfillmentOrder of order.fulfillmentOrders) {
    let touched = false;
    for (const line of fulfillmentOrder.lines) {
      const shipped = input.lines.find((one) => one.lineId === line.lineId);
      if (!shipped || line.remainingQuantity === 0) continue;
      line.remainingQuantity = Math.max(0, line.remainingQuantity - shipped.quantity);
      touched = true;
    }
    if (!touched) continue;
    takenFrom.push(fulfillmentOrder.id);
    fulfillmentOrder.updatedAt = input.at;
    const left = fulfillmentOrder.lines.some((line) => line.remainingQuantity > 0);
    fulfillmentOrder.status = left ? "IN_PROGRESS" : "CLOSED";
  }
  return fulfillment;
}

export type EventInput = {
  status: string;
  message: string | null;
  happenedAt: string;
  place?:
    | { city: string | null; province?: string | null; country: string | null; zip?: string | null }
    | undefined;
  estimatedDeliveryAt?: string | null | undefined;
};

/** Adds a carrier's event and what follows from it for the shipment. */
export function recordEvent(
  shop: ShopState,
  fulfillment: Fulfillment,
  input: EventInput & { at: string },
): FulfillmentEvent {
  const event: FulfillmentEvent = {
    id: newId(shop),
    status: input.status,
    message: input.message,
    happenedAt: input.happenedAt,
    estimatedDeliveryAt: input.estimatedDeliveryAt ?? null,
    address1: null,
    city: input.place?.city ?? null,
    province: input.place?.province ?? null,
    country: input.place?.country ?? null,
    zip: input.place?.zip ?? null,
    latitude: null,
    longitude: null,
    createdAt: input.at,
    updatedAt: input.at,
  };
  fulfillment.events.push(event);
  fulfillment.shipmentStatus = input.status;
  fulfillment.updatedAt = input.at;
  if (event.estimatedDeliveryAt) fulfillment.estimatedDeliveryAt = event.estimatedDeliveryAt;
  if (input.status === "in_transit") fulfillment.inTransitAt ??= input.happenedAt;
  if (input.status === "delivered") fulfillment.deliveredAt = input.happenedAt;
  return event;
}
