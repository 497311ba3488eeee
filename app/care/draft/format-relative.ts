import { kept } from "#app/lib/kept.ts";
import { days } from "#app/lib/duration.ts";
import { localDay, type Format } from "#app/care/draft/format-value.ts";

/** How far a day is from today where the shop is: -1 is yesterday, whatever the hour. */
export function daysFromToday(iso: string, { timeZone, now }: Pick<Format, "timeZone" | "now">): number {
  const day = (at: string) => Date.parse(`${localDay(at, timeZone)}T00:00:00Z`);
  return Math.round((day(iso) - day(now.toISOString())) / days(1));
}

const relativeFormat = kept((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** "5 days ago", "gestern", "in 2 days": only whole days, which the clock of a reader cannot contradict within the day. */
export function formatRelative(daysAway: number, locale: string): string {
  return relativeFormat(locale).format(daysAway, "day");
}
