import { describe, expect, it } from "vitest";
import { hours } from "#app/lib/duration.ts";
import { nextAttempt } from "./next-attempt.ts";

const now = new Date("2026-03-02T10:00:00.000Z");

describe("nextAttempt", () => {
  it("comes back within seconds at first, and waits longer each time", () => {
    const waits = Array.from(
      { length: 10 },
      (_, index) => (nextAttempt(index + 1, now)?.getTime() ?? 0) - now.getTime(),
    );
    expect(waits[0]).toBe(10_000);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(10);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(hours(24));
  });

  it("gives up after the last", () => {
    expect(nextAttempt(11, now)).toBeNull();
  });
});
