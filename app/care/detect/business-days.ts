import { dayOf, startOfDay, weekdayOf, type Day } from "#app/lib/local-day.ts";

const [SUNDAY, FRIDAY, SATURDAY] = [0, 5, 6];
/** Where Friday and Saturday are free, and Sunday is not. */
const FRIDAY_FREE = new Set([
  "Africa/Algiers",
  "Africa/Cairo",
  "Africa/Khartoum",
  "Africa/Tripoli",
  "Asia/Aden",
  "Asia/Amman",
  "Asia/Baghdad",
  "Asia/Bahrain",
  "Asia/Damascus",
  "Asia/Dhaka",
  "Asia/Jerusalem",
  "Asia/Kuwait",
  "Asia/Muscat",
  "Asia/Qatar",
  "Asia/Riyadh",
]);

/**
 * The end of the day, where the shop is, that lies `count` business days after an instant's own day; with none, of that day or the
 * first business day after it. Public holidays are not known and count as business days.
 */
export function endOfBusinessDay(from: number, count: number, timeZone: string): number {
  const day = after(dayOf(from, timeZone), count, timeZone);
  return startOfDay(day + 1, timeZone);
}

/** The same time of day `count` business days later; what happens on a free day counts from the start of the next business day. */
export function addBusinessDays(from: number, count: number, timeZone: string): number {
  const own = dayOf(from, timeZone);
  const day = after(own, 0, timeZone);
  const sinceMidnight = day === own ? from - startOfDay(own, timeZone) : 0;
  return startOfDay(after(day, count, timeZone), timeZone) + sinceMidnight;
}

function after(from: Day, count: number, timeZone: string): Day {
  let day = from;
  if (count === 0) while (isFree(day, timeZone)) day++;
  for (let left = count; left > 0; left--) {
    day++;
    while (isFree(day, timeZone)) day++;
  }
  return day;
}

function isFree(day: Day, timeZone: string): boolean {
  const weekday = weekdayOf(day);
  return weekday === SATURDAY || weekday === (FRIDAY_FREE.has(timeZone) ? FRIDAY : SUNDAY);
}
