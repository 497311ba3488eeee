import type { Random } from "../seed/random.ts";
import { dayOf, HOUR, hourOf, isPostday, MINUTE, postdayFrom, timeOn } from "./calendar.ts";
import { around, between, happens } from "./chance.ts";
import { MUTE_SHARE, SOME_SHARE, type Lane } from "./lanes.ts";
import type { Scan } from "./step.ts";

/** A parcel's way as it really was; the shop hears of `scans` only what the carrier lets it know. */
export type Journey = {
  lane: Lane;
  shippedAt: number;
  scans: Scan[];
  /** When it really left the shop's hands and arrived, said or not; null: never. */
  movedAt: number | null;
  arrivedAt: number | null;
  /** The carrier says nothing of this one, though it does of others on the lane. */
  mute: boolean;
};

type Way = { lane: Lane; shippedAt: number; to: { city: string; country: string } };

/** The way of a parcel that nothing happens to. `slow`: one of its pauses is as long as a parcel that is well can have. */
export function travel(random: Random, way: Way, slow = false): Journey {
  const { lane, shippedAt, to } = way;
  const pickedAt = pickup(random, shippedAt);
  const scans = [
    scan("confirmed", between(random, shippedAt + 9 * MINUTE, shippedAt + 2 * HOUR), {
      city: "Hamburg",
      country: "DE",
    }),
  ];
  scans.push(scan("carrier_picked_up", pickedAt, { city: "Hamburg", country: "DE" }));
  let at = pickedAt;
  const slowLeg = slow ? random.integer(0, Math.max(0, lane.legs.length - 1)) : -1;
  for (const [index, leg] of lane.legs.entries()) {
    const natural = movingTime(at + around(random, leg.hours, 0.3) * HOUR);
    const longest = at + lane.silence * HOUR;
    at =
      index === slowLeg
        ? at + between(random, 0.75, 0.95) * lane.silence * HOUR
        : Math.min(natural, longest - 8 * HOUR);
    scans.push(scan("in_transit", at, { city: leg.city, country: leg.country }));
  }
  scans.push(...arrival(random, { lane, at, to }));
  const arrivedAt = scans.at(-1)?.happenedAt ?? null;
  return hear(random, { lane, shippedAt, scans, movedAt: pickedAt, arrivedAt, mute: false });
}

/** On the van in the morning of a day that has post, and handed over before the evening; a bicycle takes two hours. */
export function arrival(random: Random, { lane, at, to }: { lane: Lane; at: number; to: Way["to"] }): Scan[] {
  if (lane.carrier === "radkurier")
    return [scan("delivered", at + between(random, 0.7, 3) * HOUR, { city: to.city, country: to.country })];
  const ready = at + around(random, lane.lastHours, 0.3) * HOUR;
  let day = postdayFrom(hourOf(ready) < 8 ? dayOf(ready) : dayOf(ready) + 1);
  // Whatever the calendar says, somebody drives before the pause would be out of the ordinary.
  if (timeOn(day, 8) > at + lane.silence * HOUR) day = Math.max(dayOf(at) + 1, day - 1);
  const leaves = timeOn(day, between(random, 7, 8.5));
  return [
    scan("out_for_delivery", leaves, { city: to.city, country: to.country }),
    scan("delivered", timeOn(day, between(random, 9.5, 18)), { city: to.city, country: to.country }),
  ];
}

type Place = { city: string | null; country: string | null };

/** Something a carrier says, before it is known when the shop hears it. */
export const scan = (status: string, happenedAt: number, place: Place): Scan => ({
  status,
  ...place,
  happenedAt,
  heardAt: happenedAt,
});

/** Fetched the same evening or the next day that has post. */
export function pickup(random: Random, shippedAt: number): number {
  const today = dayOf(shippedAt);
  const sameDay = isPostday(today) && hourOf(shippedAt) < 15.5 && happens(random, 0.6);
  return timeOn(sameDay ? today : postdayFrom(today + 1), between(random, 17, 19.5));
}

/** Sorting places rest on Sundays and holidays. */
function movingTime(at: number): number {
  const day = dayOf(at);
  return isPostday(day) ? at : timeOn(postdayFrom(day), 5) + (at % (3 * HOUR));
}

/** When each scan reaches the shop: minutes later, now and then only with the next batch. */
export function hear(random: Random, journey: Journey): Journey {
  const batched = happens(random, 0.04);
  let heard = journey.shippedAt + 2 * MINUTE;
  const scans = journey.scans.map((one) => {
    const late = batched ? between(random, 2, 7) * HOUR : between(random, 3, 45) * MINUTE;
    heard = Math.max(heard + 2_000, one.happenedAt + late);
    return { ...one, heardAt: Math.round(heard), happenedAt: Math.round(one.happenedAt) };
  });
  return { ...journey, scans };
}

/** What of a journey the shop hears, by the carrier's habits. */
export function muffle(random: Random, journey: Journey): Journey {
  const { speaks } = journey.lane;
  const none = { ...journey, scans: [], mute: true };
  switch (speaks) {
    case "nothing":
      return none;
    case "some":
      return happens(random, SOME_SHARE) ? journey : none;
    case "arrival":
      return { ...journey, scans: journey.scans.filter(({ status }) => status === "delivered") };
    case "all":
      return happens(random, MUTE_SHARE) ? none : journey;
  }
}

/** Names a day with the first scan of the way, which a parcel that is well keeps; true where it did. */
export function promiseDay(random: Random, journey: Journey): boolean {
  const first = journey.scans[0];
  const last = journey.scans.at(-1);
  if (!first || last?.status !== "delivered" || journey.scans.length < 2) return false;
  if (!happens(random, journey.lane.dated)) return false;
  first.estimate = timeOn(dayOf(last.happenedAt) + random.pick([0, 0, 0, 1, 1, 2]), 20);
  return true;
}
