import { describe, expect, it } from "vitest";
import { readPeriod, type AskedPeriod } from "./period.ts";

const now = new Date("2026-11-22T23:30:00Z");
const at = (asked: AskedPeriod, timeZone = "UTC") => readPeriod(asked, { now, timeZone });

describe("a period", () => {
  it("is the last 28 days with today, and the 28 before, unless it is said", () => {
    expect(at({})).toMatchObject({
      period: {
        days: 28,
        now: { from: "2026-10-26", to: "2026-11-22", end: new Date("2026-11-23T00:00:00Z") },
        before: { from: "2026-09-28", to: "2026-10-25", end: new Date("2026-10-26T00:00:00Z") },
      },
    });
  });

  it("goes by the days where the shop is: in Tokyo it is tomorrow", () => {
    expect(at({ days: 7 }, "Asia/Tokyo")).toMatchObject({
      period: {
        now: { from: "2026-11-17", to: "2026-11-23", start: new Date("2026-11-16T15:00:00Z") },
        before: { from: "2026-11-10", to: "2026-11-16" },
      },
    });
  });

  it("has a day of 25 hours where the clocks go back", () => {
    const read = at({ from: "2026-10-25", to: "2026-10-25" }, "Europe/Berlin");
    expect(read).toMatchObject({
      period: {
        days: 1,
        now: { start: new Date("2026-10-24T22:00:00Z"), end: new Date("2026-10-25T23:00:00Z") },
        starts: [new Date("2026-10-23T22:00:00Z"), new Date("2026-10-24T22:00:00Z")],
      },
    });
  });

  it.each([
    [{ from: "2026-11-01" }, "to", "missing"],
    [{ from: "", to: "2026-11-01" }, "from", "missing"],
    [{ from: "2026-02-30", to: "2026-11-01" }, "from", "not_a_day"],
    [{ from: "yesterday", to: "2026-11-01" }, "from", "not_a_day"],
    [{ from: "2026-11-02", to: "2026-11-01" }, "to", "before_from"],
    [{ from: "2026-11-02", to: "2026-11-23" }, "to", "future"],
    [{ from: "2025-11-21", to: "2026-11-22" }, "from", "too_long"],
  ] as const)("cannot be %j: %s is %s", (asked, field, why) =>
    expect(at(asked)).toEqual({ outcome: "wrong", field, why }),
  );
});
