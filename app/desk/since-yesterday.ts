import { dayOf, minuteOfDay, timeOfDay } from "#app/lib/local-day.ts";

/**
 * The same time on the clock one day earlier where the shop is. On the day after the clocks were changed that is 23 or 25 hours ago; where
 * they skipped the time, the moment at which they did.
 */
export function sameTimeYesterday(now: Date, timeZone: string): Date {
  const at = now.getTime();
  return new Date(timeOfDay(dayOf(at, timeZone) - 1, minuteOfDay(at, timeZone), timeZone));
}
