import { dayIn } from "#app/components/zoned-time.ts";
import { days, minutes } from "#app/lib/duration.ts";
import { timeOfDay } from "#app/lib/local-day.ts";

/** Nobody is given longer (care/keep/hand-over.server.ts). */
const LONGEST_DAYS = 60;

/** The instant that a day (`2026-11-24`) and an hour (`09:00`) mean where the shop is, ISO 8601; null when they mean none. */
export function instantOf(day: string, hour: string, zone: string | null): string | null {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(hour);
  if (Number.isNaN(date) || !clock) return null;
  const minute = Number(clock[1]) * 60 + Number(clock[2]);
  return new Date(timeOfDay(date / days(1), minute, zone ?? "UTC")).toISOString();
}

/** What an hour from now is rounded to, so that nobody promises 14:07. */
const STEP = minutes(30);

/** What a field for a day and an hour begins with: tomorrow at nine, and from when to when a day can be. `now`: ms since 1970. `most`: in days. */
export const bounds = (now: number, zone: string | null, most = LONGEST_DAYS) => ({
  first: dayIn(zone, now + STEP),
  tomorrow: dayIn(zone, now + days(1)),
  last: dayIn(zone, now + days(most)),
});
