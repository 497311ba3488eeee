import { dateFormat, numberFormat } from "#app/words/format.ts";
import type { Clock, LevelPriority } from "#app/shop/service-level-settings.ts";
import type { Say } from "#app/words/say.ts";

/** Days by name, in the reader's language: 4 January 1970 was a Sunday. */
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

export const dayLabel = (say: Say, day: (typeof DAYS)[number]): string =>
  dateFormat(say, { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(1970, 0, 4 + DAYS.indexOf(day))),
  );

export const clockLabel = (say: Say, clock: Clock): string => say(`levels.clock.${clock}`);
export const priorityLabel = (say: Say, priority: LevelPriority): string => say(`priority.${priority}`);

/** What came of one way of telling: "Mail: sent". */
export const sendLabel = (
  say: Say,
  { way, status, response }: { way: string; status: string; response: string | null },
): string => {
  const name = way === "webhook" ? say("levels.alerts.way.webhook") : say("levels.alerts.way.mail");
  // What was put off has an answer already.
  const key = `levels.alerts.send.${status === "queued" && response !== null ? "again" : status}`;
  return say("levels.alerts.send", { way: name, status: say.knows(key) ? say(key) : status });
};

/** "4.5", as the reader writes it. */
export const hoursLabel = (say: Say, hours: number): string =>
  numberFormat(say, { maximumFractionDigits: 1 }).format(hours);
