import { products } from "../seed/products.ts";
import type { Random } from "../seed/random.ts";
import { dayOf, hourOf, isWorkday, timeOn, workdayAfter } from "./calendar.ts";
import { between, weighted } from "./chance.ts";
import { laneTo, type Lane } from "./lanes.ts";
import type { Problem, Word } from "./problems.ts";
import type { Shopper } from "./shoppers.ts";
import type { Placing, Scan, Step } from "./step.ts";
import { hear, muffle, promiseDay, travel, type Journey } from "./travel.ts";

/** Within so many working days, the shop says, orders leave. */
export const HANDLING_DAYS = 3;

export type Parcel = Journey & {
  index: number;
  /** Which lines are in it; null: all that was left. */
  lines: number[] | null;
};

/** An order's life while it is planned: what happens, and what only whoever plans it knows. */
export type Life = {
  key: string;
  story: string;
  /** The kind of problem that this life is there for. */
  planted: Problem | null;
  random: Random;
  shopper: Shopper;
  placing: Placing;
  placedAt: number;
  steps: Step[];
  words: Word[];
  parcels: Parcel[];
  truth: Truth;
};

/** What no record says outright. */
export type Truth = {
  /** Nothing has to be sent: it is fetched, or downloaded. */
  unsent: boolean;
  /** From when the working days count: paid, or the day that was asked for. Infinity: never. */
  handlingFrom: number;
  /** The end of the day that was promised for what is ordered ahead. */
  promisedUntil: number | null;
  /** Cancellations, removals and refunds that the shopper asked for themselves. */
  wished: Set<Step>;
  /** Scans that say something else than what happened, or that something went wrong. */
  odd: Set<Scan>;
  exceptions: Set<Scan>;
  /** Scans after which a parcel lies where the shopper fetches it. */
  waiting: Set<Scan>;
  neededBy: { until: number; missed: boolean } | null;
  badAddress: { until: number | null } | null;
  /** When the other order of the pair was placed, and when one of the two was called off. */
  double: { from: number; until: number | null } | null;
  returned: { at: number; settledAt: number | null } | null;
};

export function startLife(
  given: Pick<Life, "key" | "story" | "planted" | "random" | "shopper" | "placedAt">,
): Life {
  const life: Life = {
    ...given,
    placing: {
      lines: [],
      currency: given.shopper.country.currency,
      note: null,
      attributes: [],
      tags: [],
      goesTo: undefined,
      unpaid: null,
    },
    steps: [{ at: given.placedAt, do: "place" }],
    words: [],
    parcels: [],
    truth: {
      unsent: false,
      handlingFrom: given.placedAt,
      promisedUntil: null,
      wished: new Set(),
      odd: new Set(),
      exceptions: new Set(),
      waiting: new Set(),
      neededBy: null,
      badAddress: null,
      double: null,
      returned: null,
    },
  };
  life.placing.lines = [pickLine(life, 0)];
  if (life.random.next() < 0.3) life.placing.lines.push(pickLine(life, 1));
  return life;
}

/** Each line another product. */
export function pickLine({ random, placing }: Life, index: number): Placing["lines"][number] {
  const first = placing.lines[0]?.variant[0] ?? random.integer(0, products.length - 1);
  const product = (first + index * random.integer(index === 0 ? 0 : 1, 3)) % products.length;
  return {
    variant: [product, random.integer(0, (products[product]?.variants.length ?? 1) - 1)],
    quantity: random.next() < 0.15 ? 2 : 1,
  };
}

export function add(life: Life, step: Step): Step {
  life.steps.push(step);
  return step;
}

export function say(life: Life, at: number, about: Problem[]): void {
  life.words.push({ at, about });
}

/** A moment at which the shop works, `days` working days after that of `from`, and after `from`. */
export function atWork(random: Random, from: number, days: number): number {
  const today = dayOf(from);
  const still = days === 0 && isWorkday(today) && hourOf(from) < 15;
  const day = workdayAfter(today, days === 0 && !still && isWorkday(today) ? 1 : days);
  const earliest = day === today ? Math.max(9, hourOf(from) + 0.5) : 9;
  return timeOn(day, between(random, earliest, 16.5));
}

/** When an order that nothing happens to leaves: mostly the next working day, always within the days the shop says. */
export function usualLeave(random: Random, from: number): number {
  return atWork(
    random,
    from,
    weighted(random, [
      [18, 0],
      [45, 1],
      [27, 2],
      [10, HANDLING_DAYS],
    ] as const),
  );
}

export const whereTo = ({ shopper, placing }: Life) => ({
  city: placing.goesTo?.city ?? shopper.town.city,
  country: placing.goesTo?.countryCode ?? shopper.country.code,
});

/** By whom it is sent. `followed`: by one that says where the parcel is. */
export const chooseLane = (life: Life, followed = false): Lane =>
  laneTo(life.random, whereTo(life), followed);

type Sending = { at: number; lane?: Lane; lines?: number[]; slow?: boolean; dated?: boolean };

/** Sends a parcel that nothing happens to, and lets the carrier say what it says of such a one. */
export function send(life: Life, sending: Sending): Parcel {
  const lane = sending.lane ?? chooseLane(life);
  const journey = travel(life.random, { lane, shippedAt: sending.at, to: whereTo(life) }, sending.slow);
  if (sending.dated !== false) promiseDay(life.random, journey);
  return report(life, muffle(life.random, journey), sending.lines);
}

/** Puts a parcel and what is said of it into the life. */
export function report(life: Life, journey: Journey, lines?: number[]): Parcel {
  const parcel: Parcel = { ...journey, index: life.parcels.length, lines: lines ?? null };
  life.parcels.push(parcel);
  add(life, {
    at: journey.shippedAt,
    do: "ship",
    parcel: parcel.index,
    carrier: journey.lane.carrier,
    lines: parcel.lines,
  });
  for (const scan of journey.scans) add(life, { at: scan.heardAt, do: "scan", parcel: parcel.index, scan });
  return parcel;
}

/** One more thing a carrier says of a parcel on its way, in order with the others. */
export function rescan(life: Life, journey: Journey, scans: Scan[]): Journey {
  const { truth } = life;
  const heard = hear(life.random, { ...journey, scans });
  // Scans are copied when they are timed: what is known of them goes along.
  scans.forEach((one, index) => {
    const copy = heard.scans[index];
    if (!copy) return;
    for (const known of [truth.odd, truth.exceptions, truth.waiting]) if (known.delete(one)) known.add(copy);
  });
  return heard;
}

export const arrivedBy = (life: Life): number | null => {
  const times = life.parcels.map(({ arrivedAt }) => arrivedAt);
  return times.length === 0 || times.includes(null) ? null : Math.max(...times.map((at) => at ?? 0));
};
