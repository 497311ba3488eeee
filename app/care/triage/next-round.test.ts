import { describe, expect, it } from "vitest";
import { nextRound, type AlertState } from "#app/care/triage/next-round.ts";

const NOW = new Date("2026-11-24T02:00:00Z");
const settings = { on: true, repeatMinutes: 15, most: 3 };
const next = (alert: Partial<AlertState>, other: Partial<typeof settings> = {}) =>
  nextRound(
    { reason: "urgent", state: "open", rounds: 0, seen: false, ...alert },
    { ...settings, ...other },
    NOW,
  );

describe("an alert", () => {
  it("is told at once, and again after a while, as often as the shop wants", () => {
    const lookAt = new Date("2026-11-24T02:15:00Z");
    expect(next({})).toEqual({ next: "tell", round: 1, lookAt });
    expect(next({ rounds: 2 })).toEqual({ next: "tell", round: 3, lookAt });
    expect(next({ rounds: 3 })).toMatchObject({ next: "end", as: "ended" });
    expect(next({ rounds: 1 }, { most: 1 })).toMatchObject({ next: "end", as: "ended" });
  });

  it("ends when somebody looked, also where it was never told", () => {
    expect(next({ seen: true, rounds: 1 })).toMatchObject({ next: "end", as: "acknowledged" });
    expect(next({ seen: true })).toMatchObject({ next: "end", as: "acknowledged" });
    expect(next({ state: "acknowledged" })).toEqual({ next: "nothing" });
  });

  it("is none while alerts are off; a trial is told all the same, once", () => {
    expect(next({}, { on: false })).toMatchObject({ next: "end", as: "ended" });
    expect(next({ reason: "test" }, { on: false })).toMatchObject({ next: "tell", round: 1 });
    expect(next({ reason: "test", rounds: 1 })).toMatchObject({ next: "end", as: "ended" });
  });
});
