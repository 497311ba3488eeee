/** The days of a shop in Hamburg: its hours, weekends and public holidays. Times are milliseconds, days count from 1 January 1970. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Which day it is in the shop. */
export const dayOf = (at: number): number => Math.floor((at + zoneOffset(at)) / DAY);

/** The moment at which a day's clock shows `hours` (7.5 is half past seven). */
export function timeOn(day: number, hours: number): number {
  const naive = day * DAY + hours * HOUR;
  return Math.round(naive - zoneOffset(naive - HOUR));
}

/** The hour of the day in the shop, 0 ≤ x < 24. */
export const hourOf = (at: number): number => (at + zoneOffset(at) - dayOf(at) * DAY) / HOUR;

/** 0 is Sunday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Monday to Friday without holidays: when the shop works. */
export const isWorkday = (day: number): boolean =>
  weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !isHoliday(day);

/** Monday to Saturday without holidays: when carriers work. */
export const isPostday = (day: number): boolean => weekdayOf(day) !== 0 && !isHoliday(day);

/** The `count`-th working day after a day; for none, the day itself or the next that is one. */
export function workdayAfter(day: number, count: number): number {
  let current = day;
  for (let left = count; left > 0;) {
    current += 1;
    if (isWorkday(current)) left -= 1;
  }
  while (!isWorkday(current)) current += 1;
  return current;
}

export function postdayFrom(day: number): number {
  let current = day;
  while (!isPostday(current)) current += 1;
  return current;
}

/** The end of the `count`-th working day after the day of `at`: when "within so many business days" is over. */
export const endOfWorkdays = (at: number, count: number): number =>
  timeOn(workdayAfter(dayOf(at), count) + 1, 0);

/** Central Europe: two hours ahead between the last Sundays of March and October, else one. */
function zoneOffset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const changes = summers.get(year) ?? summerOf(year);
  summers.set(year, changes);
  return at >= changes.from && at < changes.until ? 2 * HOUR : HOUR;
}

const summers = new Map<number, { from: number; until: number }>();

function summerOf(year: number) {
  const lastSunday = (month: number) => {
    const last = Date.UTC(year, month + 1, 0) / DAY;
    return (last - weekdayOf(last)) * DAY + HOUR;
  };
  return { from: lastSunday(2), until: lastSunday(9) };
}

/** The holidays of a year, as the shop's people would write them down: "2026-04-03". */
export const publicHolidays = (year: number): string[] =>
  [...holidaysOf(year)]
    .toSorted((one, other) => one - other)
    .map((day) => new Date(day * DAY).toISOString().slice(0, 10));

const holidays = new Map<number, Set<number>>();

function isHoliday(day: number): boolean {
  const year = new Date(day * DAY).getUTCFullYear();
  const known = holidays.get(year) ?? holidaysOf(year);
  holidays.set(year, known);
  return known.has(day);
}

/** The public holidays of Hamburg. */
function holidaysOf(year: number): Set<number> {
  const fixed = [
    [0, 1],
    [4, 1],
    [9, 3],
    [9, 31],
    [11, 25],
    [11, 26],
  ].map(([month = 0, day = 1]) => Date.UTC(year, month, day) / DAY);
  const easter = easterOf(year);
  return new Set([...fixed, easter - 2, easter + 1, easter + 39, easter + 50]);
}

/** Easter Sunday by the anonymous Gregorian computus (Meeus). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / DAY;
}
