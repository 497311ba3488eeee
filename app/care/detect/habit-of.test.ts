import { describe, expect, it } from "vitest";
import { carrierKey } from "#app/care/detect/carrier-key.ts";
import { habitsFrom, type HabitRow } from "#app/care/detect/habit-of.ts";

const row = (country: string, given: Partial<HabitRow> = {}): HabitRow => ({
  ...{
    carrier: "dhl express",
    country,
    parcels: 40,
    reported: 30,
    longestUsualGap: null,
    usualTransit: null,
  },
  ...given,
});

describe("habitsFrom", () => {
  const everywhere = row("", { parcels: 100, reported: 50, longestUsualGap: 5, usualTransit: 9 });

  it("knows a carrier however its name is written, and a country by its code or name", () => {
    const habitOf = habitsFrom([everywhere, row("GB", { longestUsualGap: 3 })]);
    for (const country of ["GB", "gb", "UK", "United Kingdom", "Royaume-Uni"])
      expect(habitOf("  DHL   Express", country)).toEqual({
        ...{ parcels: 40, coverage: 0.75, longestUsualGap: 3, usualTransit: 9 },
      });
    expect(carrierKey("ＤＨＬ Express")).toBe("dhl express");
  });

  it("goes by all countries where too little is known of one", () => {
    const habitOf = habitsFrom([everywhere, row("FR", { parcels: 9, reported: 0 })]);
    expect(habitOf("DHL Express", "FR")).toMatchObject({ parcels: 100, coverage: 0.5, longestUsualGap: 5 });
    expect(habitOf("DHL Express", "Atlantis")).toMatchObject({ parcels: 100 });
    expect(habitOf("DHL Express", null)).toMatchObject({ parcels: 100 });
  });

  it("knows nothing of a carrier that was never used", () => {
    expect(habitsFrom([everywhere])("UPS", "FR")).toBeNull();
    expect(habitsFrom([])("", "")).toBeNull();
  });
});
