import { dayName, dayNamed, dayOf } from "#app/lib/local-day.ts";

/** A day (`2026-11-01`) of what models took; `micros` are millionths of a US dollar, for drafts and translations alone. */
export type ModelDay = {
  day: string;
  questions: number;
  readingTokens: number;
  writingTokens: number;
  micros: number;
};

export type CountedDay = { day: string; use: string; questions: number; tokens: number; micros: number };

/** The days of the month that `now` is in where the shop is, up to that day. */
export function daysOfMonth(now: Date, timeZone: string): string[] {
  const today = dayOf(now.getTime(), timeZone);
  const first = dayNamed(`${dayName(today).slice(0, 7)}-01`);
  return Array.from({ length: today - first + 1 }, (_, index) => dayName(first + index));
}

/** Each of the days with what was counted of it: nothing on a day of which nothing was. */
export function modelDays(days: readonly string[], counted: readonly CountedDay[]): ModelDay[] {
  return days.map((day) => {
    const of = counted.filter((one) => one.day === day);
    const tokensOf = (isReading: boolean) =>
      of.reduce((sum, { use, tokens }) => sum + ((use === "reading") === isReading ? tokens : 0), 0);
    return {
      day,
      questions: of.reduce((sum, { questions }) => sum + questions, 0),
      readingTokens: tokensOf(true),
      writingTokens: tokensOf(false),
      micros: of.reduce((sum, { micros }) => sum + micros, 0),
    };
  });
}
