import type { MirroredOrder } from "#app/mirror/order.ts";
import { plain } from "./shipments.ts";

type Parcel = MirroredOrder["fulfillments"][number];

/**
 * The order as it stood at a moment, as far as its dated events tell: what came later was not felt yet by who wrote then. What
 * bears no date and follows from none (the financial status, the items, that a parcel was taken back) stays as it is known now.
 */
export function orderAsOf(order: MirroredOrder, at: Date): MirroredOrder {
  const happened = (time: string | null | undefined) => !time || Date.parse(time) <= at.getTime();
  const still = (time: string | null) => (happened(time) ? time : null);
  const then = {
    ...order,
    paidAt: still(order.paidAt ?? null),
    cancelledAt: still(order.cancelledAt ?? null),
    closedAt: still(order.closedAt),
    editedAt: still(order.editedAt),
    refunds: order.refunds.filter((refund) => happened(refund.at)),
    fulfillments: order.fulfillments
      .filter(({ createdAt }) => happened(createdAt))
      .map((parcel) => parcelThen(parcel, happened)),
  };
  return { ...then, fulfillmentStatus: statusThen(order, then) };
}

/** What a carrier said later leaves no trace in what the parcel's own fields say of it. */
function parcelThen(parcel: Parcel, happened: (time: string | null | undefined) => boolean): Parcel {
  const events = parcel.events.filter((event) => happened(event.at));
  const deliveredAt = happened(parcel.deliveredAt) ? parcel.deliveredAt : null;
  if (events.length === parcel.events.length && deliveredAt === parcel.deliveredAt) return parcel;
  const later = parcel.events.filter((event) => !happened(event.at));
  const estimate = events.findLast(({ estimatedDeliveryAt }) => estimatedDeliveryAt)?.estimatedDeliveryAt;
  const movedSince = later.some(({ estimatedDeliveryAt }) => estimatedDeliveryAt);
  return {
    ...parcel,
    events,
    deliveredAt,
    estimatedDeliveryAt: movedSince ? (estimate ?? null) : parcel.estimatedDeliveryAt,
    shipmentStatus: events.at(-1)?.status ?? null,
  };
}

/**
 * A parcel that left later was still to come, and what a later cancellation put back on the shelf had not been put back. Where
 * no parcel was still to come, all had left.
 */
function statusThen(order: MirroredOrder, then: MirroredOrder): MirroredOrder["fulfillmentStatus"] {
  const putBack = plain(order.fulfillmentStatus) === "restocked" && then.cancelledAt !== order.cancelledAt;
  const later = order.fulfillments.length - then.fulfillments.length;
  if (later === 0 && !putBack) return order.fulfillmentStatus;
  if (then.fulfillments.every(({ status }) => plain(status) === "cancelled")) return "unfulfilled";
  const addedLater = order.fulfillments.filter((parcel) => isOfLaterEdit(parcel, order, then));
  if (later > addedLater.length) return "partial";
  return putBack ? "fulfilled" : order.fulfillmentStatus;
}

/** It left after an edit that was still to come: it holds what that edit added. Only the last edit of an order is dated. */
function isOfLaterEdit(parcel: Parcel, { editedAt }: MirroredOrder, then: MirroredOrder): boolean {
  if (!editedAt || then.editedAt || !parcel.createdAt) return false;
  return Date.parse(parcel.createdAt) >= Date.parse(editedAt);
}
