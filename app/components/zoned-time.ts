import { dateFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

/** Times where the shop is: the zone is given, so that the server's page and the browser's are the same. */
type Zone = string | null;

const written = (say: Say, at: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(say, options).format(new Date(at));
const inZone = (zone: Zone) => ({ timeZone: zone ?? "UTC" });
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const date = { month: "short", day: "numeric", year: "numeric" } as const;

/** "Thu, Nov 12, 2026" */
export const zonedDay = (say: Say, at: string, zone: Zone) =>
  written(say, at, { ...date, ...inZone(zone), weekday: "short" });

/** "Nov 12" */
export const zonedShortDay = (say: Say, at: string, zone: Zone) =>
  written(say, at, { ...inZone(zone), month: "short", day: "numeric" });

/** "07:30", as the shop's quiet hours are written. */
export const zonedHour = (say: Say, at: string, zone: Zone) =>
  written(say, at, { ...clock, ...inZone(zone) });

/** "Nov 12, 2026, 07:30 GMT+1" */
export const zonedTime = (say: Say, at: string, zone: Zone) =>
  written(say, at, { ...date, ...clock, ...inZone(zone), timeZoneName: "short" });

/** "2026-11-23": the day where the shop is. */
export const dayIn = (zone: Zone, at: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone ?? "UTC", dateStyle: "short" }).format(new Date(at));
