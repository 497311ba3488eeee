import { readPeriod, type AskedPeriod } from "#app/desk/insights/period.ts";
import { showInsights } from "#app/desk/insights/show-insights.server.ts";
import { LANGUAGES } from "#tests/factories/grown-desk.ts";
import type { ReadCase } from "#tests/factories/read-cases.ts";

const insights = (
  name: string,
  ask: (chance: () => number) => AskedPeriod & { language?: string },
): ReadCase => ({
  name,
  run: ({ inShop, keys, now }, chance) => {
    const { language = "", ...asked } = ask(chance);
    const read = readPeriod(asked, { now, timeZone: "Europe/Berlin" });
    if (read.outcome === "wrong") throw new Error(read.why);
    return inShop((tx) => showInsights(tx, keys, { period: read.period, channel: "", language, now }));
  },
});

/** The insights, which look at more than any other read, and at so much at most. */
export const insightCases: readonly ReadCase[] = [
  insights("insights of 7 days", () => ({ days: 7 })),
  insights("insights of 28 days", () => ({ days: 28 })),
  insights("insights of 90 days", () => ({ days: 90 })),
  insights("insights of 28 days in a language", (chance) => ({
    days: 28,
    language: LANGUAGES[Math.floor(chance() * LANGUAGES.length)]?.[0].split("-")[0] ?? "en",
  })),
  insights("insights of a year", () => ({ days: 366 })),
];
