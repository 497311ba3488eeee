import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessTime,
  businessTimeBetween,
  calendarOf,
  isOpen,
  nextOpening,
} from "#app/care/triage/business-time.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { serviceLevelSettingsSchema, weekdays } from "#app/shop/service-level-settings.ts";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Africa/Casablanca",
  "UTC",
];
const two = (number: number) => String(number).padStart(2, "0");
const clock = (from: number) =>
  fc.integer({ min: from, max: 24 * 60 - 1 }).map((at) => `${two(Math.floor(at / 60))}:${two(at % 60)}`);
const spans = (from: number) => fc.array(fc.record({ from: clock(from), to: clock(from) }), { maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 729 })
  .map((count) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10));
const holidays = fc.array(fc.record({ date: day, name: fc.constant("off"), yearly: fc.boolean() }), {
  maxLength: 6,
});

const calendars = (from = 0) =>
  fc
    .record({
      hours: fc
        .tuple(...weekdays.map(() => spans(from)))
        .filter((all) => all.some((one) => one.length > 0))
        .map((all) => Object.fromEntries(weekdays.map((name, at) => [name, all[at]]))),
      holidays,
      zone: fc.constantFrom(...zones),
    })
    .map(({ zone, ...settings }) => calendarOf(serviceLevelSettingsSchema.parse(settings), zone));
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((at) => new Date(at));
const length = fc.integer({ min: 0, max: hours(60) });

describe("business time, whatever the hours, the holidays and the zone", () => {
  it("adds up: a part and then the rest is the whole", () =>
    fc.assert(
      fc.property(calendars(), instant, fc.tuple(length, length), (calendar, from, [one, other]) => {
        const whole = addBusinessTime(calendar, from, one + other);
        expect(addBusinessTime(calendar, addBusinessTime(calendar, from, one), other)).toEqual(whole);
      }),
    ));

  it("never goes back: later begins later, and longer ends later", () =>
    fc.assert(
      fc.property(
        calendars(),
        fc.tuple(instant, instant),
        fc.tuple(length, length),
        (calendar, [one, other], [short, more]) => {
          const [early, late] = one < other ? [one, other] : [other, one];
          const at = (from: Date, time: number) => addBusinessTime(calendar, from, time).getTime();
          expect(at(early, short)).toBeLessThanOrEqual(at(late, short));
          expect(at(early, short)).toBeLessThanOrEqual(at(early, short + more));
          expect(at(early, short)).toBeGreaterThanOrEqual(early.getTime() + short);
        },
      ),
    ));

  it("is undone by measuring it", () =>
    fc.assert(
      fc.property(calendars(), instant, length, (calendar, from, time) => {
        expect(businessTimeBetween(calendar, from, addBusinessTime(calendar, from, time))).toBe(time);
      }),
    ));

  it("is measured alike in parts, and backwards", () =>
    fc.assert(
      fc.property(calendars(), fc.tuple(instant, instant, instant), (calendar, [a, b, c]) => {
        const between = (from: Date, to: Date) => businessTimeBetween(calendar, from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(b, a) + between(a, b)).toBe(0);
      }),
      { numRuns: 50 },
    ));

  it("passes only while somebody is there", () =>
    fc.assert(
      fc.property(calendars(), instant, (calendar, at) => {
        const opening = nextOpening(calendar, at);
        expect(opening.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(isOpen(calendar, opening)).toBe(true);
        expect(businessTimeBetween(calendar, at, opening)).toBe(0);
      }),
    ));

  it("is what the clock on the wall says, minute by minute", () =>
    fc.assert(
      // In the small hours clocks change: what they show twice is open the first time only.
      fc.property(calendars(4 * 60), instant, fc.integer({ min: 1, max: 60 }), (calendar, at, length) => {
        const from = Math.floor(at.getTime() / minutes(1)) * minutes(1);
        const show = new Intl.DateTimeFormat("en-CA", {
          timeZone: calendar.timeZone,
          dateStyle: "short",
          timeStyle: "short",
          hourCycle: "h23",
        });
        const shown = (time: number) => {
          const [date = "", hour = ""] = show.format(time).split(", ");
          return { date, minute: Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) };
        };
        const minute = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
        const free = (date: string) =>
          calendar.holidays.some((one) =>
            one.yearly ? one.date.slice(4) === date.slice(4) : one.date === date,
          );
        const on = (date: string) => {
          const name = weekdays[new Date(date).getUTCDay()];
          return name && !free(date) ? calendar.hours[name] : [];
        };
        const before = (date: string) => new Date(Date.parse(date) - hours(24)).toISOString().slice(0, 10);
        const open = (time: number) => {
          const { date, minute: now } = shown(time);
          const own = on(date).some(({ from: start, to }) => {
            const end = minute(to) <= minute(start) ? 24 * 60 : minute(to);
            return now >= minute(start) && now < end;
          });
          const over =
            !free(date) &&
            on(before(date)).some(({ from: start, to }) => minute(to) <= minute(start) && now < minute(to));
          return own || over;
        };
        const counted = Array.from({ length: length * 60 }, (_, step) => from + minutes(step)).filter(
          open,
        ).length;
        const measured = businessTimeBetween(calendar, new Date(from), new Date(from + minutes(length * 60)));
        expect(measured).toBe(minutes(counted));
      }),
      { numRuns: 25 },
    ));
});
