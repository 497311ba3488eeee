import { parcelOf } from "#app/care/decide/one-voice.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { ShopifyNotice } from "#app/shop/outreach-settings.ts";

/** How an issue that the records closed came to its end, as a shopper sees it. */
export type Ending = "delivered" | "moving" | "sent" | "refunded" | "cancelled" | "paid" | "other";

/** Of which ends Shopify's own notifications tell. */
export const noticeOf: Readonly<Record<Ending, ShopifyNotice | null>> = {
  delivered: "delivered",
  sent: "shipping",
  refunded: "refund",
  cancelled: "cancellation",
  moving: null,
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
    case "not_picked_up":
    case "stalled":
    case "past_estimate":
    case "delivery_failed":
    case "carrier_exception":
    case "delivered_oddly":
      return ofAll ?? ofParcel(order, subject);
  }
}

function ofParcel({ fulfillments }: MirroredOrder, subject: string): Ending {
  const named = parcelOf(subject);
  const live = fulfillments.filter(isLive);
  const parcels = named === null ? live : live.filter(({ id }) => id === named);
  if (parcels.length === 0) return "other";
  if (parcels.every(isDelivered)) return "delivered";
  return parcels.some(({ events }) => events.length > 0) ? "moving" : "sent";
}

const isLive = ({ status }: Parcel) => !["cancelled", "canceled", "failure", "error"].includes(word(status));
const isDelivered = ({ deliveredAt, events }: Parcel) =>
  Boolean(deliveredAt) || word(events.at(-1)?.status) === "delivered";

/** Shopify writes statuses in lower case (webhooks) and in upper case (GraphQL). */
const word = (status: string | null | undefined) => (status ?? "").toLowerCase();
