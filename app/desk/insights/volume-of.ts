import { days } from "#app/lib/duration.ts";
import type { Period } from "./period.ts";

/** Conversations that began on a day (its place among the period's starts, from 0), by how they came and in which language. */
export type Begun = { day: number; channel: string; language: string; count: number };

export type Volume = {
  /** Conversations that began. */
  began: number;
  byDay: { day: string; count: number }[];
  byChannel: { name: string; count: number }[];
  byLanguage: { name: string; count: number }[];
};

/** `""`: all of them. */
type Chosen = { period: Period; channel: string; language: string };

/** How many conversations began in a period or in the one before, of what was chosen. */
export function volumeOf(
  begun: readonly Begun[],
  { period, channel, language }: Chosen,
  which: "now" | "before",
): Volume {
  const first = which === "now" ? period.days : 0;
  const within = begun.filter(({ day }) => day >= first && day < first + period.days);
  const counted = within.filter(
    (one) => (channel === "" || one.channel === channel) && (language === "" || one.language === language),
  );
  const sum = (rows: readonly Begun[]) => rows.reduce((total, { count }) => total + count, 0);
  const by = (field: "channel" | "language") =>
    [...new Set(counted.map((one) => one[field]))]
      .map((name) => ({ name, count: sum(counted.filter((one) => one[field] === name)) }))
      .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  return {
    began: sum(counted),
    byDay: Array.from({ length: period.days }, (_, index) => ({
      day: dayAfter(period[which].from, index),
      count: sum(counted.filter(({ day }) => day === first + index)),
    })),
    byChannel: by("channel"),
    byLanguage: by("language"),
  };
}

const dayAfter = (day: string, count: number) =>
  new Date(Date.parse(day) + days(count)).toISOString().slice(0, 10);
