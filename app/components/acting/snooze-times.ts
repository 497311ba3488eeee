import { dayIn } from "#app/components/zoned-time.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";

export type SnoozeTime = { id: "later" | "tomorrow" | "week" | "nextWeek"; at: string };

const MORNING = 9;

/**
 * When something can come back: in some hours, while that is still today and nobody sleeps, or in the morning of a day where the shop
 * is. `now`: milliseconds since 1970.
 */
export function snoozeTimes(now: number, zone: string | null): SnoozeTime[] {
  const inHours = Math.ceil((now + hours(3)) / minutes(30)) * minutes(30);
  const later = Math.max(inHours, Date.parse(morning(now, { zone, ahead: 0 })));
  const isToday = dayIn(zone, later) === dayIn(zone, now);
  const weekday = new Date(localOf(now, zone)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    ...(isToday ? [{ id: "later" as const, at: new Date(later).toISOString() }] : []),
    { id: "tomorrow", at: morning(now, { zone, ahead: 1 }) },
    { id: "week", at: morning(now, { zone, ahead: 3 }) },
    { id: "nextWeek", at: morning(now, { zone, ahead: toMonday }) },
  ];
}

/** What the clocks where the shop is show, as if it were UTC. */
function localOf(now: number, zone: string | null): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone ?? "UTC",
    hourCycle: "h23",
    ...{
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    },
  }).formatToParts(new Date(now));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

function morning(now: number, { zone, ahead }: { zone: string | null; ahead: number }): string {
  const day = Math.floor(localOf(now, zone) / days(1)) * days(1);
  const wanted = day + days(ahead) + hours(MORNING);
  // The offset may be another one by then: taken where it leads to, once more.
  let at = wanted - (localOf(now, zone) - now);
  at = wanted - (localOf(at, zone) - at);
  return new Date(Math.round(at / minutes(1)) * minutes(1)).toISOString();
}
