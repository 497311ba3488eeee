import { expect, it } from "vitest";
import { readPeriod } from "./period.ts";
import { volumeOf } from "./volume-of.ts";

const read = readPeriod(
  { from: "2026-11-03", to: "2026-11-04" },
  { now: new Date("2026-11-22T00:00:00Z"), timeZone: "UTC" },
);
const period = read.outcome === "read" ? read.period : expect.fail("There is such a period");
const begun = [
  { day: 0, channel: "email", language: "de", count: 7 },
  { day: 2, channel: "email", language: "de", count: 3 },
  { day: 3, channel: "email", language: "en", count: 2 },
  { day: 3, channel: "storefront", language: "", count: 1 },
];

it("counts by day, channel and language", () => {
  const all = { period, channel: "", language: "" };
  expect(volumeOf(begun, all, "now")).toEqual({
    began: 6,
    byDay: [
      { day: "2026-11-03", count: 3 },
      { day: "2026-11-04", count: 3 },
    ],
    byChannel: [
      { name: "email", count: 5 },
      { name: "storefront", count: 1 },
    ],
    byLanguage: [
      { name: "de", count: 3 },
      { name: "en", count: 2 },
      { name: "", count: 1 },
    ],
  });
  expect(volumeOf(begun, all, "before")).toMatchObject({
    began: 7,
    byDay: [
      { day: "2026-11-01", count: 7 },
      { day: "2026-11-02", count: 0 },
    ],
  });
});

it("counts what was chosen only", () =>
  expect(volumeOf(begun, { period, channel: "email", language: "en" }, "now").began).toBe(2));
