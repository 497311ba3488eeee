import { expect, it } from "vitest";
import { bounds, instantOf } from "./chosen-time.ts";

it.each([
  ["2026-11-24", "09:00", "Europe/Berlin", "2026-11-24T08:00:00.000Z"],
  ["2026-07-01", "23:30", "America/New_York", "2026-07-02T03:30:00.000Z"],
  ["2026-11-24", "09:00", null, "2026-11-24T09:00:00.000Z"],
  ["2026-11-24", "25:00", null, null],
  ["", "09:00", null, null],
])("%s %s in %s is %s", (...given) => {
  const [day, hour, zone, at] = given;
  expect(instantOf(day, hour, zone)).toBe(at);
});

it("begins with the day that it is where the shop is", () => {
  const now = Date.parse("2026-11-22T23:30:00Z");
  expect(bounds(now, "Asia/Tokyo")).toEqual({
    ...{ first: "2026-11-23", tomorrow: "2026-11-24", last: "2027-01-22" },
  });
  expect(bounds(now, "Asia/Tokyo", 365).last).toBe("2027-11-23");
});
