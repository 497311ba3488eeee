import { kept } from "#app/lib/kept.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";

/** A calendar day, as whole days since 1 January 1970. */
export type Day = number;

const DAY = days(1);
/** No zone's clocks are further from UTC than this (from -12 to +14 hours). */
const FURTHEST = hours(15);
/** Days whose offsets are remembered for one zone. */
const MOST = 2_000;

const formatOf = (timeZone: string) =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

/** `days` holds a zone's offset where it is the same all day, null where the clocks change. */
const zoneOf = kept((timeZone: string) => ({
  format: formatFor(timeZone),
  days: new Map<Day, number | null>(),
}));

/** Some records carry a zone that this runtime does not know: UTC then. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return formatOf(timeZone);
  } catch {
    return formatOf("UTC");
  }
}

/** The calendar day of an instant where the shop is. */
export const dayOf = (at: number, timeZone: string): Day => Math.floor((at + offsetAt(at, timeZone)) / DAY);

/** What the clock shows there, in whole minutes since midnight. */
export const minuteOfDay = (at: number, timeZone: string): number =>
  Math.floor((at + offsetAt(at, timeZone)) / minutes(1)) - (dayOf(at, timeZone) * DAY) / minutes(1);

/** The first instant of a calendar day where the shop is; some clocks skip its midnight. */
export const startOfDay = (day: Day, timeZone: string): number => timeOfDay(day, 0, timeZone);

/**
 * When a zone's clocks first show a time of a day, in minutes since midnight (1440: the next midnight). Where they skip it, the
 * instant at which they do.
 */
export function timeOfDay(day: Day, minute: number, timeZone: string): number {
  const shown = day * DAY + minutes(minute);
  const early = offsetAt(shown - FURTHEST, timeZone);
  const late = offsetAt(shown + FURTHEST, timeZone);
  const right = [shown - early, shown - late].filter((at) => at + offsetAt(at, timeZone) === shown);
  if (right.length > 0) return Math.min(...right);
  // Skipped: the clocks go from the one offset to the other between the two.
  let [before, after] = [shown - late, shown - early];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, timeZone) === late) after = middle;
    else before = middle;
  }
  return after;
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday.

/** What `dayName` writes. */
export const dayNamed = (name: string): Day => Date.parse(name) / DAY;

/** "2026-03-12" */
export const dayName = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** How far a zone's clocks are ahead of UTC, in milliseconds. Asking Intl each time would cost more than all else in detection. */
function offsetAt(at: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const day = Math.floor(at / DAY);
  let known = zone.days.get(day);
  if (known === undefined) {
    const [first, last] = [day, day + 1].map((one) => readOffset(one * DAY, zone.format));
    known = first !== undefined && first === last ? first : null;
    if (zone.days.size >= MOST) zone.days.clear();
    zone.days.set(day, known);
  }
  return known ?? readOffset(at, zone.format);
}

function readOffset(at: number, format: Intl.DateTimeFormat): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}
