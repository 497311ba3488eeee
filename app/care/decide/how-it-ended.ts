import { parcelOf } from "#app/care/decide/one-voice.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { ShopifyNotice } from "#app/shop/outreach-settings.ts";

/** How an issue that the records closed came to its end, as a shopper sees it. */
export type Ending =
  "delivered" | "moving" | "expected_later" | "sent" | "refunded" | "cancelled" | "paid" | "other";

/** Of which ends Shopify's own notifications tell. */
export const noticeOf: Readonly<Record<Ending, ShopifyNotice | null>> = {
  delivered: "delivered",
  sent: "shipping",
  refunded: "refund",
  cancelled: "cancellation",
  moving: null,
  expected_later: null,
  paid: null,
  other: null,
};

type Parcel = MirroredOrder["fulfillments"][number];

/** What an order's records say of the end of an issue. Pure; where they say nothing that fits, it is `other`. */
export function howItEnded(
  order: MirroredOrder,
  { kind, subject }: { kind: IssueKind; subject: string },
): Ending {
  const ofAll = order.cancelledAt ? ("cancelled" as const) : null;
  switch (kind) {
    case "refund_not_executed":
    case "return_unsettled":
    case "cancelled_unsaid":
      return order.refunds.some(({ settled }) => settled) ? "refunded" : "other";
    case "placed_twice":
      return ofAll ?? "other";
    case "payment_pending":
      return ofAll ?? (word(order.financialStatus) === "paid" ? "paid" : "other");
    case "unfulfilled":
    case "preorder_slipped":
    case "partly_shipped":
      return ofAll ?? (order.fulfillments.some(isLive) ? "sent" : "other");
    case "bad_address":
    case "needed_by_at_risk":
    case "delivered_oddly":
      return ofAll ?? ofParcel(order, subject);
    case "not_picked_up":
    case "stalled":
    case "delivery_failed":
    case "carrier_exception": {
      const ending = ofAll ?? ofParcel(order, subject);
      // An order that was refunded is found no more, and its parcel stands as still as it did.
      return ending === "moving" && !isScannedSince(order, subject) ? "other" : ending;
    }
    case "past_estimate": {
      const ending = ofAll ?? ofParcel(order, subject);
      // The day that was named is over, and another was named.
      return ending === "moving" && newEstimate(order, subject) ? "expected_later" : ending;
    }
  }
}

/** The parcel of an issue that is on its way, with the day on which its carrier expects it now. */
export function newEstimate(order: MirroredOrder, subject: string): { parcelId: string; at: string } | null {
  const parcel = parcelsOf(order, subject).find((one) => !isDelivered(one) && one.estimatedDeliveryAt);
  return parcel?.estimatedDeliveryAt ? { parcelId: parcel.id, at: parcel.estimatedDeliveryAt } : null;
}

function ofParcel(order: MirroredOrder, subject: string): Ending {
  const parcels = parcelsOf(order, subject);
  if (parcels.length === 0) return "other";
  if (parcels.every(isDelivered)) return "delivered";
  return parcels.some(({ events }) => events.length > 0) ? "moving" : "sent";
}

function parcelsOf({ fulfillments }: MirroredOrder, subject: string): Parcel[] {
  const named = parcelOf(subject);
  return fulfillments.filter((one) => isLive(one) && (named === null || one.id === named));
}

/** Whether the carrier said anything after what an episode began with (`fulfillment:<id>@<ISO 8601>`). */
function isScannedSince(order: MirroredOrder, subject: string): boolean {
  const began = Date.parse(/@(.+)$/u.exec(subject)?.[1] ?? "");
  const scans = parcelsOf(order, subject).flatMap(({ events }) => events.map(({ at }) => Date.parse(at)));
  return Number.isNaN(began) || scans.some((at) => at > began);
}

const isLive = ({ status }: Parcel) => !["cancelled", "canceled", "failure", "error"].includes(word(status));
const isDelivered = ({ deliveredAt, events }: Parcel) =>
  Boolean(deliveredAt) || word(events.at(-1)?.status) === "delivered";

/** Shopify writes statuses in lower case (webhooks) and in upper case (GraphQL). */
const word = (status: string | null | undefined) => (status ?? "").toLowerCase();
