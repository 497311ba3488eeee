import { describe, expect, it } from "vitest";
import {
  addBusinessTime,
  businessTimeBetween,
  calendarOf,
  isBusinessDay,
  isOpen,
  nextOpening,
  type Calendar,
} from "#app/care/triage/business-time.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { serviceLevelSettingsSchema, type ServiceLevelSettings } from "#app/shop/service-level-settings.ts";

type Given = Partial<Pick<ServiceLevelSettings, "holidays">> & {
  hours?: Partial<ServiceLevelSettings["hours"]>;
};
const calendar = (given: Given = {}, timeZone = "Europe/Berlin"): Calendar =>
  calendarOf(serviceLevelSettingsSchema.parse(given), timeZone);
const every = (from: string, to: string) =>
  Object.fromEntries(
    ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"].map((day) => [
      day,
      [{ from, to }],
    ]),
  );
const add = (of: Calendar, from: string, time: number) =>
  addBusinessTime(of, new Date(from), time).toISOString();
const between = (of: Calendar, from: string, to: string) =>
  businessTimeBetween(of, new Date(from), new Date(to)) / minutes(1);

describe("the hours of a shop that set none", () => {
  const usual = calendar();

  it("are nine to five, from Monday to Friday, where the shop is", () => {
    // Friday, 13 March 2026, in Berlin's winter.
    expect(isOpen(usual, new Date("2026-03-13T08:00:00Z"))).toBe(true);
    expect(isOpen(usual, new Date("2026-03-13T07:59:59Z"))).toBe(false);
    expect(isOpen(usual, new Date("2026-03-13T16:00:00Z"))).toBe(false);
    expect(nextOpening(usual, new Date("2026-03-13T16:00:00Z")).toISOString()).toBe(
      "2026-03-16T08:00:00.000Z",
    );
    expect(isBusinessDay(usual, "2026-03-14")).toBe(false);
    expect(isBusinessDay(usual, "2026-03-16")).toBe(true);
  });

  it("stop at the evening and go on in the morning", () => {
    expect(add(usual, "2026-03-12T15:30:00Z", hours(2))).toBe("2026-03-13T09:30:00.000Z");
    expect(add(usual, "2026-03-13T15:30:00Z", hours(2))).toBe("2026-03-16T09:30:00.000Z");
    expect(add(usual, "2026-03-14T12:00:00Z", hours(8))).toBe("2026-03-16T16:00:00.000Z");
    expect(between(usual, "2026-03-13T15:30:00Z", "2026-03-16T09:30:00Z")).toBe(120);
    expect(between(usual, "2026-03-16T09:30:00Z", "2026-03-13T15:30:00Z")).toBe(-120);
  });
});

describe("a day with several spans", () => {
  const shop = calendar({
    hours: {
      monday: [
        { from: "13:00", to: "17:00" },
        { from: "09:00", to: "12:00" },
        { from: "11:00", to: "12:30" },
      ],
    },
  });

  it("counts each minute once, in whatever order they are given", () => {
    expect(between(shop, "2026-03-16T00:00:00Z", "2026-03-16T23:00:00Z")).toBe(7.5 * 60);
    expect(add(shop, "2026-03-16T11:00:00Z", hours(1))).toBe("2026-03-16T12:30:00.000Z");
  });
});

describe("hours over midnight", () => {
  const night = calendar({
    hours: { friday: [{ from: "20:00", to: "04:00" }], saturday: [{ from: "02:00", to: "06:00" }] },
  });

  it("go on into the next day, which need not have any of its own", () => {
    expect(isOpen(night, new Date("2026-03-14T00:30:00Z"))).toBe(true);
    expect(isBusinessDay(night, "2026-03-14")).toBe(true);
    // From 20:00 to 06:00, with two hours that are in both.
    expect(between(night, "2026-03-13T18:00:00Z", "2026-03-14T12:00:00Z")).toBe(10 * 60);
  });

  it("are a whole day where they end when they began", () => {
    const always = calendar({ hours: every("00:00", "00:00") });
    expect(between(always, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z")).toBe(7 * 24 * 60);
    expect(isOpen(always, new Date("2026-03-14T23:30:00Z"))).toBe(true);
  });

  it("end at midnight before a holiday, and what begins on one does not take place", () => {
    const holidays = [{ date: "2026-12-25", name: "Christmas", yearly: true }];
    const shop = calendar({ hours: every("22:00", "06:00"), holidays });
    expect(between(shop, "2026-12-24T12:00:00Z", "2026-12-26T20:00:00Z")).toBe(2 * 60);
    expect(nextOpening(shop, new Date("2026-12-25T00:00:00Z")).toISOString()).toBe(
      "2026-12-26T21:00:00.000Z",
    );
  });
});

describe("holidays", () => {
  const holidays = [
    { date: "2026-12-25", name: "Christmas", yearly: true },
    { date: "2026-04-03", name: "Good Friday", yearly: false },
  ];
  const shop = calendar({ holidays });

  it("come every year on their date, or once", () => {
    expect(isBusinessDay(shop, "2026-12-25")).toBe(false);
    expect(isBusinessDay(shop, "2028-12-25")).toBe(false);
    expect(isBusinessDay(shop, "2026-04-03")).toBe(false);
    expect(isBusinessDay(shop, "2028-04-03")).toBe(true);
  });

  it("take no business time", () => {
    expect(add(shop, "2026-04-02T14:00:00Z", hours(2))).toBe("2026-04-06T08:00:00.000Z");
  });
});

describe("where the clocks change", () => {
  it("a day loses the hour that is skipped, and wins the one that comes twice", () => {
    const always = calendar({ hours: every("00:00", "00:00") });
    expect(between(always, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).toBe(23 * 60);
    const nights = calendar({ hours: every("01:00", "05:00") });
    expect(between(nights, "2026-03-28T22:00:00Z", "2026-03-29T12:00:00Z")).toBe(3 * 60);
    expect(between(nights, "2026-10-24T20:00:00Z", "2026-10-25T12:00:00Z")).toBe(5 * 60);
  });

  it("a time that is skipped begins when the clocks go on, and one that comes twice the first time", () => {
    const early = calendar({ hours: every("02:30", "06:00") });
    expect(nextOpening(early, new Date("2026-03-28T22:00:00Z")).toISOString()).toBe(
      "2026-03-29T01:00:00.000Z",
    );
    expect(nextOpening(early, new Date("2026-10-24T22:00:00Z")).toISOString()).toBe(
      "2026-10-25T00:30:00.000Z",
    );
    const skipped = calendar({ hours: every("02:10", "02:50") });
    expect(nextOpening(skipped, new Date("2026-03-28T22:00:00Z")).toISOString()).toBe(
      "2026-03-30T00:10:00.000Z",
    );
  });

  it("a midnight that is skipped, and half an hour, are no exception", () => {
    // In Cairo the last Friday of April begins at one; on Lord Howe Island the clocks move by half an hour.
    const cairo = calendar({ hours: every("00:00", "08:00") }, "Africa/Cairo");
    expect(between(cairo, "2026-04-23T12:00:00Z", "2026-04-24T12:00:00Z")).toBe(7 * 60);
    const howe = calendar({ hours: every("00:00", "08:00") }, "Australia/Lord_Howe");
    expect(between(howe, "2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z")).toBe(7.5 * 60);
  });

  it("a day that never was has no hours", () => {
    const apia = calendar({ hours: every("09:00", "17:00") }, "Pacific/Apia");
    // There was no 30 December 2011 in Samoa.
    expect(between(apia, "2011-12-29T10:00:00Z", "2011-12-31T11:00:00Z")).toBe(16 * 60);
  });
});

describe("a calendar with hardly an hour in it", () => {
  it("gives an end all the same", () => {
    const rare = calendar({
      hours: {
        ...every("00:00", "00:00"),
        ...Object.fromEntries(
          ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [
            day,
            [],
          ]),
        ),
      },
    });
    expect(nextOpening(rare, new Date("2026-03-16T00:00:00Z")).getUTCFullYear()).toBe(2046);
    expect(addBusinessTime(rare, new Date("2026-03-16T00:00:00Z"), hours(1)).getUTCFullYear()).toBe(2046);
  });
});
