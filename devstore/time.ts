/** ISO 8601 UTC to the second, as Shopify keeps its times. */
export function seconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The time of a change: never the same second as the version before it, so that `updated_at` orders versions. */
export function laterThan(previous: string, now: Date): string {
  const next = new Date(previous).getTime() + 1000;
  return seconds(new Date(Math.max(next, now.getTime())));
}

/** `2026-11-21T09:00:00+01:00`: webhooks carry the shop's own time zone. */
export function inZone(iso: string, timeZone: string): string {
  const date = new Date(iso);
  const parts = formatIn(timeZone).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}${offset}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times as much as using it, and every webhook uses it ten times. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  });
  formats.set(timeZone, format);
  return format;
}
