import { isUsuallyFree } from "#app/care/detect/usual-week.ts";
import { dayName, dayOf, startOfDay, weekdayOf, type Day } from "#app/lib/local-day.ts";

/** The days on which somebody works, where the shop is. */
export type WorkingDays = {
  timeZone: string;
  /** Weekdays on which work is done, 0 is Sunday; absent: those that are usual in the zone. */
  workdays?: readonly number[] | undefined;
  /** Days on which none is done: "2026-04-03", or "12-25" for each year. */
  holidays: readonly string[];
};

/** Carriers and banks keep the working week of the country, and its holidays; on which days the shop works is nothing to them. */
export const daysOfOthers = ({ timeZone, holidays }: WorkingDays): WorkingDays => ({ timeZone, holidays });

/**
 * The end of the day, where the shop is, that lies `count` business days after an instant's own day; with none, of that day or the
 * first business day after it.
 */
export function endOfBusinessDay(from: number, count: number, working: WorkingDays): number {
  const { timeZone } = working;
  return startOfDay(after(dayOf(from, timeZone), count, working) + 1, timeZone);
}

/** The same time of day `count` business days later; what happens on a free day counts from the start of the next business day. */
export function addBusinessDays(from: number, count: number, working: WorkingDays): number {
  const { timeZone } = working;
  const own = dayOf(from, timeZone);
  const day = after(own, 0, working);
  const sinceMidnight = day === own ? from - startOfDay(own, timeZone) : 0;
  return startOfDay(after(day, count, working), timeZone) + sinceMidnight;
}

function after(from: Day, count: number, working: WorkingDays): Day {
  let day = from;
  if (count === 0) while (isFree(day, working)) day++;
  for (let left = count; left > 0; left--) {
    day++;
    while (isFree(day, working)) day++;
  }
  return day;
}

function isFree(day: Day, { timeZone, workdays, holidays }: WorkingDays): boolean {
  const weekday = weekdayOf(day);
  if (workdays ? !workdays.includes(weekday) : isUsuallyFree(weekday, timeZone)) return true;
  if (holidays.length === 0) return false;
  const name = dayName(day);
  return holidays.includes(name) || holidays.includes(name.slice("2026-".length));
}
