import { days } from "#app/lib/duration.ts";
import type { Fulfillment, MirroredOrder, Order } from "#app/mirror/order.ts";
import type { Occasion, OrderNotes } from "./occasion.ts";
import type { CareEmotion } from "./reading.ts";
import { lastArrival, lastEvent, onTheWay, plain, wholeDays } from "./shipments.ts";

/** An order with what else its record may say; only the mirror has all of it. */
export type RecordedOrder = Omit<Order, "refunds"> &
  OrderNotes & {
    refunds: (Order["refunds"][number] & { settled?: boolean })[];
    /** `reason` as Shopify writes it (`WRONG_ITEM`), where it is known. */
    returns?: (Pick<MirroredOrder["returns"][number], "id" | "status"> & { reason?: string | null })[];
  };

/** What is on record of the shopper and this order beside the order itself. What is not known is left out. */
export type History = {
  /** Orders the same shopper placed before this one. */
  earlierOrders?: number | undefined;
  /** Messages the shopper wrote about this order before this one. */
  contacts?: number | undefined;
  /** What the shop's sent replies promised about this order. */
  promises?: { id: string; state: "open" | "kept" | "broken"; dueAt: string | null }[] | undefined;
};

const LATE = days(3);
const REST_WAITS = days(5);
const JUST_DELIVERED = days(4);
const JUST_REFUNDED = days(3);
const REFUND_SLOW = days(10);
const OCCASION_NEAR = days(3);
const MANY_CONTACTS = 2;

export type Strength = [intensity: number, confidence: number];
export type Seen = { order: RecordedOrder; history: History; occasion: Occasion; now: number };
/** What a record shows, by a code that a screen has words for; `count`: of days, delays or messages; `mark`: the shop's own word. */
export type Shown = { code: string; count?: number; mark?: string };
/** What an event would make a person feel: how strongly, how likely, and what happened as half a sentence and by its code. */
export type Felt = [label: CareEmotion, strength: Strength, why: string, shows: Shown];
export function refundSlow({ order, now }: Seen): Felt | null {
  const waiting = refundWaits(order, now);
  return waiting !== null && waiting > REFUND_SLOW
    ? ["frustration", [0.55, 0.6], ...refundOpen(waiting)]
    : null;
}

export function refundPending({ order, now }: Seen): Felt | null {
  const waiting = refundWaits(order, now);
  if (waiting === null) return null;
  return waiting > JUST_REFUNDED
    ? ["worry", [0.3, 0.35], ...refundOpen(waiting)]
    : ["neutral", [0.1, 0.4], "a refund was made in the last days", { code: "refunded" }];
}

const refundOpen = (waiting: number): [why: string, shows: Shown] => [
  `a refund has been pending for ${wholeDays(waiting)} days`,
  { code: "refund_open", count: wholeDays(waiting) },
];

/**
 * How long the oldest refund that is not through has waited, in milliseconds. Where the record does not say which are through:
 * Shopify sets the financial status at once, so a refund of an order that still shows as paid is not.
 */
function refundWaits(order: RecordedOrder, now: number): number | null {
  const through = /refunded/.test(order.financialStatus?.toLowerCase() ?? "");
  const waiting = order.refunds.filter(({ settled }) => (settled === undefined ? !through : !settled));
  if (waiting.length === 0) return null;
  return now - Math.min(...waiting.map(({ at }) => (at ? Date.parse(at) : now)));
}

export function cancelled({ order }: Seen): Felt | null {
  return order.cancelledAt
    ? ["disappointment", [0.3, 0.4], "the order was cancelled", { code: "cancelled" }]
    : null;
}

export function cancelledUnpaid({ order }: Seen): Felt | null {
  const paid = ["paid", "partially_paid"].includes(plain(order.financialStatus));
  return order.cancelledAt && paid && order.refunds.length === 0
    ? [
        "frustration",
        [0.55, 0.6],
        "the order was cancelled and no refund is recorded",
        { code: "cancelled_unpaid" },
      ]
    : null;
}

export function occasionMissed({ order, occasion, now }: Seen): Felt | null {
  if (occasion.neededBy === null) return null;
  const arrived = lastArrival(order);
  const late = (arrived ?? now) - occasion.neededBy;
  if (late <= 0) return null;
  return arrived === null
    ? [
        "disappointment",
        [0.65, 0.65],
        "the day it was needed by has passed and it has not arrived",
        { code: "needed_missed" },
      ]
    : [
        "disappointment",
        [0.5, 0.55],
        "it arrived after the day it was needed by",
        { code: "needed_arrived_late" },
      ];
}

export function occasionNear({ order, occasion, now }: Seen): Felt | null {
  if (occasion.neededBy === null || lastArrival(order) !== null) return null;
  const left = occasion.neededBy - now;
  return left > 0 && left <= OCCASION_NEAR
    ? [
        "worry",
        [0.5, 0.55],
        "the day it is needed by is near and it has not arrived",
        { code: "needed_near" },
      ]
    : null;
}

export function deliveryFailed({ order }: Seen): Felt | null {
  for (const shipment of onTheWay(order)) {
    const status = lastEvent(shipment)?.status ?? "";
    if (["failure", "not_delivered", "lost", "returned", "returned_to_sender"].includes(status))
      return [
        "frustration",
        [0.6, 0.65],
        "the carrier reports that delivery failed",
        { code: "delivery_failed" },
      ];
  }
  return null;
}

export function attemptFailed({ order }: Seen): Felt | null {
  const failed = onTheWay(order).some((shipment) => lastEvent(shipment)?.status === "attempted_delivery");
  return failed ? ["frustration", [0.4, 0.5], "a delivery attempt failed", { code: "attempt_failed" }] : null;
}

export function late(
  { order, now }: Seen,
  least: number,
  [label, strength]: [CareEmotion, Strength],
): Felt | null {
  const estimates = onTheWay(order).map(({ estimatedDeliveryAt }) => Date.parse(estimatedDeliveryAt ?? ""));
  const overdue = Math.max(-1, ...estimates.filter((at) => !Number.isNaN(at)).map((at) => now - at));
  return overdue > least
    ? [
        label,
        strength,
        `the parcel is ${wholeDays(overdue)} days late`,
        { code: "late", count: wholeDays(overdue) },
      ]
    : null;
}

/** The carrier's own word for a delay, or an estimate that moved to a later day, while the parcel is still on its way. */
export function delayed(
  { order }: Seen,
  least: number,
  [label, strength]: [CareEmotion, Strength],
): Felt | null {
  const count = Math.max(
    0,
    ...onTheWay(order).map(({ events }) => Math.max(announced(events), postponed(events))),
  );
  const what = count === 1 ? "the carrier announced a delay" : `the carrier announced ${count} delays`;
  return count >= least ? [label, strength, what, { code: "delayed", count }] : null;
}

type Events = (Fulfillment["events"][number] & { estimatedDeliveryAt?: string | null })[];
const announced = (events: Events): number =>
  events.filter(({ status }) => plain(status) === "delayed").length;
function postponed(events: Events): number {
  const estimates = events
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .flatMap(({ estimatedDeliveryAt }) => (estimatedDeliveryAt ? [Date.parse(estimatedDeliveryAt)] : []));
  return estimates.filter((at, index) => index > 0 && at - (estimates[index - 1] ?? at) >= days(1)).length;
}

export function promiseBroken({ history, now }: Seen): Felt | null {
  const broken = (history.promises ?? []).some(
    ({ state, dueAt }) =>
      state === "broken" || (state === "open" && dueAt !== null && Date.parse(dueAt) < now),
  );
  return broken ? ["frustration", [0.55, 0.6], "a promise was not kept", { code: "promise_broken" }] : null;
}

/** Reasons of a return that say the shop or the goods fell short, as Shopify writes them, and shops' own tags for the same. */
export const FAULTS =
  /^(?:wrong[ _-]?item|wrong[ _-]?product|incorrect[ _-]?item|defective|damaged|faulty|not[ _-]?as[ _-]?described|replacement|exchange)$/;

export function wrongOrDamaged({ order }: Seen): Felt | null {
  const fault = [...(order.returns ?? []).map(({ reason }) => reason), ...(order.tags ?? [])].find(
    (one) => one && FAULTS.test(one.toLowerCase()),
  );
  if (!fault) return null;
  const mark = plain(fault).replaceAll("_", " ");
  return ["disappointment", [0.4, 0.5], `the order is marked "${mark}"`, { code: "marked", mark }];
}

export function unscanned(
  { order, now }: Seen,
  least: number,
  [label, strength]: [CareEmotion, Strength],
): Felt | null {
  const quiet = Math.max(
    0,
    ...onTheWay(order).map(
      (shipment) => now - Date.parse(lastEvent(shipment)?.at ?? new Date(now).toISOString()),
    ),
  );
  return quiet > least
    ? [
        label,
        strength,
        `the parcel has not moved for ${wholeDays(quiet)} days`,
        { code: "unscanned", count: wholeDays(quiet) },
      ]
    : null;
}

export function unshipped(
  { order, now }: Seen,
  least: number,
  [label, strength]: [CareEmotion, Strength],
): Felt | null {
  if (
    order.fulfillments.some(({ status }) => plain(status) !== "cancelled") ||
    plain(order.fulfillmentStatus) === "fulfilled"
  )
    return null;
  const waiting = now - Date.parse(order.placedAt);
  return waiting > least
    ? [
        label,
        strength,
        `nothing has shipped for ${wholeDays(waiting)} days`,
        { code: "unshipped", count: wholeDays(waiting) },
      ]
    : null;
}

export function restUnshipped({ order, now }: Seen): Felt | null {
  const partly = ["partial", "partially_fulfilled"].includes(plain(order.fulfillmentStatus));
  const waiting = now - Date.parse(order.placedAt);
  return partly && waiting > REST_WAITS
    ? [
        "worry",
        [0.3, 0.4],
        `a part of the order has not shipped for ${wholeDays(waiting)} days`,
        { code: "rest_unshipped", count: wholeDays(waiting) },
      ]
    : null;
}

export function deliveredLate({ order }: Seen): Felt | null {
  const last = lastArrival(order);
  const promised = Math.max(
    ...order.fulfillments.map((one) => Date.parse(one.estimatedDeliveryAt ?? "") || 0),
  );
  return last !== null && promised > 0 && last - promised > LATE
    ? [
        "disappointment",
        [0.35, 0.4],
        `it was delivered ${wholeDays(last - promised)} days after the estimate`,
        { code: "delivered_late", count: wholeDays(last - promised) },
      ]
    : null;
}

export function askedAgain({ history }: Seen): Felt | null {
  const { contacts = 0 } = history;
  return contacts >= MANY_CONTACTS
    ? [
        "frustration",
        [0.4, 0.35],
        `they wrote ${contacts} times before`,
        { code: "asked_again", count: contacts },
      ]
    : null;
}

export function returned({ order }: Seen): Felt | null {
  const { returns = [] } = order;
  if (returns.length > 0) return ["neutral", [0.1, 0.4], "a return is on record", { code: "returned" }];
  return /partially_refunded/.test(plain(order.financialStatus))
    ? ["neutral", [0.1, 0.4], "a part of the order was refunded", { code: "part_refunded" }]
    : null;
}

export function delivered({ order, now }: Seen): Felt | null {
  const last = lastArrival(order);
  if (last === null) return null;
  return now - last < JUST_DELIVERED
    ? ["joy", [0.3, 0.3], "it was delivered just now", { code: "delivered_now" }]
    : ["neutral", [0.1, 0.45], "it was delivered some time ago", { code: "delivered" }];
}
