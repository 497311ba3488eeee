import { carrierFor, carriers, eventMessages, type CarrierKey } from "../seed/carriers.ts";
import { seededRandom } from "../seed/random.ts";
import type { Fulfillment, Order, ShopState } from "../state/model.ts";
import { fulfillmentStatus } from "../state/order-totals.ts";
import { fulfillmentEventPayload, fulfillmentPayload } from "../webhooks/payloads/fulfillment.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";
import {
  noParcel,
  parcelOf,
  recordEvent,
  recordFulfillment,
  remainingLines,
  type EventInput,
} from "./fulfillment-record.ts";

export type ShipInput = {
  carrier?: CarrierKey | undefined;
  trackingNumber?: string | undefined;
  /** Sent by letter, handed over or downloaded: no carrier says anything of it. */
  untracked?: boolean | undefined;
  /** Line ids; all that is left without it. */
  lines?: string[] | undefined;
  estimatedDeliveryAt?: string | undefined;
};

/** Ships: `fulfillments/create`, `orders/fulfilled` or `orders/partially_fulfilled`, `orders/updated`. */
export function shipOrder(
  doing: Doing,
  shop: ShopState,
  { order, ...input }: ShipInput & { order: Order },
): Fulfillment {
  if (order.cancelledAt) throw new RefusedChange("the order is cancelled");
  const lines = remainingLines(order, input.lines);
  if (lines.length === 0) throw new RefusedChange("nothing is left to ship", "lines");
  const change = startChange(doing, shop);
  const carrier = input.carrier
    ? carriers[input.carrier]
    : carrierFor(order.shippingAddress?.countryCode ?? "DE");
  const number =
    input.trackingNumber ??
    carrier.number(seededRandom(Number(BigInt(order.id) % 1_000_003n) + order.fulfillments.length));
  const at = change.at(order.updatedAt);
  const fulfillment = recordFulfillment(shop, order, {
    lines,
    parcel: input.untracked ? noParcel : parcelOf(carrier, number),
    estimatedDeliveryAt: input.estimatedDeliveryAt ?? null,
    at,
  });
  order.updatedAt = at;
  change.emit("fulfillments/create", () => fulfillmentPayload(shop, order, fulfillment));
  const whole = fulfillmentStatus(order) === "fulfilled";
  if (whole) order.closedAt = at;
  change.emit(whole ? "orders/fulfilled" : "orders/partially_fulfilled", () => orderPayload(shop, order));
  change.orderUpdated(order);
  return fulfillment;
}

export type CarrierEvent = Omit<EventInput, "message" | "happenedAt"> & {
  order: Order;
  fulfillment: Fulfillment;
  message?: string | null | undefined;
  happenedAt?: string | undefined;
};

/** The carrier reports: `fulfillment_events/create`, `fulfillments/update`, `orders/updated`. */
export function addCarrierEvent(doing: Doing, shop: ShopState, input: CarrierEvent) {
  const { order, fulfillment } = input;
  const change = startChange(doing, shop);
  const at = change.at(laterOf(fulfillment.updatedAt, order.updatedAt));
  const event = recordEvent(shop, fulfillment, {
    status: input.status,
    message: input.message === undefined ? (eventMessages[input.status] ?? null) : input.message,
    happenedAt: input.happenedAt ?? at,
    place: input.place,
    estimatedDeliveryAt: input.estimatedDeliveryAt,
    at,
  });
  order.updatedAt = at;
  change.emit("fulfillment_events/create", () =>
    fulfillmentEventPayload(shop, { order, fulfillment, event }),
  );
  change.emit("fulfillments/update", () => fulfillmentPayload(shop, order, fulfillment));
  change.orderUpdated(order);
  return event;
}

/** The carrier takes a report back: `fulfillment_events/delete`, `fulfillments/update`. */
export function deleteCarrierEvent(
  doing: Doing,
  shop: ShopState,
  { order, eventId }: { order: Order; eventId?: string | undefined },
): void {
  const fulfillment = order.fulfillments.find((one) =>
    one.events.some((event) => !eventId || event.id === eventId),
  );
  const event = fulfillment?.events.findLast((one) => !eventId || one.id === eventId);
  if (!fulfillment || !event) throw new RefusedChange("no such event", "eventId");
  const change = startChange(doing, shop);
  fulfillment.events = fulfillment.events.filter((one) => one !== event);
  fulfillment.shipmentStatus = fulfillment.events.at(-1)?.status ?? null;
  if (event.status === "delivered") fulfillment.deliveredAt = null;
  if (event.estimatedDeliveryAt) fulfillment.estimatedDeliveryAt = lastEstimate(fulfillment);
  fulfillment.updatedAt = change.at(fulfillment.updatedAt);
  change.emit("fulfillment_events/delete", () =>
    fulfillmentEventPayload(shop, { order, fulfillment, event }),
  );
  change.emit("fulfillments/update", () => fulfillmentPayload(shop, order, fulfillment));
}

export type TrackingInput = {
  company?: string | undefined;
  number?: string | undefined;
  url?: string | undefined;
};

/** Another tracking number: `fulfillments/update`, `orders/updated`. */
export function changeTracking(
  doing: Doing,
  shop: ShopState,
  input: TrackingInput & { order: Order; fulfillment: Fulfillment },
): void {
  const { order, fulfillment } = input;
  const change = startChange(doing, shop);
  fulfillment.trackingCompany = input.company ?? fulfillment.trackingCompany;
  fulfillment.trackingNumber = input.number ?? fulfillment.trackingNumber;
  fulfillment.trackingUrl = input.url ?? fulfillment.trackingUrl;
  fulfillment.updatedAt = change.at(fulfillment.updatedAt);
  order.updatedAt = change.at(order.updatedAt);
  change.emit("fulfillments/update", () => fulfillmentPayload(shop, order, fulfillment));
  change.orderUpdated(order);
}

function lastEstimate({ events }: Fulfillment): string | null {
  return events.findLast(({ estimatedDeliveryAt }) => estimatedDeliveryAt)?.estimatedDeliveryAt ?? null;
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
