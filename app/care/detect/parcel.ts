import { carrierWord } from "#app/care/detect/carrier-words.ts";
import { plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

type Fulfillment = MirroredOrder["fulfillments"][number];

/**
 * What an event says of a parcel. `label`: nobody has taken it yet; `waiting`: it can be picked up by the shopper; `failure`: the
 * carrier cannot go on; the rest speak for themselves.
 */
export type Says =
  "label" | "moving" | "waiting" | "attempted" | "failure" | "lost" | "damaged" | "returned" | "delivered";

/** A carrier's event with a time. `at` and `estimate` in epoch milliseconds. */
export type CarrierEvent = {
  at: number;
  status: string;
  says: Says;
  city: string | null;
  country: string | null;
  message: string | null;
  estimate: number | null;
};

/** A parcel that left, or is said to have: cancelled ones are none. Times in epoch milliseconds. */
export type Parcel = {
  id: string;
  fulfillment: Fulfillment;
  carrier: string | null;
  number: string | null;
  /** When the shop said that it left, else the first event; null where nothing says so. */
  shippedAt: number | null;
  /** Oldest first; of the same time the further ones last, whatever their order in the record. */
  events: readonly CarrierEvent[];
  /** Those at which somebody had it in their hands. */
  scans: readonly CarrierEvent[];
  /** The newest scan. */
  last: CarrierEvent | null;
  /** What the newest word says, with or without a time; null: there is no word. */
  says: Says | null;
  estimate: number | null;
  /** `at` is null where no time is known. */
  delivered: { at: number | null; event: CarrierEvent | null } | null;
};

const GONE = new Set(["cancelled", "canceled", "error", "failure"]);
const HANDED_ON = new Set(["pending", "open"]);
const VOID = new Set(["canceled", "cancelled", "label_voided"]);
/** As they follow each other; of two events of one time the further one is the newer. */
const SAYS: Record<string, Says> = {
  "": "label",
  pending: "label",
  submitted: "label",
  pre_transit: "label",
  info_received: "label",
  label_purchased: "label",
  label_printed: "label",
  confirmed: "label",
  fulfilled: "label",
  marked_as_fulfilled: "label",
  attempted_delivery: "attempted",
  not_delivered: "attempted",
  failed_attempt: "attempted",
  delivery_failed: "attempted",
  ready_for_pickup: "waiting",
  available_for_pickup: "waiting",
  failure: "failure",
  exception: "failure",
  error: "failure",
  undeliverable: "failure",
  lost: "lost",
  damaged: "damaged",
  returned: "returned",
  returning: "returned",
  returned_to_sender: "returned",
  return_to_sender: "returned",
  return_in_transit: "returned",
  delivered: "delivered",
  picked_up: "delivered",
};
const FURTHER: Says[] = [
  "label",
  "moving",
  "attempted",
  "failure",
  "lost",
  "damaged",
  "waiting",
  "returned",
  "delivered",
];
/** Before all others: it says what happened, not that it was the last. */
const UNDATED = Number.MIN_SAFE_INTEGER;
const STEPS = ["carrier_picked_up", "in_transit", "delayed", "out_for_delivery"];

const known = new WeakMap<MirroredOrder, readonly Parcel[]>();

/** The parcels of an order. Read once for all rules that look at it. */
export function parcelsOf(order: MirroredOrder): readonly Parcel[] {
  const found = known.get(order);
  if (found) return found;
  const made = order.fulfillments.filter(isLive).map(parcelOf);
  known.set(order, made);
  return made;
}

/** A fulfillment of which a parcel exists, not one that was only handed to who is to ship it. */
export const isLive = ({ status, shipmentStatus, trackingNumber, events }: Fulfillment): boolean =>
  !GONE.has(plain(status)) &&
  !VOID.has(plain(shipmentStatus)) &&
  !(HANDED_ON.has(plain(status)) && !trackingNumber && events.length === 0);

function parcelOf(fulfillment: Fulfillment): Parcel {
  const all = fulfillment.events.map(eventOf).toSorted(older);
  const events = all.filter(({ at }) => at !== UNDATED);
  const scans = events.filter(({ says }) => says !== "label");
  const newest = events.at(-1) ?? all.at(-1);
  const createdAt = timeOf(fulfillment.createdAt);
  return {
    id: fulfillment.id,
    fulfillment,
    carrier: fulfillment.trackingCompany?.trim() || null,
    number: fulfillment.trackingNumber?.trim() || null,
    shippedAt: createdAt ?? events[0]?.at ?? null,
    events,
    scans,
    last: scans.at(-1) ?? null,
    says: scans.at(-1)?.says ?? shown(fulfillment) ?? newest?.says ?? null,
    estimate:
      timeOf(fulfillment.estimatedDeliveryAt) ??
      events.findLast(({ estimate }) => estimate !== null)?.estimate ??
      null,
    delivered: deliveredOf(fulfillment, { all, events }),
  };
}

/** The carrier's newest word as Shopify shows it, where it is not one of the events known. */
const shown = ({ shipmentStatus, events }: Fulfillment): Says | null =>
  shipmentStatus && !events.some(({ status }) => plain(status) === plain(shipmentStatus))
    ? saysOf(shipmentStatus, null)
    : null;

function eventOf(event: Fulfillment["events"][number]): CarrierEvent {
  return {
    at: timeOf(event.at) ?? UNDATED,
    status: plain(event.status),
    says: saysOf(event.status, event.message),
    city: event.city?.trim() || null,
    country: event.country?.trim() || null,
    message: event.message?.trim() || null,
    estimate: timeOf(event.estimatedDeliveryAt),
  };
}

/** Carriers put into words what Shopify has no status for; a label stays one whatever is written on it. */
function saysOf(status: string, message: string | null | undefined): Says {
  const by = SAYS[plain(status)] ?? "moving";
  const word = by === "label" || by === "waiting" ? null : carrierWord(message);
  if (word === null) return by;
  if (word === "returned") return "returned";
  if (by === "delivered") return by;
  switch (word) {
    case "damaged":
    case "lost":
      return word;
    case "attempted":
      return by === "moving" || by === "failure" ? "attempted" : by;
    case "undeliverable":
      return by === "moving" ? "failure" : by;
    case "announced":
      return by === "moving" && plain(status) === "in_transit" ? "label" : by;
  }
}

/** A parcel that reached its sender again is not delivered, whatever the date of the delivery says. */
function deliveredOf(
  fulfillment: Fulfillment,
  { all, events }: { all: CarrierEvent[]; events: CarrierEvent[] },
): Parcel["delivered"] {
  const event = events.findLast(({ says }) => says === "delivered") ?? null;
  if (event) return { at: event.at, event };
  if (all.some(({ says }) => says === "delivered")) return { at: null, event: null };
  if (all.some(({ status }) => status === "delivered")) return null;
  const at = timeOf(fulfillment.deliveredAt);
  if (at !== null) return { at, event: null };
  return shown(fulfillment) === "delivered" ? { at: null, event: null } : null;
}

function older(one: CarrierEvent, other: CarrierEvent): number {
  return (
    one.at - other.at ||
    FURTHER.indexOf(one.says) - FURTHER.indexOf(other.says) ||
    STEPS.indexOf(one.status) - STEPS.indexOf(other.status) ||
    (text(one) < text(other) ? -1 : 1)
  );
}

const text = ({ status, city, country, message, estimate }: CarrierEvent) =>
  [status, city, country, message, estimate].join("\n");

/** A time in epoch milliseconds; null where there is none, or none that can be read. */
export function timeOf(iso: string | null | undefined): number | null {
  const at = iso ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
