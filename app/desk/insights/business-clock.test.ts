import fc from "fast-check";
import { expect, it } from "vitest";
import { businessTimeBetween, usualCalendar } from "#app/care/triage/business-time.ts";
import { hours } from "#app/lib/duration.ts";
import { businessClock } from "./business-clock.ts";

const calendar = usualCalendar("Europe/Berlin");
const [from, to] = [new Date("2026-10-01T00:00:00Z"), new Date("2026-11-30T00:00:00Z")];

it("counts from nine to five, and no weekend", () => {
  const passed = businessClock(calendar, { from, to });
  // Friday at 16:00 to Monday at 10:00.
  expect(passed(new Date("2026-11-20T15:00:00Z"), new Date("2026-11-23T09:00:00Z"))).toBe(hours(2));
  expect(passed(new Date("2026-11-21T15:00:00Z"), new Date("2026-11-22T09:00:00Z"))).toBe(0);
});

it("says what business time says", () => {
  const passed = businessClock(calendar, { from, to });
  const instant = fc.date({ min: from, max: to, noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      expect(passed(first, second)).toBe(businessTimeBetween(calendar, first, second));
    }),
  );
});
