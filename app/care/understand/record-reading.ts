import { days } from "#app/lib/duration.ts";
import type { Fulfillment, Order } from "#app/mirror/order.ts";
import type { CareEmotion, EmotionReading } from "./reading.ts";

export type RecordReading = EmotionReading & { why: string };

const LATE = days(3);
const VERY_LATE = days(10);
const SILENT = days(5);
const UNSHIPPED = days(5);
const JUST_DELIVERED = days(4);
const REFUND_SLOW = days(10);
const TOO_MANY_DELAYS = 3;

/**
 * The record reading: what a person would likely feel given the order's events at `now`, the text unseen. Null without an
 * order. Confidence stays modest: events suggest a feeling, they do not prove one.
 */
export function recordReading(order: Order | null, now: Date): RecordReading | null {
  if (!order) return null;
  const rules = [cancelled, slowRefund, failedDelivery, late, manyDelays, silent, unshipped, delivered];
  for (const rule of rules) {
    const found = rule(order, now.getTime());
    if (found) return found;
  }
  return feels("neutral", [0.1, 0.5], "the order is under way as planned");
}

type Rule = (order: Order, now: number) => RecordReading | null;

const cancelled: Rule = (order) => {
  if (!order.cancelledAt) return null;
  const paid = order.financialStatus === "paid" || order.financialStatus === "partially_paid";
  return paid && order.refunds.length === 0
    ? feels("frustration", [0.55, 0.6], "the order was cancelled and no refund is recorded")
    : feels("disappointment", [0.3, 0.4], "the order was cancelled");
};

/** Shopify sets the financial status at once; a refund that is on record but not through shows as still paid. */
const slowRefund: Rule = (order, now) => {
  if (order.refunds.length === 0 || isRefunded(order)) return null;
  const oldest = Math.min(...order.refunds.map(({ at }) => (at ? Date.parse(at) : now)));
  return now - oldest > REFUND_SLOW
    ? feels("frustration", [0.55, 0.6], `a refund has been pending for ${wholeDays(now - oldest)} days`)
    : null;
};

const failedDelivery: Rule = (order) => {
  for (const shipment of open(order)) {
    const status = lastEvent(shipment)?.status;
    if (status === "failure" || status === "not_delivered")
      return feels("frustration", [0.6, 0.65], "the carrier reports that delivery failed");
    if (status === "attempted_delivery") return feels("frustration", [0.4, 0.5], "a delivery attempt failed");
  }
  return null;
};

const late: Rule = (order, now) => {
  const overdue = Math.max(
    ...open(order).map(({ estimatedDeliveryAt }) =>
      estimatedDeliveryAt ? now - Date.parse(estimatedDeliveryAt) : -1,
    ),
    -1,
  );
  if (overdue > VERY_LATE)
    return feels("frustration", [0.7, 0.65], `the parcel is ${wholeDays(overdue)} days late`);
  if (overdue > LATE)
    return feels("frustration", [0.5, 0.55], `the parcel is ${wholeDays(overdue)} days late`);
  return overdue > days(1)
    ? feels("worry", [0.35, 0.45], `the parcel is ${wholeDays(overdue)} days late`)
    : null;
};

const manyDelays: Rule = (order) => {
  const delays = order.fulfillments
    .flatMap(({ events }) => events)
    .filter(({ status }) => plain(status) === "delayed");
  return delays.length >= TOO_MANY_DELAYS
    ? feels("frustration", [0.65, 0.6], `the carrier announced ${delays.length} delays`)
    : null;
};

const silent: Rule = (order, now) => {
  for (const shipment of open(order)) {
    const last = lastEvent(shipment);
    const quiet = last ? now - Date.parse(last.at) : 0;
    if (quiet > 2 * SILENT)
      return feels("frustration", [0.5, 0.5], `the parcel has not moved for ${wholeDays(quiet)} days`);
    if (quiet > SILENT)
      return feels("worry", [0.4, 0.5], `the parcel has not moved for ${wholeDays(quiet)} days`);
  }
  return null;
};

const unshipped: Rule = (order, now) => {
  if (order.fulfillments.length > 0 || order.fulfillmentStatus === "fulfilled") return null;
  const waiting = now - Date.parse(order.placedAt);
  if (waiting > 2 * UNSHIPPED)
    return feels("frustration", [0.5, 0.5], `nothing has shipped for ${wholeDays(waiting)} days`);
  return waiting > UNSHIPPED
    ? feels("worry", [0.3, 0.45], `nothing has shipped for ${wholeDays(waiting)} days`)
    : null;
};

const delivered: Rule = (order, now) => {
  const arrived = order.fulfillments.map(deliveredAt).filter((at) => at !== null);
  if (arrived.length === 0 || arrived.length < order.fulfillments.length) return null;
  const last = Math.max(...arrived);
  const promised = Math.max(
    ...order.fulfillments.map((one) => Date.parse(one.estimatedDeliveryAt ?? "") || 0),
  );
  if (promised > 0 && last - promised > LATE)
    return feels(
      "disappointment",
      [0.35, 0.4],
      `delivered ${wholeDays(last - promised)} days after the estimate`,
    );
  return now - last < JUST_DELIVERED
    ? feels("joy", [0.3, 0.3], "delivered just now")
    : feels("neutral", [0.1, 0.45], "delivered some time ago");
};

const isRefunded = (order: Order): boolean => /refunded/.test(order.financialStatus?.toLowerCase() ?? "");

/** Shipments that have not arrived. */
const open = (order: Order): Fulfillment[] =>
  order.fulfillments.filter(
    (shipment) => deliveredAt(shipment) === null && plain(shipment.status ?? "") !== "cancelled",
  );

/** When a shipment arrived, in epoch milliseconds; null while it has not. */
export function deliveredAt(shipment: Fulfillment): number | null {
  if (shipment.deliveredAt) return Date.parse(shipment.deliveredAt);
  const event = shipment.events.find(({ status }) => plain(status) === "delivered");
  return event ? Date.parse(event.at) : null;
}

export function lastEvent(shipment: Fulfillment): { status: string; at: string } | undefined {
  const [last] = [...shipment.events].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return last && { status: plain(last.status), at: last.at };
}

/** Shopify writes `in_transit` in webhooks and `IN_TRANSIT` in GraphQL. */
const plain = (status: string): string => status.toLowerCase().replaceAll(" ", "_");

const wholeDays = (duration: number): number => Math.floor(duration / days(1));

type Strength = [intensity: number, confidence: number];

function feels(label: CareEmotion, [intensity, confidence]: Strength, why: string): RecordReading {
  return { label, intensity, confidence, why };
}
