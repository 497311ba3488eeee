import { describe, expect, it } from "vitest";
import { sameTimeYesterday } from "#app/desk/since-yesterday.ts";

const yesterday = (now: string, zone: string) => sameTimeYesterday(new Date(now), zone).toISOString();

describe("the same time yesterday", () => {
  it("is a day ago where the clocks are left alone", () => {
    expect(yesterday("2026-11-22T09:30:00Z", "Europe/Berlin")).toBe(
      "2026-11-22T09:30:00.000Z".replace("22", "21"),
    );
    expect(yesterday("2026-11-22T00:10:00Z", "Asia/Tokyo")).toBe("2026-11-21T00:10:00.000Z");
  });

  it("is what the clock showed, not 24 hours, around a change of the clocks", () => {
    // Clocks went back on 25 October 2026 at 03:00: 10:00 on Sunday is 25 hours after 10:00 on Saturday.
    expect(yesterday("2026-10-25T09:00:00Z", "Europe/Berlin")).toBe("2026-10-24T08:00:00.000Z");
    // They went forward on 29 March 2026 at 02:00: 10:00 on Sunday is 23 hours after 10:00 on Saturday.
    expect(yesterday("2026-03-29T08:00:00Z", "Europe/Berlin")).toBe("2026-03-28T09:00:00.000Z");
  });

  it("is the moment after the gap where yesterday's clock skipped the time", () => {
    // 02:30 on 30 March; on the 29th there was no 02:30 in Berlin.
    expect(yesterday("2026-03-30T00:30:00Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("takes UTC where the zone is not known", () => {
    expect(yesterday("2026-11-22T09:30:00Z", "Mars/Olympus")).toBe("2026-11-21T09:30:00.000Z");
  });
});
