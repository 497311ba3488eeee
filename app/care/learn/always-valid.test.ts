import { describe, expect, it } from "vitest";
import { differenceOf, knownOf, ruling, type Counts } from "#app/care/learn/always-valid.ts";

/** Mulberry32: chance that is the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One comparison of so many shoppers, looked at often; whether the interval ever misses what is so. */
function everMisses(given: { p: [number, number]; share: number; shoppers: number; seed: number }): boolean {
  const { p, share, shoppers, seed } = given;
  const draw = chance(seed);
  const arms: [Counts, Counts] = [
    { n: 0, k: 0 },
    { n: 0, k: 0 },
  ];
  const truth = p[0] - p[1];
  for (let shopper = 1; shopper <= shoppers; shopper += 1) {
    const arm = draw() < share ? 1 : 0;
    arms[arm].n += 1;
    if (draw() < p[arm]) arms[arm].k += 1;
    // Each of the first, then each tenth: looking less often can only miss less.
    if (shopper > 40 && shopper % 10 > 0) continue;
    if (ruling(arms[0], arms[1])(truth)) return true;
  }
  return false;
}

describe("differenceOf", () => {
  it.each<[string, [number, number], number]>([
    ["no difference, in equal arms", [0.3, 0.3], 0.5],
    ["no difference, a tenth held out", [0.3, 0.3], 0.1],
    ["what is rare", [0.02, 0.04], 0.1],
    ["a large difference", [0.1, 0.4], 0.2],
  ])("holds at every look in 95 of 100 comparisons: %s", (_case, p, share) => {
    const comparisons = 300;
    let missed = 0;
    for (let seed = 1; seed <= comparisons; seed += 1)
      if (everMisses({ p, share, shoppers: 500, seed: seed * 7_919 })) missed += 1;
    expect(missed / comparisons).toBeLessThanOrEqual(0.05);
  });

  it("narrows with what is known, around the estimate", () => {
    const width = (times: number) => {
      const { low, high, estimate } = differenceOf(
        { n: 900 * times, k: 180 * times },
        { n: 100 * times, k: 30 * times },
      );
      expect(estimate).toBeCloseTo(-0.1);
      expect(low).toBeLessThan(-0.1);
      expect(high).toBeGreaterThan(-0.1);
      return high - low;
    };
    const widths = [1, 10, 100].map(width);
    expect(widths.toSorted((a, b) => b - a)).toEqual(widths);
    expect(widths[2]).toBeLessThan(0.06);
  });

  it("says nothing of nobody, and is within what can be", () => {
    expect(differenceOf({ n: 0, k: 0 }, { n: 0, k: 0 })).toEqual({ estimate: null, low: -1, high: 1 });
    expect(differenceOf({ n: 500, k: 0 }, { n: 0, k: 0 })).toMatchObject({ estimate: null });
    const { low, high } = differenceOf({ n: 50, k: 0 }, { n: 50, k: 50 });
    expect([low >= -1, high < 0]).toEqual([true, true]);
  });

  it("ends where differences begin to be ruled out", () => {
    const [one, other] = [
      { n: 300, k: 40 },
      { n: 60, k: 20 },
    ];
    const { low, high } = differenceOf(one, other);
    const out = ruling(one, other);
    expect([low - 1e-6, low + 1e-6, high - 1e-6, high + 1e-6].map(out)).toEqual([true, false, false, true]);
  });

  it("is the mirror image of the other way round", () => {
    const [one, other] = [
      { n: 300, k: 40 },
      { n: 60, k: 20 },
    ];
    const [there, back] = [differenceOf(one, other), differenceOf(other, one)];
    expect(there.low).toBeCloseTo(-back.high, 6);
    expect(there.high).toBeCloseTo(-back.low, 6);
  });
});

describe("knownOf", () => {
  const of = (first: Counts, second: Counts) => knownOf(differenceOf(first, second), [first, second]);

  it("says so while it is not known", () => {
    expect(of({ n: 90, k: 20 }, { n: 40, k: 12 })).toBe("not_yet");
    // However far apart: of so few nothing is known.
    expect(of({ n: 25, k: 0 }, { n: 25, k: 25 })).toBe("not_yet");
  });

  it("says which way once it is", () => {
    expect(of({ n: 900, k: 90 }, { n: 100, k: 45 })).toBe("fewer");
    expect(of({ n: 900, k: 405 }, { n: 100, k: 10 })).toBe("more");
  });
});
