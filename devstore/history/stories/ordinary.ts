import { DAY, dayOf, HOUR, timeOn } from "../calendar.ts";
import { between, happens } from "../chance.ts";
import { followedCountries } from "../lanes.ts";
import {
  add,
  atWork,
  chooseLane,
  pickLine,
  report,
  rescan,
  say,
  send,
  usualLeave,
  whereTo,
  type Life,
} from "../life.ts";
import { promiseDay, scan, travel, type Journey } from "../travel.ts";
import type { Story } from "./story.ts";

/** Orders that go as they should, many of which look as if they did not. */
export const ordinary: Story[] = [
  {
    name: "plain",
    share: 330,
    play: (life) => void send(life, { at: usualLeave(life.random, life.placedAt) }),
  },
  {
    name: "slow but well",
    share: 25,
    play: (life) => void send(life, { at: usualLeave(life.random, life.placedAt), slow: true }),
  },
  { name: "held for a short while", share: 18, play: shortHold },
  { name: "sent in two parcels in time", share: 18, play: split },
  { name: "waits at a pickup point", share: 18, among: followedCountries, play: pickupPoint },
  { name: "attempt reported after delivery", share: 6, among: followedCountries, play: lateAttempt },
  {
    name: "delivered, the town named otherwise",
    share: 14,
    among: followedCountries,
    play: townNamedOtherwise,
  },
  { name: "delayed, then fine", share: 10, among: followedCountries, play: delayedThenFine },
  { name: "carrier moved the day in time", share: 8, among: followedCountries, play: dayMoved },
  { name: "a few hours after the day", share: 8, among: followedCountries, play: hoursAfterTheDay },
  { name: "fetched at the shop", share: 15, among: ["DE"], play: fetched },
  { name: "downloaded", share: 20, play: downloaded },
  { name: "sent when the shopper wished", share: 8, play: scheduled },
  { name: "something added", share: 10, play: added },
];

function shortHold(life: Life): void {
  const { random, placedAt } = life;
  const leaves = usualLeave(random, placedAt + 5 * HOUR);
  add(life, {
    at: placedAt + 4 * 60_000,
    do: "hold",
    reason: random.pick(["HIGH_RISK_OF_FRAUD", "AWAITING_RETURN_ITEMS", "OTHER"]),
    notes: null,
  });
  add(life, { at: between(random, placedAt + HOUR, leaves - 0.4 * HOUR), do: "release" });
  send(life, { at: leaves });
}

function split(life: Life): void {
  const { random, placing, placedAt } = life;
  if (placing.lines.length < 2) placing.lines.push(pickLine(life, 1));
  const first = atWork(random, placedAt, random.integer(0, 1));
  send(life, { at: first, lines: [0] });
  send(life, { at: Math.max(atWork(random, placedAt, random.integer(1, 2)), first + HOUR), lines: [1] });
}

function journeyOf(life: Life): Journey {
  const at = usualLeave(life.random, life.placedAt);
  return travel(life.random, { lane: chooseLane(life, true), shippedAt: at, to: whereTo(life) });
}

function pickupPoint(life: Life): void {
  const { random } = life;
  const journey = journeyOf(life);
  const { city, country } = whereTo(life);
  const way = journey.scans.slice(0, -1);
  const there = (way.at(-1)?.happenedAt ?? journey.shippedAt) + between(random, 2, 6) * HOUR;
  const waits = scan("ready_for_pickup", there, { city, country });
  life.truth.waiting.add(waits);
  const fetchedAt = there + between(random, 0.5, 7) * DAY;
  const tried = happens(random, 0.3) ? [scan("out_for_delivery", there - HOUR, { city, country })] : [];
  const told = [...way, ...tried, waits, scan("delivered", fetchedAt, { city, country })];
  report(life, { ...rescan(life, journey, told), arrivedAt: fetchedAt });
}

function lateAttempt(life: Life): void {
  const journey = journeyOf(life);
  promiseDay(life.random, journey);
  const { city, country } = whereTo(life);
  const delivered = journey.scans.at(-1);
  if (!delivered) return;
  const attempt = {
    ...scan("attempted_delivery", delivered.happenedAt - between(life.random, 1, 3) * HOUR, {
      city,
      country,
    }),
    heardAt: delivered.heardAt + between(life.random, 5, 60) * 60_000,
  };
  report(life, { ...journey, scans: [...journey.scans, attempt] });
}

/** As carriers write them: in English, in capitals, with the quarter, or the quarter alone. */
const names: Record<string, string[]> = {
  Hamburg: ["HAMBURG", "Hamburg-Altona", "Hamburg Eimsbüttel"],
  Berlin: ["BERLIN", "Berlin-Kreuzberg", "Berlin Tempelhof"],
  München: ["Munich", "MUENCHEN", "München-Isarvorstadt"],
  Köln: ["Cologne", "KOELN", "Köln-Ehrenfeld"],
  "Freiburg im Breisgau": ["Freiburg", "Freiburg i. Br.", "FREIBURG"],
  Münster: ["Muenster", "MÜNSTER (WESTF.)"],
  Nürnberg: ["Nuremberg", "NUERNBERG"],
  Wien: ["Vienna", "WIEN", "Wien-Neubau"],
  Paris: ["PARIS 20", "Paris 20e Arrondissement"],
  Sevilla: ["Seville", "SEVILLA"],
  Bilbao: ["Bilbo"],
  London: ["LONDON", "Islington", "Clerkenwell"],
  "New York": ["Brooklyn", "NEW YORK CITY"],
  世田谷区: ["Setagaya-ku", "東京"],
  横浜市: ["Yokohama"],
};

function townNamedOtherwise(life: Life): void {
  const journey = journeyOf(life);
  promiseDay(life.random, journey);
  const { city } = whereTo(life);
  const named = happens(life.random, 0.15) ? null : life.random.pick(names[city] ?? [city.toUpperCase()]);
  const scans = journey.scans.map((one) => (one.status === "delivered" ? { ...one, city: named } : one));
  report(life, { ...journey, scans });
}

function delayedThenFine(life: Life): void {
  const journey = journeyOf(life);
  const { random } = life;
  const at = random.integer(2, journey.scans.length - 2);
  const before = journey.scans[at - 1];
  if (!before) return;
  const delayed = scan("delayed", before.happenedAt + between(random, 2, 5) * HOUR, {
    city: before.city,
    country: before.country,
  });
  life.truth.exceptions.add(delayed);
  const later = (journey.scans[at]?.happenedAt ?? 0) <= delayed.happenedAt ? 8 * HOUR : 0;
  const rest = journey.scans.slice(at).map((one) => ({ ...one, happenedAt: one.happenedAt + later }));
  const scans = [...journey.scans.slice(0, at), delayed, ...rest];
  report(life, { ...rescan(life, journey, scans), arrivedAt: rest.at(-1)?.happenedAt ?? null });
}

/** The first day named could not be kept; before it was over the carrier named another, and kept that. */
function dayMoved(life: Life): void {
  const journey = journeyOf(life);
  const [first] = journey.scans;
  const middle = journey.scans.findLast(({ status }) => status === "in_transit");
  const last = journey.scans.at(-1);
  if (!first || !middle || !last) return;
  const arrives = dayOf(last.happenedAt);
  middle.estimate = timeOn(arrives, 20);
  if (dayOf(middle.heardAt) <= arrives - 1) first.estimate = timeOn(arrives - 1, 20);
  report(life, journey);
}

function hoursAfterTheDay(life: Life): void {
  const journey = journeyOf(life);
  const [first] = journey.scans;
  const last = journey.scans.at(-1);
  if (!first || !last) return;
  first.estimate = timeOn(dayOf(last.happenedAt) - 1, 20);
  // The last scan of the day before keeps it within a day: handed over in the morning.
  last.happenedAt = Math.min(last.happenedAt, timeOn(dayOf(last.happenedAt), 11.5));
  report(life, { ...rescan(life, journey, journey.scans), arrivedAt: last.happenedAt });
}

function fetched(life: Life): void {
  const { random, placing, placedAt } = life;
  placing.goesTo = null;
  life.truth.unsent = true;
  const ready = usualLeave(random, placedAt);
  add(life, { at: ready, do: "prepare" });
  add(life, { at: ready + between(random, 0.1, 9) * DAY, do: "ship", parcel: 0, carrier: null, lines: null });
}

function downloaded(life: Life): void {
  life.placing.goesTo = null;
  life.truth.unsent = true;
  add(life, {
    at: life.placedAt + between(life.random, 5, 90) * 1000,
    do: "ship",
    parcel: 0,
    carrier: null,
    lines: null,
  });
}

/** "Please send it when we are back": a day of the shopper's choosing, one to four weeks ahead. */
function scheduled(life: Life): void {
  const { random, placedAt } = life;
  const day = dayOf(placedAt) + random.integer(7, 28);
  add(life, { at: placedAt + 2 * HOUR, do: "schedule", fulfillAt: timeOn(day, 9) });
  life.truth.handlingFrom = timeOn(day, 9);
  send(life, { at: usualLeave(random, timeOn(day, 8)) });
}

function added(life: Life): void {
  const { random, placedAt } = life;
  const leaves = usualLeave(random, placedAt + 4 * HOUR);
  const step = add(life, {
    at: between(random, placedAt + HOUR, Math.min(placedAt + 4 * HOUR, leaves - HOUR / 4)),
    do: "add",
    variant: [(life.placing.lines[0]?.variant[0] ?? 0) === 2 ? 3 : 2, 0],
  });
  life.truth.wished.add(step);
  say(life, step.at + 10 * 60_000, []);
  send(life, { at: leaves });
}
