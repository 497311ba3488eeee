import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterQuietHours, isQuiet } from "#app/care/decide/quiet-hours.ts";
import { countriesOfZones } from "#app/care/decide/zones/zones-of-countries.ts";
import { provincesOfCountries } from "#app/care/decide/zones/zones-of-provinces.ts";
import { minutes } from "#app/lib/duration.ts";

const night = { from: "20:00", to: "08:00" };
const at = (iso: string) => new Date(iso);

describe("isQuiet", () => {
  it.each([
    ["2026-11-20T18:59:00Z", "Europe/Berlin", night, false], // 19:59
    ["2026-11-20T19:00:00Z", "Europe/Berlin", night, true], // 20:00
    ["2026-11-21T06:59:59Z", "Europe/Berlin", night, true], // 07:59
    ["2026-11-21T07:00:00Z", "Europe/Berlin", night, false], // 08:00
    ["2026-11-20T12:30:00Z", "UTC", { from: "12:00", to: "14:00" }, true],
    ["2026-11-20T14:00:00Z", "UTC", { from: "12:00", to: "14:00" }, false],
    ["2026-11-20T20:00:00Z", "UTC", { from: "20:00", to: "20:00" }, false],
    ["2026-11-20T02:14:00Z", "Asia/Kathmandu", night, true], // 07:59
    ["2026-11-20T02:15:00Z", "Asia/Kathmandu", night, false], // 08:00
  ])("%s in %s, %j: %j", (iso, zone, ...[hours, quiet]) => expect(isQuiet(at(iso), zone, hours)).toBe(quiet));
});

describe("afterQuietHours", () => {
  it.each<[string, string, string[], string | null]>([
    ["by day", "2026-11-20T12:00:00Z", ["Europe/Berlin"], null],
    ["before midnight", "2026-11-20T22:10:30Z", ["Europe/Berlin"], "2026-11-21T07:00:00Z"],
    ["after midnight", "2026-11-21T02:00:00Z", ["Europe/Berlin"], "2026-11-21T07:00:00Z"],
    ["the night the clock goes forward", "2026-03-28T22:00:00Z", ["Europe/Berlin"], "2026-03-29T06:00:00Z"],
    ["the night the clock goes back", "2026-10-24T22:00:00Z", ["Europe/Berlin"], "2026-10-25T07:00:00Z"],
    [
      "over a whole country",
      "2026-11-20T14:00:00Z",
      ["America/New_York", "Pacific/Honolulu"],
      "2026-11-20T18:00:00Z",
    ],
    [
      "by day in one zone, by night in the other",
      "2026-11-21T02:00:00Z",
      ["America/New_York", "America/Los_Angeles"],
      "2026-11-21T16:00:00Z",
    ],
  ])("%s", (_when, iso, ...[zones, expected]) => {
    expect(afterQuietHours(at(iso), zones, night)?.toISOString() ?? null).toBe(
      expected && at(expected).toISOString(),
    );
  });

  it("ends after the gap where the quiet hours end in an hour that is left out", () => {
    const end = afterQuietHours(at("2026-03-28T22:00:00Z"), ["Europe/Berlin"], {
      from: "20:00",
      to: "02:30",
    });
    expect(end && isQuiet(end, "Europe/Berlin", { from: "20:00", to: "02:30" })).toBe(false);
    expect(end?.getTime()).toBeLessThanOrEqual(at("2026-03-29T01:30:00Z").getTime());
  });

  it("lets the first zone decide where no hour suits all of them", () => {
    const long = { from: "18:00", to: "16:00" };
    const zones = ["Europe/Berlin", "Asia/Tokyo"];
    expect(afterQuietHours(at("2026-11-20T12:00:00Z"), zones, long)).toEqual(at("2026-11-20T15:00:00Z"));
  });

  const zones = [
    ...Object.keys(countriesOfZones),
    ...Object.values(provincesOfCountries).flatMap((several) => several.flatMap((one) => one.zones)),
  ];
  const hour = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const [hours, rest] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  });

  it("is never in the quiet hours of the shopper's zone, and never later than needed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.record({ from: hour, to: hour }),
        fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2029-01-01T00:00:00Z"), noInvalidDate: true }),
        (zone, hours, now) => {
          const end = afterQuietHours(now, [zone], hours);
          const quietBefore = (by: number) =>
            isQuiet(new Date((end ?? now).getTime() - minutes(by)), zone, hours);
          // But for an hour that is left out, the minute before is quiet.
          const atOnce = (end ?? now).getTime() - now.getTime() <= minutes(1);
          const soonest = atOnce || quietBefore(1) || quietBefore(61);
          expect(isQuiet(now, zone, hours)).toBe(end !== null);
          expect(end === null || (end > now && !isQuiet(end, zone, hours) && soonest)).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("suits every zone of every country at once, in the night hours that shops begin with", () => {
    const instants = fc.date({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2028-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    const several = Object.values(provincesOfCountries).map((provinces) =>
      provinces.flatMap(({ zones: own, apart }) => (apart ? [] : own)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...several), instants, (together, now) => {
        const end = afterQuietHours(now, together, night) ?? now;
        for (const zone of together) expect(isQuiet(end, zone, night)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
