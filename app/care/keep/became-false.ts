import type { Fact } from "#app/care/draft/draft.ts";
import { localDay, rawMoney } from "#app/care/draft/format-value.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** A fact that a shopper was told, and the words it was told in. */
export type ToldFact = Pick<Fact, "id" | "label" | "value" | "raw" | "kind" | "source"> & {
  sentence: string;
};

/** What was said and is not so; `now` is what the records say, as staff read it. */
export type Falsehood = { factId: string; label: string; said: string; sentence: string; now: string };

type Parcel = MirroredOrder["fulfillments"][number];

/**
 * The told facts that the order's record contradicts now. That things went on is no falsehood: a parcel that was on its way is
 * delivered, a refund that was pending went through, a parcel comes sooner, or is given a new day after the day that was told to be over.
 * What the record holds no more, because it was redacted or deleted, is not contradicted either.
 */
export function becameFalse(
  told: readonly ToldFact[],
  { order, timeZone, sentAt }: { order: MirroredOrder; timeZone: string; sentAt: Date },
): Falsehood[] {
  const sentOn = localDay(sentAt.toISOString(), timeZone);
  return told.flatMap((fact) => {
    const wasOver = fact.id.endsWith(":eta") && fact.raw < sentOn;
    const now = wasOver ? null : contradiction(fact, order, timeZone);
    return now === null
      ? []
      : [{ factId: fact.id, label: fact.label, said: fact.value, sentence: fact.sentence, now }];
  });
}

/** What the record says instead, or null when it agrees. By the last part of the fact's id, which says what it is of its record. */
function contradiction(fact: ToldFact, order: MirroredOrder, timeZone: string): string | null {
  const key = fact.id.split(":").at(-1) ?? "";
  switch (fact.source.entity) {
    case "order":
      return ofOrder(key, fact, { order, timeZone });
    case "fulfillment": {
      const parcel = order.fulfillments.find(({ id }) => id === fact.source.id) ?? null;
      return ofParcel(key, fact, { parcel, timeZone });
    }
    case "refund":
      return ofRefund(key, fact, order);
    default:
      return null;
  }
}

function ofOrder(
  key: string,
  { raw }: ToldFact,
  { order, timeZone }: { order: MirroredOrder; timeZone: string },
): string | null {
  switch (key) {
    case "name":
      return order.name === raw ? null : `The order is ${order.name}`;
    case "total": {
      const total = rawMoney(order.total);
      return total === raw ? null : `The total is ${total}`;
    }
    case "cancelledAt":
      if (!order.cancelledAt) return "The order is not cancelled";
      return dayIs(order.cancelledAt, raw, timeZone)
        ? null
        : `It was cancelled on ${dayIn(order.cancelledAt, timeZone)}`;
    case "status":
      if (raw === "cancelled") return order.cancelledAt ? null : "The order is not cancelled";
      // Sent parcels do not come back unsent: a fulfilment was undone.
      return raw === "fulfilled" && (order.fulfillmentStatus ?? "unfulfilled").toLowerCase() === "unfulfilled"
        ? "The order has not been shipped"
        : null;
    default:
      return null;
  }
}

function ofParcel(
  key: string,
  { raw }: ToldFact,
  { parcel, timeZone }: { parcel: Parcel | null; timeZone: string },
): string | null {
  if (!parcel || CANCELLED.has((parcel.status ?? "").toLowerCase()))
    return GONE_WITH_ITS_PARCEL.has(key) ? "This parcel was cancelled" : null;
  const delivered = deliveredAt(parcel);
  switch (key) {
    case "tracking": {
      const number = parcel.trackingNumber?.trim() ?? "";
      if (sameCode(number, raw)) return null;
      return number ? `The tracking number is ${number}` : "The parcel has no tracking number";
    }
    case "carrier": {
      const carrier = parcel.trackingCompany?.trim() ?? "";
      return carrier === "" || sameCode(carrier, raw) ? null : `The carrier is ${carrier}`;
    }
    case "deliveredAt":
      if (!delivered) return "The parcel has not been delivered";
      return dayIs(delivered, raw, timeZone) ? null : `It was delivered on ${dayIn(delivered, timeZone)}`;
    case "lastStatus":
      return raw === "delivered" && !delivered ? "The parcel has not been delivered" : null;
    case "eta": {
      const eta = parcel.estimatedDeliveryAt;
      if (!eta || delivered) return null;
      const day = localDay(eta, timeZone);
      return day > raw ? `The carrier now expects ${dayIn(eta, timeZone)}` : null;
    }
    default:
      return null;
  }
}

function ofRefund(key: string, { raw, source }: ToldFact, order: MirroredOrder): string | null {
  const refund = order.refunds.find(({ id }) => id === source.id);
  switch (key) {
    case "refundState":
      if (!refund) return "This refund is not on record";
      return raw === "settled" && !refund.settled ? "The refund has not gone through" : null;
    case "refundAmount": {
      if (!refund) return "This refund is not on record";
      const amount = rawMoney(refund.amount);
      return amount === raw ? null : `The refund is ${amount}`;
    }
    default:
      return null;
  }
}

const CANCELLED = new Set(["cancelled", "canceled", "failure", "error"]);
/** A scan that was made stays made; what is still to come, and how to follow it, does not. */
const GONE_WITH_ITS_PARCEL = new Set(["tracking", "carrier", "eta", "deliveredAt"]);

function deliveredAt(parcel: Parcel): string | null {
  const [newest] = parcel.events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return parcel.deliveredAt ?? (newest?.status.toLowerCase() === "delivered" ? newest.at : null);
}

const sameCode = (one: string, other: string) => bare(one) === bare(other);
const bare = (code: string) => code.replaceAll(/[\s.-]/gu, "").toLowerCase();
const dayIs = (iso: string, day: string, timeZone: string) => localDay(iso, timeZone) === day;
const dayIn = (iso: string, timeZone: string) =>
  new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone }).format(new Date(iso));
