import { describe, expect, it } from "vitest";
import { daysOfMonth, modelDays } from "./model-days.ts";

describe("daysOfMonth", () => {
  it("begins with the first and ends today, where the shop is", () => {
    const days = daysOfMonth(new Date("2026-11-03T12:00:00Z"), "Europe/Berlin");
    expect(days).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
  });

  it("is in another month than UTC at its ends", () => {
    const at = new Date("2026-11-30T23:30:00Z");
    expect(daysOfMonth(at, "Asia/Tokyo")).toEqual(["2026-12-01"]);
    expect(daysOfMonth(at, "America/New_York")).toHaveLength(30);
    expect(daysOfMonth(at, "America/New_York").at(-1)).toBe("2026-11-30");
  });

  it("has each day once where the clocks change", () => {
    const days = daysOfMonth(new Date("2026-10-31T12:00:00Z"), "Europe/Berlin");
    expect(days).toHaveLength(31);
    expect(new Set(days).size).toBe(31);
  });
});

describe("modelDays", () => {
  it("adds up a day's uses, and has a day of which nothing was counted", () => {
    const counted = [
      { day: "2026-11-01", use: "reading", questions: 3, tokens: 900, micros: 0 },
      { day: "2026-11-01", use: "writing", questions: 1, tokens: 4_000, micros: 12_000 },
      { day: "2026-10-31", use: "writing", questions: 1, tokens: 1, micros: 1 },
    ];
    expect(modelDays(["2026-11-01", "2026-11-02"], counted)).toEqual([
      { day: "2026-11-01", questions: 4, readingTokens: 900, writingTokens: 4_000, micros: 12_000 },
      { day: "2026-11-02", questions: 0, readingTokens: 0, writingTokens: 0, micros: 0 },
    ]);
  });
});
