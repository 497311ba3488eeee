import { describe, expect, it } from "vitest";
import { addBusinessDays, daysOfOthers, endOfBusinessDay, type WorkingDays } from "./business-days.ts";
import { dayName, dayNamed, dayOf, startOfDay } from "#app/lib/local-day.ts";

const inZone = (timeZone: string): WorkingDays => ({ timeZone, holidays: [] });
const BERLIN = inZone("Europe/Berlin");
const at = (iso: string) => Date.parse(iso);
const iso = (time: number) => new Date(time).toISOString();

describe("the end of a business day", () => {
  it("is midnight where the shop is, after so many business days", () => {
    // Monday → Thursday.
    expect(iso(endOfBusinessDay(at("2026-03-02T09:00:00Z"), 3, BERLIN))).toBe("2026-03-05T23:00:00.000Z");
    // Thursday → Tuesday: the weekend does not count.
    expect(iso(endOfBusinessDay(at("2026-03-05T09:00:00Z"), 3, BERLIN))).toBe("2026-03-10T23:00:00.000Z");
    // Saturday → Wednesday.
    expect(iso(endOfBusinessDay(at("2026-03-07T09:00:00Z"), 3, BERLIN))).toBe("2026-03-11T23:00:00.000Z");
  });

  it("is the end of the day itself for none, or of the next business day", () => {
    expect(iso(endOfBusinessDay(at("2026-03-02T09:00:00Z"), 0, BERLIN))).toBe("2026-03-02T23:00:00.000Z");
    expect(iso(endOfBusinessDay(at("2026-03-07T09:00:00Z"), 0, BERLIN))).toBe("2026-03-09T23:00:00.000Z");
  });

  it("goes by the shop's day, not by UTC's", () => {
    // Sunday 23:30 UTC is Monday in Auckland and still Sunday in Los Angeles.
    const from = at("2026-03-01T23:30:00Z");
    expect(iso(endOfBusinessDay(from, 1, inZone("Pacific/Auckland")))).toBe("2026-03-03T11:00:00.000Z");
    expect(iso(endOfBusinessDay(from, 1, inZone("America/Los_Angeles")))).toBe("2026-03-03T08:00:00.000Z");
  });

  it("keeps the hour over a change of the clocks", () => {
    // Clocks go forward in Berlin on Sunday, 29 March 2026.
    expect(iso(endOfBusinessDay(at("2026-03-27T09:00:00Z"), 1, BERLIN))).toBe("2026-03-30T22:00:00.000Z");
    expect(iso(addBusinessDays(at("2026-03-27T09:00:00Z"), 1, BERLIN))).toBe("2026-03-30T08:00:00.000Z");
  });

  it("knows where Friday is free", () => {
    // Thursday → Sunday.
    expect(iso(endOfBusinessDay(at("2026-03-05T09:00:00Z"), 1, inZone("Asia/Riyadh")))).toBe(
      "2026-03-08T21:00:00.000Z",
    );
  });
});

describe("business days later", () => {
  it("are the same hour, counted from Monday for what happened at the weekend", () => {
    expect(iso(addBusinessDays(at("2026-03-03T09:00:00Z"), 2, BERLIN))).toBe("2026-03-05T09:00:00.000Z");
    expect(iso(addBusinessDays(at("2026-03-06T09:00:00Z"), 2, BERLIN))).toBe("2026-03-10T09:00:00.000Z");
    expect(iso(addBusinessDays(at("2026-03-07T15:00:00Z"), 2, BERLIN))).toBe("2026-03-10T23:00:00.000Z");
  });

  it("are never sooner for what happened later", () => {
    let before = 0;
    for (let from = at("2026-03-20T00:00:00Z"); from < at("2026-04-05T00:00:00Z"); from += 1_800_000) {
      const later = addBusinessDays(from, 2, BERLIN);
      expect(later).toBeGreaterThanOrEqual(before);
      before = later;
    }
  });
});

describe("a holiday", () => {
  const EASTER: WorkingDays = { ...BERLIN, holidays: ["2026-04-03", "2026-04-06", "05-01"] };

  it("is no business day, on its day or each year", () => {
    // Thursday before Easter → Wednesday, 8 April: Friday and Monday are free.
    expect(iso(endOfBusinessDay(at("2026-04-02T09:00:00Z"), 2, EASTER))).toBe("2026-04-08T22:00:00.000Z");
    expect(iso(endOfBusinessDay(at("2026-04-02T09:00:00Z"), 2, BERLIN))).toBe("2026-04-06T22:00:00.000Z");
    expect(iso(addBusinessDays(at("2026-04-30T09:00:00Z"), 1, EASTER))).toBe("2026-05-04T09:00:00.000Z");
    expect(iso(addBusinessDays(at("2027-04-29T09:00:00Z"), 2, EASTER))).toBe("2027-05-03T09:00:00.000Z");
  });

  it("begins what happened on it on the next business day", () => {
    expect(iso(addBusinessDays(at("2026-04-03T15:00:00Z"), 0, EASTER))).toBe("2026-04-06T22:00:00.000Z");
  });

  it("is one for carriers and banks as well, whose week is the usual one", () => {
    const shop: WorkingDays = { ...EASTER, workdays: [2, 3, 4, 5, 6] };
    // Thursday before Easter → Saturday, which the shop works on, or Tuesday.
    expect(iso(addBusinessDays(at("2026-04-02T09:00:00Z"), 1, shop))).toBe("2026-04-04T09:00:00.000Z");
    expect(iso(addBusinessDays(at("2026-04-02T09:00:00Z"), 1, daysOfOthers(shop)))).toBe(
      "2026-04-07T09:00:00.000Z",
    );
  });
});

describe("a local day", () => {
  it("begins and ends where the zone says, in every zone and on days when clocks change", () => {
    for (const zone of [
      "UTC",
      "Europe/Berlin",
      "America/Sao_Paulo",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "Africa/Cairo",
    ])
      for (let day = dayOf(at("2026-01-01T12:00:00Z"), zone); day < 20_900; day++) {
        const start = startOfDay(day, zone);
        expect([dayOf(start - 1, zone), dayOf(start, zone)]).toEqual([day - 1, day]);
      }
  });

  it("begins when the clocks reach it where they skip midnight, west of UTC as well", () => {
    const begins: [string, string, string][] = [
      ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
      ["America/Havana", "2026-03-08", "2026-03-08T05:00:00.000Z"],
      ["Atlantic/Azores", "2026-03-29", "2026-03-29T01:00:00.000Z"],
      ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
      // Shown twice there: the first time counts.
      ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z"],
    ];
    for (const [zone, day, start] of begins) expect(iso(startOfDay(dayNamed(day), zone))).toBe(start);
  });

  it("has a name", () => {
    expect(dayName(dayOf(at("2026-03-02T23:30:00Z"), "Europe/Berlin"))).toBe("2026-03-03");
  });

  it("is UTC's where the zone is not known", () => {
    expect(iso(startOfDay(dayOf(at("2026-03-02T23:30:00Z"), "Mars/Olympus"), "Mars/Olympus"))).toBe(
      "2026-03-02T00:00:00.000Z",
    );
  });
});
