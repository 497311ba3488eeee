import { expect, it } from "vitest";
import { snoozeTimes } from "./snooze-times.ts";

const times = (now: string, zone: string | null) =>
  Object.fromEntries(snoozeTimes(Date.parse(now), zone).map(({ id, at }) => [id, at]));

it("comes back in the shop's mornings", () => {
  expect(times("2026-11-19T14:10:00Z", "Europe/Berlin")).toEqual({
    later: "2026-11-19T17:30:00.000Z",
    tomorrow: "2026-11-20T08:00:00.000Z",
    week: "2026-11-22T08:00:00.000Z",
    nextWeek: "2026-11-23T08:00:00.000Z",
  });
});

it("knows the day where the shop is, and what its clocks do", () => {
  expect(times("2026-11-19T23:30:00Z", "Asia/Tokyo").tomorrow).toBe("2026-11-21T00:00:00.000Z");
  expect(times("2026-10-24T10:00:00Z", "Europe/Berlin").tomorrow).toBe("2026-10-25T08:00:00.000Z");
  expect(times("2026-03-28T10:00:00Z", "Europe/Berlin").tomorrow).toBe("2026-03-29T07:00:00.000Z");
  expect(times("2026-11-19T02:10:00Z", "Europe/Berlin").later).toBe("2026-11-19T08:00:00.000Z");
  expect(times("2026-11-19T20:10:00Z", "Europe/Berlin").later).toBeUndefined();
  expect(times("2026-11-23T08:00:00Z", null).nextWeek).toBe("2026-11-30T09:00:00.000Z");
});
