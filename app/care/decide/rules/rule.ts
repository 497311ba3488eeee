import type { Circumstances } from "#app/care/decide/circumstances.ts";
import type { Reason } from "#app/care/decide/outreach.ts";

/** What one rule says, with a sentence for who reviews; `until`: when it may say something else though nothing happens. */
export type Said = Pick<Reason, "outcome" | "why"> & { until?: Date };

/** One rule: its name as screens and records know it, and what it says of a case. Pure. */
export type Rule = { rule: string; look: (given: Circumstances) => Said };

export const pass = (why: string): Said => ({ outcome: "pass", why });
export const refuse = (why: string): Said => ({ outcome: "refuse", why });
export const hold = (why: string, until?: Date): Said => ({
  outcome: "hold",
  why,
  ...(until ? { until } : {}),
});

export const later = (now: Date, by: number): Date => new Date(now.getTime() + by);

/** A kind as a sentence says it: "not picked up". */
export const spoken = (word: string): string => word.replaceAll("_", " ");

/** "20 November": the day of an instant, in UTC; the year is near. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(at);
