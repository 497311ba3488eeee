import { describe, expect, it } from "vitest";
import { addBusinessDays, addDays, dayOf, endOfDay, hourOf, lastBusinessDay, weekdayOf } from "./due-day.ts";
import { warnAt } from "./warn-at.ts";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Pacific/Auckland",
];

describe("days", () => {
  it("are counted over the ends of months, years and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(weekdayOf("2026-11-29")).toBe(7);
    expect(addBusinessDays("2026-11-27", 1)).toBe("2026-11-30");
    expect(addBusinessDays("2026-11-28", 5)).toBe("2026-12-04");
    expect(lastBusinessDay("2026-11-29")).toBe("2026-11-27");
  });

  it.each(ZONES)(
    "end in %s one millisecond before the next one begins, on the days the clocks change too",
    (zone) => {
      const weeks = (first: string) => Array.from({ length: 50 }, (_, ahead) => addDays(first, ahead));
      for (const day of [...weeks("2026-03-01"), ...weeks("2026-09-20")]) {
        const end = endOfDay(day, zone);
        if (!end) throw new Error(day);
        expect(dayOf(end, zone)).toBe(day);
        expect(dayOf(new Date(end.getTime() + 1), zone)).toBe(addDays(day, 1));
      }
    },
  );

  it("have their hours where the shop is, and none when they are no days", () => {
    expect(hourOf("2026-10-25", 9, "Europe/Berlin")?.toISOString()).toBe("2026-10-25T08:00:00.000Z");
    expect(hourOf("2026-10-24", 9, "Europe/Berlin")?.toISOString()).toBe("2026-10-24T07:00:00.000Z");
    expect(endOfDay("2026-13-40", "UTC")).toBeNull();
  });
});

describe("warnAt", () => {
  const warned = (madeAt: string, dueAt: string) =>
    warnAt({ madeAt: new Date(madeAt), dueAt: new Date(dueAt) }, "Europe/Berlin").toISOString();

  it("is the morning of the day it is due", () => {
    expect(warned("2026-11-25T14:00:00Z", "2026-11-27T22:59:59.999Z")).toBe("2026-11-27T08:00:00.000Z");
  });

  it("is the last working day's morning before a weekend", () => {
    expect(warned("2026-11-25T14:00:00Z", "2026-11-29T22:59:59.999Z")).toBe("2026-11-27T08:00:00.000Z");
  });

  it("leaves four hours, and of less than that the half", () => {
    expect(warned("2026-11-25T09:00:00Z", "2026-11-27T09:00:00.000Z")).toBe("2026-11-27T05:00:00.000Z");
    expect(warned("2026-11-25T14:00:00Z", "2026-11-25T16:00:00.000Z")).toBe("2026-11-25T15:00:00.000Z");
  });
});
