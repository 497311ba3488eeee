import { DAY, dayOf, endOfWorkdays, HOUR, timeOn } from "../calendar.ts";
import { between, happens } from "../chance.ts";
import { followedCountries } from "../lanes.ts";
import { add, chooseLane, report, rescan, say, usualLeave, whereTo, type Life } from "../life.ts";
import { countries } from "../places.ts";
import type { Scan } from "../step.ts";
import { arrival, promiseDay, scan, travel, type Journey } from "../travel.ts";
import type { Story } from "./story.ts";

const among = followedCountries;

/** What happens to a parcel on its way. All go where their carrier says every scan. */
export const parcels: Story[] = [
  { name: "label made, never fetched", share: 13, planted: "not_picked_up", among, play: notPickedUp },
  { name: "lost for a while", share: 13, planted: "stalled", among, play: stalled },
  { name: "days after the day named", share: 13, planted: "past_estimate", among, play: pastEstimate },
  { name: "nobody was there", share: 13, planted: "delivery_failed", among, play: attempted },
  { name: "damaged or on its way back", share: 13, planted: "carrier_exception", among, play: exception },
  {
    name: "delivered somewhere else",
    share: 13,
    planted: "delivered_oddly",
    among,
    play: deliveredElsewhere,
  },
];

function journeyOf(life: Life): Journey {
  const shippedAt = usualLeave(life.random, life.placedAt);
  const journey = travel(life.random, { lane: chooseLane(life, true), shippedAt, to: whereTo(life) });
  promiseDay(life.random, journey);
  return journey;
}

/** The label alone, or "shipping information received", and then nothing for days. */
function notPickedUp(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const told = journey.scans
    .slice(0, 1)
    .map((one) => ({ ...one, status: random.pick(["confirmed", "label_purchased"]) }));
  const known = happens(random, 0.6) ? told : [];
  const late = endOfWorkdays(journey.shippedAt, 2 + random.integer(2, 8));
  if (happens(random, 0.35))
    return void report(life, { ...rescan(life, journey, known), movedAt: null, arrivedAt: null });
  const moved = travel(random, { lane: journey.lane, shippedAt: late + 10 * HOUR, to: whereTo(life) });
  const scans = [...known, ...moved.scans.slice(1)];
  report(life, { ...rescan(life, journey, scans), movedAt: moved.movedAt, arrivedAt: moved.arrivedAt });
}

/** Silent for one and a half to four times as long as a parcel that is well ever is; nearly half never turn up. */
function stalled(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const seen = journey.scans.slice(0, random.integer(2, journey.scans.length - 2));
  const last = seen.at(-1);
  if (!last) return;
  const silence = between(random, 1.5, 4) * journey.lane.silence * HOUR;
  const again = last.happenedAt + silence;
  if (happens(random, 0.45)) {
    report(life, { ...rescan(life, journey, seen), arrivedAt: null });
    if (happens(random, 0.5)) refundAll(life, last.happenedAt + between(random, 16, 28) * DAY);
    return;
  }
  const hub = journey.lane.legs.at(-1);
  const found = scan("in_transit", again, { city: hub?.city ?? null, country: hub?.country ?? null });
  const rest = arrival(random, { lane: journey.lane, at: again, to: whereTo(life) });
  report(life, {
    ...rescan(life, journey, [...seen, found, ...rest]),
    arrivedAt: rest.at(-1)?.happenedAt ?? null,
  });
}

/** Moves on, scan by scan, and is days later than the carrier named; never silent for out of the ordinary. */
function pastEstimate(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const [first] = journey.scans;
  const planned = journey.scans.at(-1);
  if (!first || !planned) return;
  first.estimate = timeOn(dayOf(planned.happenedAt) - random.integer(0, 1), 20);
  const scans: Scan[] = journey.scans.slice(0, -2);
  let at = scans.at(-1)?.happenedAt ?? journey.shippedAt;
  const until = first.estimate + between(random, 1.5, 8) * DAY;
  const hub = journey.lane.legs.at(-1);
  while (at < until) {
    at += between(random, 0.35, 0.7) * journey.lane.silence * HOUR;
    scans.push(scan("in_transit", at, { city: hub?.city ?? null, country: hub?.country ?? null }));
  }
  const rest = arrival(random, { lane: journey.lane, at, to: whereTo(life) });
  report(life, { ...rescan(life, journey, [...scans, ...rest]), arrivedAt: rest.at(-1)?.happenedAt ?? null });
}

/** Tried in vain once or twice; brought the next days, fetched at a shop, or sent back. */
function attempted(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const { city, country } = whereTo(life);
  const scans = journey.scans.slice(0, -1);
  const planned = journey.scans.at(-1);
  if (!planned) return;
  const failed = { ...planned, status: "attempted_delivery" };
  scans.push(failed);
  let at = failed.happenedAt;
  const next = (days: number) => (at = timeOn(dayOf(at) + days, between(random, 10, 17)));
  if (happens(random, 0.3)) scans.push(scan("attempted_delivery", next(1), { city, country }));
  const end = random.next();
  if (end < 0.35) scans.push(scan("delivered", next(random.integer(1, 2)), { city, country }));
  else if (end < 0.7) {
    const waits = scan("ready_for_pickup", next(1), { city, country });
    life.truth.waiting.add(waits);
    scans.push(waits, scan("delivered", next(random.integer(1, 6)), { city, country }));
  } else if (end < 0.9) {
    const back = scan("failure", next(random.integer(3, 4)), { city, country });
    life.truth.exceptions.add(back);
    scans.push(back);
  }
  const arrivedAt = scans.at(-1)?.status === "delivered" ? at : null;
  report(life, { ...rescan(life, journey, scans), arrivedAt });
}

/** In the carriers' words; not all are English, and not all have a status that says it. */
const exceptions: [status: string, message: string | null][] = [
  ["failure", null],
  ["failure", "Returned to sender."],
  ["failure", "Return to sender: address insufficient."],
  ["failure", "Die Sendung wird an den Absender zurückgesandt."],
  ["failure", "The contents were damaged. The parcel is being destroyed."],
  ["failure", "Colis endommagé, retour à l’expéditeur."],
  ["in_transit", "The parcel is being returned to the sender."],
  ["in_transit", "Package damaged in transit; sender will be notified."],
  ["delayed", "Exception: held by customs, documents are missing."],
  ["delayed", "Die Sendung wurde beschädigt und wird nachverpackt."],
];

function exception(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const seen = journey.scans.slice(0, random.integer(3, journey.scans.length - 1));
  const last = seen.at(-1);
  if (!last) return;
  const [status, message] = random.pick(exceptions);
  const what: Scan = {
    ...scan(status, last.happenedAt + between(random, 4, 20) * HOUR, {
      city: last.city,
      country: last.country,
    }),
    ...(message && { message }),
  };
  life.truth.exceptions.add(what);
  const ends = status === "delayed" || happens(random, 0.15);
  const rest = ends
    ? arrival(random, {
        lane: journey.lane,
        at: what.happenedAt + between(random, 1.5, 3.5) * DAY,
        to: whereTo(life),
      })
    : [];
  report(life, {
    ...rescan(life, journey, [...seen, what, ...rest]),
    arrivedAt: rest.at(-1)?.happenedAt ?? null,
  });
  if (!ends && happens(random, 0.6)) refundAll(life, what.happenedAt + between(random, 5, 11) * DAY);
}

/** With a word before it, so that nobody is surprised by the money. */
function refundAll(life: Life, at: number): void {
  add(life, { at, do: "refund", lines: null, money: "now" });
  say(life, at - HOUR / 2, ["cancelled_unsaid"]);
}

/** "Delivered" in another country, in another town far away, at the depot it had left, or within hours of being packed. */
function deliveredElsewhere(life: Life): void {
  const { random, shopper } = life;
  const journey = journeyOf(life);
  const honest = journey.scans.at(-1);
  if (!honest) return;
  const home = shopper.town.city === "Hamburg";
  const how = random.pick(["country", "country", "town", "depot", home ? "country" : "early"] as const);
  const abroad = random.pick(countries.filter(({ code }) => code !== whereTo(life).country));
  const towns = shopper.country.towns.map(({ city }) => city);
  const away = towns[(towns.indexOf(shopper.town.city) + Math.ceil(towns.length / 2)) % towns.length] ?? null;
  const place: Record<typeof how, { city: string | null; country: string | null }> = {
    country: { city: abroad.towns[0]?.city ?? null, country: abroad.code },
    town: { city: away, country: whereTo(life).country },
    depot: home ? { city: away, country: "DE" } : { city: "Hamburg", country: "DE" },
    early: { city: honest.city, country: honest.country },
  };
  const early = how === "early";
  const at = early ? journey.shippedAt + between(random, 0.5, 2.5) * HOUR : honest.happenedAt;
  const odd = scan("delivered", at, { city: place[how].city, country: place[how].country });
  life.truth.odd.add(odd);
  const seen = early ? [] : journey.scans.slice(0, -1);
  const told = rescan(life, journey, [...seen, odd]);
  report(life, { ...told, arrivedAt: null });
  const heard = told.scans.at(-1)?.heardAt ?? odd.happenedAt;
  if (happens(random, 0.3)) correct(life, heard + between(random, 1, 4) * DAY);
  else if (happens(random, 0.4)) refundAll(life, heard + between(random, 4, 9) * DAY);
}

/** The carrier takes it back and delivers where it should have. */
function correct(life: Life, at: number): void {
  const { city, country } = whereTo(life);
  add(life, { at, do: "unscan" });
  const right = { ...scan("delivered", at + DAY, { city, country }), heardAt: at + DAY + HOUR / 2 };
  add(life, { at: right.heardAt, do: "scan", parcel: 0, scan: right });
}
