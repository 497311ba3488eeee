import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notePace, secondsLeft, type Pace } from "#app/mirror/backfill-pace.ts";

const START = Date.parse("2026-11-21T09:00:00.000Z");
const after = (seconds: number) => new Date(START + seconds * 1_000);

/** [seconds since the start, done] in order. */
const paceOf = (...samples: [number, number][]): Pace =>
  samples.reduce<Pace>((pace, [at, done]) => notePace(pace, { done, now: after(at) }), []);

describe("secondsLeft", () => {
  it("divides what is left by the recent rate", () => {
    const pace = paceOf([0, 0], [10, 1_000], [20, 2_000]);
    expect(secondsLeft(pace, { total: 12_000, now: after(20) })).toBe(100);
  });

  it("follows a rate that changed, and forgets the old one within two minutes", () => {
    const samples: [number, number][] = [[0, 0]];
    for (let at = 10; at <= 60; at += 10) samples.push([at, at * 1_000]);
    for (let at = 70; at <= 300; at += 10) samples.push([at, 60_000 + (at - 60) * 10]);
    expect(secondsLeft(paceOf(...samples), { total: 63_400, now: after(300) })).toBe(100);
  });

  it.each([
    ["the total is unknown", paceOf([0, 0], [20, 100]), null],
    ["the total was passed", paceOf([0, 0], [20, 100]), 90],
    ["nothing was measured", [], 100],
    ["only one moment was measured", paceOf([0, 10]), 100],
    ["only a short moment was measured", paceOf([0, 0], [9, 50]), 100],
    ["nothing moves", paceOf([0, 50], [20, 50]), 100],
  ])("says nothing when %s", (_why, pace, total) => {
    expect(secondsLeft(pace, { total, now: after(20) })).toBeNull();
  });

  it("grows while nothing happens, and ends as no estimate", () => {
    const pace = paceOf([0, 0], [20, 100]);
    const left = (at: number) => secondsLeft(pace, { total: 200, now: after(at) });
    expect(left(25)).toBe(20);
    expect(left(60)).toBe(50);
    expect(left(141)).toBeNull();
  });

  it("is never below one second, and keeps few samples", () => {
    const steps = fc.array(
      fc.record({ wait: fc.double({ min: 0, max: 200, noNaN: true }), more: fc.nat(5_000) }),
    );
    fc.assert(
      fc.property(steps, fc.nat(20_000), (given, total) => {
        let [at, done] = [0, 0];
        let pace: Pace = [];
        for (const { wait, more } of given) {
          at += wait;
          done += more;
          pace = notePace(pace, { done, now: after(at) });
        }
        const left = secondsLeft(pace, { total, now: after(at) });
        expect(left === null || (Number.isSafeInteger(left) && left >= 1)).toBe(true);
        expect(pace.length).toBeLessThan(30);
      }),
    );
  });

  it("starts over when the stage does", () => {
    const pace = notePace(paceOf([0, 100], [20, 900]), { done: 0, now: after(25) });
    expect(pace).toEqual([{ at: after(25).toISOString(), done: 0 }]);
  });
});
