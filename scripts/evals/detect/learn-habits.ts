import type { Habit, Seen } from "#app/care/detect/issue.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { DatedOrder } from "./dated-states.ts";

const DAY = 86_400_000;
/** Fewer samples than this say nothing of what is usual. */
const ENOUGH = 20;
/** Before that, a carrier that has said nothing of a parcel may still do. */
const SILENT_AT_FIRST = 3 * DAY;
const BEFORE_IT_LEFT = new Set(["label_purchased", "label_printed", "ready_for_pickup", "confirmed"]);

/** What a shop knew of its carriers and itself on some day, from what had happened by then. */
export type Habits = {
  habitOf: (at: number) => Seen["habitOf"];
  usualHandling: (at: number) => number | null;
};

type Sample = { at: number; key: string; what: "parcel" | "reported" | "gap" | "transit"; value: number };

/**
 * Learns day by day what the app learns by SQL once a day, by the same definitions: the share of parcels of which a carrier said
 * anything beyond the label; the gap that 98 of 100 between two events of a delivered parcel are shorter than; the transit and the
 * handling that 90 of 100 are faster than. A parcel went to the country that its last event names.
 */
export function learnHabits(orders: readonly DatedOrder[]): Habits {
  const samples = orders.flatMap(({ states }) => {
    const last = states.at(-1);
    return last ? last.order.fulfillments.flatMap(parcelSamples) : [];
  });
  const days = learnDaily(samples.toSorted((one, other) => one.at - other.at));
  const handling = handlingByDay(orders);
  const dayBefore = (at: number) => Math.floor(at / DAY);
  return {
    habitOf: (at) => {
      const day = dayBefore(at);
      const of = (key: string) => lookUp(days.get(key), day);
      return (carrier, country) => {
        if (!carrier) return null;
        const everywhere = of(`${keyOf(carrier)}|`);
        const there = of(`${keyOf(carrier)}|${country?.toUpperCase() ?? ""}`) ?? everywhere;
        if (!there || !everywhere) return null;
        const { parcels, coverage } = everywhere;
        return {
          parcels,
          coverage,
          longestUsualGap: there.longestUsualGap ?? everywhere.longestUsualGap,
          usualTransit: there.usualTransit ?? everywhere.usualTransit,
        };
      };
    },
    usualHandling: (at) => lookUp(handling, dayBefore(at)) ?? null,
  };
}

const keyOf = (carrier: string) => carrier.trim().toLowerCase();

function parcelSamples(parcel: MirroredOrder["fulfillments"][number]): Sample[] {
  if (!parcel.trackingCompany || !parcel.createdAt || parcel.status === "cancelled") return [];
  const shippedAt = Date.parse(parcel.createdAt);
  const country = parcel.events.findLast((event) => event.country)?.country?.toUpperCase();
  const keys = country ? ["", country] : [""];
  const said = parcel.events.find(({ status }) => !BEFORE_IT_LEFT.has(status));
  const countedAt = said ? Date.parse(said.at) : shippedAt + SILENT_AT_FIRST;
  const found: Omit<Sample, "key">[] = [{ at: countedAt, what: "parcel", value: 1 }];
  if (said) found.push({ at: countedAt, what: "reported", value: 1 });
  const arrivedAt = parcel.deliveredAt ? Date.parse(parcel.deliveredAt) : null;
  if (arrivedAt !== null) {
    if (arrivedAt > shippedAt) found.push({ at: arrivedAt, what: "transit", value: arrivedAt - shippedAt });
    const times = parcel.events.map(({ at }) => Date.parse(at)).filter((at) => at <= arrivedAt);
    for (const [index, at] of times.slice(1).entries())
      found.push({ at: arrivedAt, what: "gap", value: at - (times[index] ?? at) });
  }
  const carrier = keyOf(parcel.trackingCompany);
  return keys.flatMap((to) => found.map((sample) => ({ ...sample, key: `${carrier}|${to}` })));
}

type Counting = { parcels: number; reported: number; gaps: number[]; transits: number[] };
/** From that day on; days rise. */
type Dated<T> = { day: number; value: T }[];

function learnDaily(samples: readonly Sample[]): Map<string, Dated<Habit>> {
  const counting = new Map<string, Counting>();
  const days = new Map<string, Dated<Habit>>();
  let touched = new Set<string>();
  let day = 0;
  const close = (next: number) => {
    for (const key of touched) {
      const known = days.get(key) ?? [];
      const counted = counting.get(key);
      if (counted) known.push({ day: day + 1, value: habitFrom(counted) });
      days.set(key, known);
    }
    touched = new Set();
    day = next;
  };
  for (const { at, key, what, value } of samples) {
    const today = Math.floor(at / DAY);
    if (today !== day) close(today);
    const counted = counting.get(key) ?? { parcels: 0, reported: 0, gaps: [], transits: [] };
    counting.set(key, counted);
    touched.add(key);
    if (what === "parcel") counted.parcels += 1;
    else if (what === "reported") counted.reported += 1;
    else insert(what === "gap" ? counted.gaps : counted.transits, value);
  }
  close(day);
  return days;
}

function habitFrom({ parcels, reported, gaps, transits }: Counting): Habit {
  return {
    parcels,
    coverage: parcels === 0 ? 0 : reported / parcels,
    longestUsualGap: percentile(gaps, 0.98),
    usualTransit: percentile(transits, 0.9),
  };
}

function handlingByDay(orders: readonly DatedOrder[]): Dated<number | null> {
  const left = orders.flatMap(({ states }) => {
    const order = states.at(-1)?.order;
    const first = order?.fulfillments[0]?.createdAt;
    if (!order || !first) return [];
    return [{ at: Date.parse(first), took: Date.parse(first) - handledFrom(order, first) }];
  });
  const sorted: number[] = [];
  const days: Dated<number | null> = [];
  for (const { at, took } of left.toSorted((one, other) => one.at - other.at)) {
    insert(sorted, took);
    const day = Math.floor(at / DAY) + 1;
    if (days.at(-1)?.day === day) days.pop();
    days.push({ day, value: percentile(sorted, 0.9) });
  }
  return days;
}

/** What left without money was agreed on: it waited for none. */
const handledFrom = ({ placedAt, paidAt }: MirroredOrder, left: string): number =>
  Date.parse(paidAt && paidAt <= left ? paidAt : placedAt);

/** Into its place among rising values. */
function insert(values: number[], value: number): void {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  values.splice(low, 0, value);
}

/** Between the two nearest, as PostgreSQL's percentile_cont; null while too little is known. */
function percentile(rising: readonly number[], share: number): number | null {
  if (rising.length < ENOUGH) return null;
  const place = share * (rising.length - 1);
  const below = rising[Math.floor(place)] ?? 0;
  const above = rising[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function lookUp<T>(dated: Dated<T> | undefined, day: number): T | undefined {
  if (!dated) return undefined;
  let low = 0;
  let high = dated.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dated[middle]?.day ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return dated[low - 1]?.value;
}
