import { describe, expect, it } from "vitest";
import { quantileOf } from "./quantile.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe("a median", () => {
  // The ranks of the 95 % interval: Conover (1999), Practical Nonparametric Statistics, table A3 with n trials at one half.
  it.each([
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [50, 18, 33],
    [100, 40, 61],
  ])("of %i lies between the ranks %i and %i", (n, low, high) =>
    expect(quantileOf(upTo(n), 0.5)).toEqual({ n, value: (n + 1) / 2, low, high }),
  );

  it("does not depend on the order", () =>
    expect(quantileOf(upTo(20).toReversed(), 0.5)).toEqual(quantileOf(upTo(20), 0.5)));

  it("of too few is not told", () =>
    expect(quantileOf(upTo(9), 0.5)).toEqual({ n: 9, value: null, low: null, high: null }));

  it("of ten thousand is found among the middle hundred each side", () => {
    const { value, low, high } = quantileOf(upTo(10_000), 0.5);
    expect(value).toBe(5_000.5);
    expect([low, high]).toEqual([4_902, 5_099]);
  });
});

describe("a ninetieth percentile", () => {
  it("has no upper bound where all may lie below it: 0.9 to the power of 35 is above 2.5 %", () => {
    expect(quantileOf(upTo(35), 0.9).high).toBeNull();
    expect(quantileOf(upTo(36), 0.9)).toMatchObject({ value: 32.5, high: 36 });
  });

  it("holds at least as often as is said", () => {
    const { low, high } = quantileOf(upTo(100), 0.9);
    expect([low, high]).toEqual([84, 96]);
  });
});
