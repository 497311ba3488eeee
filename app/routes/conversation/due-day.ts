import { dateFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

const DAY_MS = 86_400_000;

type Due = {
  dueAt: string | null;
  /** How many days of the calendar it is away, and whether it is due at the end of its day. */
  dueInDays: number | null;
  dueWholeDay: boolean;
};

/** "Friday, Nov 27", where the shop is; with the year when it is not this one, and with the hour when it ends before the day does. */
export function dueDay(say: Say, { dueAt, dueInDays, dueWholeDay }: Due, zone: string | null): string | null {
  if (dueAt === null || dueInDays === null) return null;
  const inZone = { timeZone: zone ?? "UTC" };
  const yearOf = (at: number) => dateFormat(say, { ...inZone, year: "numeric" }).format(at);
  const due = Date.parse(dueAt);
  return dateFormat(say, {
    ...{ ...inZone, weekday: "long", month: "short", day: "numeric" },
    ...(yearOf(due) === yearOf(due - dueInDays * DAY_MS) ? {} : { year: "numeric" }),
    ...(dueWholeDay ? {} : { hour: "numeric", minute: "2-digit" }),
  }).format(due);
}
