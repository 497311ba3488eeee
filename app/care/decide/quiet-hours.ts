import { days, minutes } from "#app/lib/duration.ts";
import { kept } from "#app/lib/kept.ts";

/** Hours of the day, as "21:30". `from` later than `to`: over midnight; the same: none are quiet. */
export type QuietHours = { from: string; to: string };

const DAY = 24 * 60;
/** Hours that suit all zones come every day, or never. */
const SEARCHED = days(2);

/** Whether the clock of a time zone stands within the quiet hours; their end is not in them. */
export function isQuiet(at: Date, zone: string, { from, to }: QuietHours): boolean {
  const [now, start, end] = [minuteOfDay(at, zone), minuteOf(from), minuteOf(to)];
  return start <= end ? now >= start && now < end : now >= start || now < end;
}

/**
 * When the quiet hours of all the zones a shopper may be in are over; null when none of them has any now. Where no hour suits them
 * all, the first zone decides.
 */
export function afterQuietHours(at: Date, zones: readonly string[], quiet: QuietHours): Date | null {
  const suits = whenAllAwake(at, zones, quiet) ?? whenAllAwake(at, zones.slice(0, 1), quiet) ?? at;
  return suits.getTime() === at.getTime() ? null : suits;
}

function whenAllAwake(from: Date, zones: readonly string[], quiet: QuietHours): Date | null {
  const last = from.getTime() + SEARCHED;
  for (let at = from; at.getTime() <= last;) {
    const asleep = zones.filter((zone) => isQuiet(at, zone, quiet));
    if (asleep.length === 0) return at;
    at = new Date(Math.max(...asleep.map((zone) => endOfQuiet(at, zone, quiet))));
  }
  return null;
}

/** When the clock next shows the end of the quiet hours. Where it is set back meanwhile that is too early: who asks, asks again. */
function endOfQuiet(at: Date, zone: string, { from, to }: QuietHours): number {
  const until = (time: number) => (minuteOf(to) - minuteOfDay(new Date(time), zone) + DAY) % DAY;
  const whole = Math.floor(at.getTime() / minutes(1)) * minutes(1);
  const end = whole + minutes(until(whole));
  // Where the clock was put forward meanwhile it shows more than the end already.
  const beyond = (DAY - until(end)) % DAY;
  const earlier = end - minutes(beyond);
  return earlier > whole && beyond < DAY / 2 && !isQuiet(new Date(earlier), zone, { from, to })
    ? earlier
    : end;
}

function minuteOf(hour: string): number {
  const [hours = 0, rest = 0] = hour.split(":").map(Number);
  return hours * 60 + rest;
}

function minuteOfDay(at: Date, zone: string): number {
  const parts = clockOf(zone).formatToParts(at);
  const number = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return number("hour") * 60 + number("minute");
}

const clockOf = kept(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
);
