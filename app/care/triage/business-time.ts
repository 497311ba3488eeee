import { dayNamed, dayName, dayOf, timeOfDay, weekdayOf, type Day } from "#app/lib/local-day.ts";
import { days, type Duration } from "#app/lib/duration.ts";
import {
  serviceLevelSettingsSchema,
  weekdays,
  type BusinessHours,
  type Holiday,
  type ServiceLevelSettings,
  type Span,
} from "#app/shop/service-level-settings.ts";

/** When somebody of the shop is there: hours by weekday, days on which nobody is, and the IANA zone in which both are meant. */
export type Calendar = {
  hours: BusinessHours;
  holidays: readonly Holiday[];
  timeZone: string;
};

/** From one instant to another, in milliseconds; `to` is not in it. */
type Open = { from: number; to: number };

const MIDNIGHT = 24 * 60;
/** Further than this nobody looks: a calendar with hardly an hour in it gives an end all the same. */
const FURTHEST = days(20 * 366);

/** What a shop set, where it is. Its days, too, are the days on which replies say that an answer is due. */
export const calendarOf = (
  { hours, holidays }: Pick<ServiceLevelSettings, "hours" | "holidays">,
  timeZone: string,
): Calendar => ({ hours, holidays, timeZone });

/** Of a shop that set none: from Monday to Friday, without holidays. */
export const usualCalendar = (timeZone: string): Calendar =>
  calendarOf(serviceLevelSettingsSchema.parse({}), timeZone);

/** A calendar day (2026-03-12) on which somebody is there at all. */
export function isBusinessDay(calendar: Calendar, day: string): boolean {
  return spansOn(calendar, dayNamed(day)).length > 0;
}

/** The day itself, or the first business day after it; with `step` -1, before it. */
export function nearestBusinessDay(calendar: Calendar, day: string, step: 1 | -1 = 1): string {
  const first = dayNamed(day);
  for (let away = 0; away * days(1) < FURTHEST; away++) {
    const name = dayName(first + away * step);
    if (isBusinessDay(calendar, name)) return name;
  }
  return day;
}

/** So many business days later. */
export function addBusinessDays(calendar: Calendar, day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; left--) found = nearestBusinessDay(calendar, dayName(dayNamed(found) + 1));
  return found;
}

export function isOpen(calendar: Calendar, at: Date): boolean {
  return nextOpening(calendar, at).getTime() === at.getTime();
}

/** The instant itself while somebody is there, else the first at which somebody is. */
export function nextOpening(calendar: Calendar, at: Date): Date {
  for (const { from } of openFrom(calendar, at.getTime())) return new Date(from);
  return new Date(at.getTime() + FURTHEST);
}

/** When the last of what begins on a day (2026-03-12) is over; null where nobody is there. */
export function closesOn(calendar: Calendar, day: string): Date | null {
  const ends = openOn(calendar, dayNamed(day)).map(({ to }) => to);
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

/** The first instant by which so much business time has passed; none of it has at the instant itself. */
export function addBusinessTime(calendar: Calendar, from: Date, time: Duration): Date {
  if (time <= 0) return from;
  let left = time;
  for (const open of openFrom(calendar, from.getTime())) {
    const length = open.to - open.from;
    if (left <= length) return new Date(open.from + left);
    left -= length;
  }
  return new Date(from.getTime() + FURTHEST);
}

/** The times somebody is there between two instants, in order. */
export function openBetween(calendar: Calendar, from: Date, to: Date): Open[] {
  const found: Open[] = [];
  for (const open of openFrom(calendar, from.getTime())) {
    if (open.from >= to.getTime()) break;
    found.push(open);
  }
  return found;
}

/** How much business time passes from one instant to another; below zero when the second is the earlier one. */
export function businessTimeBetween(calendar: Calendar, from: Date, to: Date): Duration {
  if (to < from) return 0 - businessTimeBetween(calendar, to, from);
  const end = to.getTime();
  let passed = 0;
  for (const open of openFrom(calendar, from.getTime())) {
    if (open.from >= end) break;
    passed += Math.min(open.to, end) - open.from;
  }
  return passed;
}

/** The times somebody is there from an instant on, in order, none of them twice and none of them empty. */
function* openFrom(calendar: Calendar, at: number): Generator<Open> {
  let reached = at;
  const first = dayOf(at, calendar.timeZone);
  const last = first + FURTHEST / days(1);
  // What began on the day before may go on over midnight.
  for (let day = first - 1; day <= last; day++) {
    for (const open of openOn(calendar, day)) {
      const from = Math.max(open.from, reached);
      if (from < open.to) yield { from, to: open.to };
      reached = Math.max(reached, open.to);
    }
  }
}

/** What begins on a day, in order. A holiday ends what reaches into it, at midnight. */
function openOn(calendar: Calendar, day: Day): Open[] {
  const { timeZone } = calendar;
  return spansOn(calendar, day)
    .map(({ from, to }) => {
      const [start, end] = [minuteOf(from), minuteOf(to)];
      const overMidnight = end <= start;
      const until =
        overMidnight && isHoliday(calendar, day + 1) ? MIDNIGHT : end + (overMidnight ? MIDNIGHT : 0);
      return { from: timeOfDay(day, start, timeZone), to: timeOfDay(day, until, timeZone) };
    })
    .toSorted((one, other) => one.from - other.from);
}

function spansOn(calendar: Calendar, day: Day): readonly Span[] {
  const weekday = weekdays[weekdayOf(day)];
  return weekday === undefined || isHoliday(calendar, day) ? [] : calendar.hours[weekday];
}

function isHoliday({ holidays }: Calendar, day: Day): boolean {
  if (holidays.length === 0) return false;
  const name = dayName(day);
  return holidays.some(({ date, yearly }) => (yearly ? date.slice(4) === name.slice(4) : date === name));
}

function minuteOf(hour: string): number {
  const [hours = 0, rest = 0] = hour.split(":").map(Number);
  return hours * 60 + rest;
}
