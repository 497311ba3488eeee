/** Times where the shop is: the zone is given, so that the server's page and the browser's are the same. */
type Zone = string | null;

const format = (zone: Zone, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en", { ...options, timeZone: zone ?? "UTC" });

/** "Thu, Nov 12, 2026" */
export const zonedDay = (at: string, zone: Zone) =>
  format(zone, { weekday: "short", month: "short", day: "numeric", year: "numeric" }).format(new Date(at));

/** "Nov 12" */
export const zonedShortDay = (at: string, zone: Zone) =>
  format(zone, { month: "short", day: "numeric" }).format(new Date(at));

/** "07:30", as the shop's quiet hours are written. */
export const zonedHour = (at: string, zone: Zone) =>
  format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

/** "Nov 12, 2026, 07:30 GMT+1" */
export const zonedTime = (at: string, zone: Zone) =>
  format(zone, {
    ...{ month: "short", day: "numeric", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
  }).format(new Date(at));

/** "2026-11-23": the day where the shop is. */
export const dayIn = (zone: Zone, at: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone ?? "UTC", dateStyle: "short" }).format(new Date(at));
