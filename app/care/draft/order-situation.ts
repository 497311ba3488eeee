import { days } from "#app/lib/duration.ts";
import type { Fulfillment, Money, Order } from "#app/mirror/order.ts";

/** What drafting needs of a mirrored order; the mirror's own shape has more. */
export type DraftOrder = Omit<Order, "refunds"> & {
  locale?: string | null | undefined;
  email?: string | null | undefined;
  refunds: {
    id: string;
    at?: string | null | undefined;
    amount?: Money | null | undefined;
    settled?: boolean | undefined;
  }[];
  returns?: { id: string; name?: string | null | undefined; status: string }[] | undefined;
  disputes?: { id: string; status: string }[] | undefined;
  fulfillmentOrders?:
    | { id: string; status?: string | null | undefined; requestStatus?: string | null | undefined }[]
    | undefined;
  shippingAddress?:
    | {
        address1?: string | null | undefined;
        city?: string | null | undefined;
        zip?: string | null | undefined;
      }
    | null
    | undefined;
};

export const shippingStates = [
  "cancelled",
  "unfulfilled",
  "on_hold",
  "shipped",
  "label_made",
  "in_transit",
  "overdue",
  "stalled",
  "out_for_delivery",
  "ready_for_pickup",
  "failed_attempt",
  "delivered",
] as const;
export type ShippingState = (typeof shippingStates)[number];

export type LastEvent = { status: string; at: string; city: string | null };

/** Where one order really is. `parcel` is the one that matters most: the first not delivered yet, else the last. */
export type Situation = {
  shipping: ShippingState;
  parcel: Fulfillment | null;
  parcels: number;
  lastEvent: LastEvent | null;
  /** Part of the order has not left yet. */
  partial: boolean;
  /** The part of the order that whoever ships it has taken on: from then on it cannot simply be stopped. */
  beingPacked: { id: string; status: string } | null;
  refund: { state: "settled" | "pending"; id: string } | null;
  openReturn: { id: string; status: string } | null;
  openDispute: string | null;
  /** Something was paid for it, whether or not it was paid back. */
  paid: boolean;
};

/** A parcel that nobody scanned for this long is stalled. */
const STALLED_AFTER = days(5);
const SETTLED_DISPUTES = new Set(["won", "lost", "accepted", "charge_refunded", "prevented"]);
const CLOSED_RETURNS = new Set(["closed", "canceled", "cancelled", "declined"]);

/** What is spoken of where an order has several: by id, whatever became of the others. */
export type SpokenOf = { parcel?: string | undefined; refund?: string | undefined };

export function orderSituation(order: DraftOrder, now: Date, about: SpokenOf = {}): Situation {
  const live = order.fulfillments.filter(
    (one) => !["cancelled", "canceled", "failure", "error"].includes(word(one.status)),
  );
  const parcel =
    live.find(({ id }) => id === about.parcel) ??
    live.find((one) => !isDelivered(one)) ??
    live.at(-1) ??
    null;
  const lastEvent = parcel ? newestEvent(parcel) : null;
  const refund = order.refunds.find(({ id }) => id === about.refund) ?? newestRefund(order);
  const openReturn = order.returns?.find((one) => !CLOSED_RETURNS.has(word(one.status)));
  return {
    shipping: order.cancelledAt ? "cancelled" : shippingState(order, { parcel, lastEvent, now }),
    parcel,
    parcels: live.length,
    lastEvent,
    partial: ["partial", "partially_fulfilled"].includes(word(order.fulfillmentStatus)) && live.length > 0,
    beingPacked: takenOn(order),
    refund: refund ? { id: refund.id, state: refund.settled ? "settled" : "pending" } : null,
    openReturn: openReturn ? { id: openReturn.id, status: word(openReturn.status) } : null,
    openDispute: order.disputes?.find((one) => !SETTLED_DISPUTES.has(word(one.status)))?.id ?? null,
    paid: PAID.has(word(order.financialStatus)),
  };
}

const PAID = new Set(["paid", "partially_paid", "partially_refunded", "refunded"]);

function shippingState(
  order: DraftOrder,
  { parcel, lastEvent, now }: { parcel: Fulfillment | null; lastEvent: LastEvent | null; now: Date },
): ShippingState {
  if (!parcel)
    return order.fulfillmentOrders?.some((one) => word(one.status) === "on_hold") ? "on_hold" : "unfulfilled";
  if (isDelivered(parcel)) return "delivered";
  if (!lastEvent) return "shipped";
  switch (lastEvent.status) {
    case "out_for_delivery":
      return isOlder(lastEvent.at, now) ? "stalled" : "out_for_delivery";
    case "attempted_delivery":
      return "failed_attempt";
    case "ready_for_pickup":
      return "ready_for_pickup";
    case "label_purchased":
    case "label_printed":
    case "confirmed":
      return "label_made";
    default:
      return onTheWay(parcel, { lastEvent, now });
  }
}

function onTheWay(
  parcel: Fulfillment,
  { lastEvent, now }: { lastEvent: LastEvent; now: Date },
): ShippingState {
  if (isOlder(lastEvent.at, now)) return "stalled";
  const due = parcel.estimatedDeliveryAt;
  // A day's grace: the estimate names a day, not an hour.
  return due && Date.parse(due) + days(1) < now.getTime() ? "overdue" : "in_transit";
}

const isOlder = (at: string, now: Date) => now.getTime() - Date.parse(at) >= STALLED_AFTER;
const isDelivered = (one: Fulfillment) =>
  Boolean(one.deliveredAt) || newestEvent(one)?.status === "delivered";

function newestEvent(parcel: Fulfillment): LastEvent | null {
  const [newest] = parcel.events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return newest ? { status: word(newest.status), at: newest.at, city: newest.city ?? null } : null;
}

/** Shopify asks whoever ships the order; once they accepted, they are to be asked back. */
const TAKEN_ON = new Set(["accepted", "cancellation_requested", "cancellation_rejected"]);

function takenOn({ fulfillmentOrders = [] }: DraftOrder): Situation["beingPacked"] {
  const found = fulfillmentOrders.find(
    (one) => TAKEN_ON.has(word(one.requestStatus)) && !["closed", "cancelled"].includes(word(one.status)),
  );
  return found ? { id: found.id, status: word(found.requestStatus) } : null;
}

function newestRefund(order: DraftOrder) {
  return order.refunds.toSorted(
    (a, b) => Date.parse(b.at ?? "1970-01-01") - Date.parse(a.at ?? "1970-01-01"),
  )[0];
}

/** Shopify writes statuses in lower case (webhooks) and in upper case (GraphQL). */
const word = (status: string | null | undefined) => (status ?? "").toLowerCase();
