import { localDay } from "#app/care/draft/format-value.ts";
import {
  addBusinessDays as addDaysOf,
  nearestBusinessDay,
  usualCalendar,
  type Calendar,
} from "#app/care/triage/business-time.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";

/**
 * Days as people count them where the shop is, written 2026-03-12. They are counted on the calendar and not in hours, so that a day
 * on which the clocks change is a day like any other.
 */
export type Day = string;

export const dayOf = (at: Date, timeZone: string): Day => localDay(at.toISOString(), timeZone);

export function addDays(day: Day, count: number): Day {
  return new Date(noon(day) + days(count)).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(noon(day)).getUTCDay() || 7;

/** From Monday to Friday, without holidays: what business days are where nobody said otherwise. */
const USUAL = usualCalendar("UTC");

/** So many business days later. */
export const addBusinessDays = (day: Day, count: number, calendar: Calendar = USUAL): Day =>
  addDaysOf(calendar, day, count);

/** The day itself, or the last business day before it. */
export const lastBusinessDay = (day: Day, calendar: Calendar = USUAL): Day =>
  nearestBusinessDay(calendar, day, -1);

/** The last millisecond of a day in a zone; null when it is no day. */
export function endOfDay(day: Day, timeZone: string): Date | null {
  return timeOn(Date.parse(`${day}T23:59:59.999Z`), timeZone);
}

/** When the clocks of a zone show this full hour of a day. */
export function hourOf(day: Day, hour: number, timeZone: string): Date | null {
  return timeOn(Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00.000Z`), timeZone);
}

const noon = (day: Day): number => Date.parse(`${day}T12:00:00.000Z`);

/**
 * The instant at which a zone's clocks show a time, given as if it were UTC. The clocks are read a day before and a day after: where
 * they show the time twice the later one counts.
 */
function timeOn(shown: number, timeZone: string): Date | null {
  if (Number.isNaN(shown)) return null;
  const candidates = [-1, 1].map((step) => shown - aheadOfUtc(shown + days(step), timeZone));
  const right = candidates.filter((at) => at + aheadOfUtc(at, timeZone) === shown);
  return new Date(Math.max(...(right.length > 0 ? right : candidates)));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hour, minute] = /^GMT([+-])(\d{2}):(\d{2})$/u.exec(shown ?? "") ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (hours(Number(hour)) + minutes(Number(minute)));
}
