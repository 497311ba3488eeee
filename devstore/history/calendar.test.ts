import { describe, expect, it } from "vitest";
import { dayOf, endOfWorkdays, hourOf, isPostday, isWorkday, timeOn, workdayAfter } from "./calendar.ts";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const iso = (at: number) => new Date(at).toISOString();

describe("the shop's days", () => {
  it("begin at midnight in Hamburg, in winter and in summer", () => {
    expect(iso(timeOn(day("2026-01-15"), 0))).toBe("2026-01-14T23:00:00.000Z");
    expect(iso(timeOn(day("2026-07-15"), 9.5))).toBe("2026-07-15T07:30:00.000Z");
    expect(dayOf(Date.parse("2026-07-14T22:00:00Z"))).toBe(day("2026-07-15"));
    expect(hourOf(Date.parse("2026-07-14T22:30:00Z"))).toBe(0.5);
  });

  it("know weekends and Hamburg's holidays", () => {
    const free = ["2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-10-31"];
    for (const one of free) expect(isWorkday(day(one))).toBe(false);
    expect(isWorkday(day("2026-05-15"))).toBe(true);
    expect([isWorkday(day("2026-05-16")), isPostday(day("2026-05-16"))]).toEqual([false, true]);
    expect(isPostday(day("2026-05-17"))).toBe(false);
  });

  it("count working days after an order's own", () => {
    expect(workdayAfter(day("2026-04-02"), 1)).toBe(day("2026-04-07")); // over Easter
    expect(workdayAfter(day("2026-04-04"), 0)).toBe(day("2026-04-07"));
    expect(iso(endOfWorkdays(Date.parse("2026-06-12T10:00:00Z"), 3))).toBe("2026-06-17T22:00:00.000Z");
  });
});
