import type { Circumstances } from "#app/care/decide/circumstances.ts";
import type { Reason } from "#app/care/decide/outreach.ts";

/** What one rule says, with a sentence for who reviews; `until`: when it may say something else though nothing happens. */
export type Said = Pick<Reason, "outcome" | "code" | "why" | "values"> & { until?: Date };

/** One rule: its name as screens and records know it, and what it says of a case. Pure. */
export type Rule = { rule: string; look: (given: Circumstances) => Said };

type Values = NonNullable<Reason["values"]>;

export const pass = (code: string, why: string, values?: Values): Said => ({
  ...{ outcome: "pass", code, why },
  ...(values ? { values } : {}),
});
export const refuse = (code: string, why: string, values?: Values): Said => ({
  ...{ outcome: "refuse", code, why },
  ...(values ? { values } : {}),
});
export const hold = (code: string, why: string, given: { until?: Date; values?: Values } = {}): Said => ({
  ...{ outcome: "hold", code, why },
  ...given,
});

export const later = (now: Date, by: number): Date => new Date(now.getTime() + by);

/** A kind as a sentence says it: "not picked up". */
export const spoken = (word: string): string => word.replaceAll("_", " ");

/** "20 November": the day of an instant, in UTC; the year is near. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(at);

/** The same day as `values` carry it. */
export const dateOf = (at: Date): string => at.toISOString().slice(0, 10);
