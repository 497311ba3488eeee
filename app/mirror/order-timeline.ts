import type { MirroredOrder } from "#app/mirror/order.ts";

export type TimelineEntry = {
  at: string;
  what: "placed" | "edited" | "cancelled" | "shipped" | "carrier_event" | "delivered" | "refunded" | "closed";
  /** Which parcel, refund or event it was; the order itself for the rest. */
  id: string;
  /** The carrier's word, the refund's amount, the reason of a cancellation. */
  detail: string | null;
};

/** What happened to an order, oldest first: the one reading of an order's history that detection and the screens share. */
export function orderTimeline(order: MirroredOrder): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ at: order.placedAt, what: "placed", id: order.id, detail: null }];
  if (order.editedAt) entries.push({ at: order.editedAt, what: "edited", id: order.id, detail: null });
  if (order.cancelledAt)
    entries.push({ at: order.cancelledAt, what: "cancelled", id: order.id, detail: order.cancelReason });
  if (order.closedAt) entries.push({ at: order.closedAt, what: "closed", id: order.id, detail: null });
  for (const refund of order.refunds) {
    entries.push({
      at: refund.at,
      what: "refunded",
      id: refund.id,
      detail: `${refund.amount.amount} ${refund.amount.currency}`,
    });
  }
  for (const parcel of order.fulfillments) entries.push(...parcelEntries(parcel));
  return entries.toSorted(
    (one, other) =>
      secondOf(one.at) - secondOf(other.at) ||
      CAUSE_FIRST[one.what] - CAUSE_FIRST[other.what] ||
      Date.parse(one.at) - Date.parse(other.at),
  );
}

/** Shopify's times are of whole seconds; what is finer says nothing of what came first. */
export const secondOf = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** Of what happened in one second: what the other follows from comes first. */
const CAUSE_FIRST: Record<TimelineEntry["what"], number> = {
  ...{ placed: 0, edited: 1, shipped: 2, carrier_event: 3, delivered: 4 },
  ...{ cancelled: 5, refunded: 6, closed: 7 },
};

function parcelEntries(parcel: MirroredOrder["fulfillments"][number]): TimelineEntry[] {
  const entries: TimelineEntry[] = parcel.events.map(({ at, status, city }) => ({
    at,
    what: status === "delivered" ? "delivered" : "carrier_event",
    id: parcel.id,
    detail: city ? `${status}, ${city}` : status,
  }));
  if (parcel.createdAt && parcel.status !== "cancelled") {
    entries.unshift({
      at: parcel.createdAt,
      what: "shipped",
      id: parcel.id,
      detail: parcel.trackingCompany ?? null,
    });
  }
  if (parcel.deliveredAt && !entries.some(({ what }) => what === "delivered")) {
    entries.push({ at: parcel.deliveredAt, what: "delivered", id: parcel.id, detail: null });
  }
  return entries;
}
