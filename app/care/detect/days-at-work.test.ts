import { describe, expect, it } from "vitest";
import { serviceLevelSettingsSchema } from "#app/shop/service-level-settings.ts";
import { daysAtWork } from "./days-at-work.ts";

const BERLIN = "Europe/Berlin";
const DAY = [{ from: "09:00", to: "17:00" }];
const ofHours = (hours: object, timeZone = BERLIN) =>
  daysAtWork(serviceLevelSettingsSchema.parse({ hours }), timeZone).workdays;

describe("the days on which a shop works", () => {
  it("are those of its business hours", () => {
    expect(ofHours({ monday: [], saturday: DAY })).toEqual([2, 3, 4, 5, 6]);
    expect(ofHours({ friday: [] })).toEqual([1, 2, 3, 4]);
    expect(ofHours({ sunday: DAY, friday: [] })).toEqual([0, 1, 2, 3, 4]);
  });

  it("are the usual ones where nobody changed the hours, whatever is usual there", () => {
    expect(ofHours({})).toBeUndefined();
    expect(ofHours({}, "Asia/Riyadh")).toBeUndefined();
  });

  it("leave the weekend out where somebody answers on it besides the week", () => {
    expect(ofHours({ saturday: DAY })).toEqual([1, 2, 3, 4, 5]);
    expect(ofHours({ saturday: DAY, sunday: DAY })).toEqual([1, 2, 3, 4, 5]);
    expect(ofHours({ saturday: DAY, sunday: DAY }, "Asia/Riyadh")).toEqual([0, 1, 2, 3, 4]);
  });

  it("know its holidays, of one year or of each", () => {
    const holidays = [
      { date: "2026-04-03", name: "Good Friday", yearly: false },
      { date: "2026-12-25", name: "Christmas", yearly: true },
    ];
    expect(daysAtWork(serviceLevelSettingsSchema.parse({ holidays }), BERLIN)).toEqual({
      timeZone: BERLIN,
      holidays: ["2026-04-03", "12-25"],
    });
  });
});
