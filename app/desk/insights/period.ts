import { dayName, dayNamed, dayOf, startOfDay, type Day } from "#app/lib/local-day.ts";

export const usualDays = [7, 28, 90] as const;
export const USUAL_DAYS = 28;
/** A year, and a day of a leap year. */
export const MOST_DAYS = 366;

/** Whole days where the shop is, as names (2026-11-23); `to` is the last of them. */
export type Days = { from: string; to: string };

/** What is looked at, and as many days before it to compare with. Instants: `from` is in it, `to` is not. */
export type Period = {
  days: number;
  timeZone: string;
  now: Days & { start: Date; end: Date };
  before: Days & { start: Date; end: Date };
  /** When each day begins, from the first of the period before to the last of this one. */
  starts: Date[];
};

export type AskedPeriod = { days?: number | undefined; from?: string | undefined; to?: string | undefined };
export type WrongPeriod = {
  field: "from" | "to";
  why: "missing" | "not_a_day" | "before_from" | "future" | "too_long";
};
export type ReadPeriod = { outcome: "read"; period: Period } | ({ outcome: "wrong" } & WrongPeriod);

/** The last so many days, today among them, or those from one day to another. */
export function readPeriod(
  asked: AskedPeriod,
  { now, timeZone }: { now: Date; timeZone: string },
): ReadPeriod {
  const today = dayOf(now.getTime(), timeZone);
  if (asked.from === undefined && asked.to === undefined) {
    const days = asked.days ?? USUAL_DAYS;
    return { outcome: "read", period: periodOf(today - days + 1, today, timeZone) };
  }
  for (const field of ["from", "to"] as const) {
    const name = asked[field];
    if (!name) return { outcome: "wrong", field, why: "missing" };
    if (!isDay(name)) return { outcome: "wrong", field, why: "not_a_day" };
    if (dayNamed(name) > today) return { outcome: "wrong", field, why: "future" };
  }
  const [first, last] = [dayNamed(asked.from ?? ""), dayNamed(asked.to ?? "")];
  if (last < first) return { outcome: "wrong", field: "to", why: "before_from" };
  if (last - first >= MOST_DAYS) return { outcome: "wrong", field: "from", why: "too_long" };
  return { outcome: "read", period: periodOf(first, last, timeZone) };
}

function periodOf(first: Day, last: Day, timeZone: string): Period {
  const days = last - first + 1;
  const between = (from: Day, to: Day) => ({
    ...{ from: dayName(from), to: dayName(to) },
    ...{ start: new Date(startOfDay(from, timeZone)), end: new Date(startOfDay(to + 1, timeZone)) },
  });
  return {
    ...{ days, timeZone, now: between(first, last), before: between(first - days, first - 1) },
    starts: Array.from(
      { length: 2 * days },
      (_, index) => new Date(startOfDay(first - days + index, timeZone)),
    ),
  };
}

const isDay = (name: string) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(name) && Number.isFinite(dayNamed(name)) && dayName(dayNamed(name)) === name;
