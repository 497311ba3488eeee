import { describe, expect, it } from "vitest";
import { chanceOfAtLeast } from "#app/care/detect/chance-of-at-least.ts";

describe("chanceOfAtLeast", () => {
  it("is the upper tail of a Poisson distribution", () => {
    expect(chanceOfAtLeast(0, 3)).toBe(1);
    expect(chanceOfAtLeast(1, 3)).toBeCloseTo(1 - Math.exp(-3), 12);
    expect(chanceOfAtLeast(5, 0.5)).toBeCloseTo(0.000172, 6);
    expect(chanceOfAtLeast(10, 4)).toBeCloseTo(0.008132, 6);
  });

  it("goes on without a break where it counts as a normal distribution", () => {
    for (const expected of [450, 499, 501, 900]) {
      expect(chanceOfAtLeast(Math.ceil(expected), expected)).toBeCloseTo(0.5, 1);
      expect(chanceOfAtLeast(Math.ceil(expected + 4 * Math.sqrt(expected)), expected)).toBeLessThan(0.0002);
    }
    const [before, after] = [chanceOfAtLeast(560, 499.9), chanceOfAtLeast(560, 500.1)];
    expect(Math.abs(before - after)).toBeLessThan(0.001);
  });

  it("takes thousands", () => {
    expect(chanceOfAtLeast(5_000, 0.5)).toBeLessThan(1e-12);
    expect(chanceOfAtLeast(5_000, 4_000)).toBeLessThan(1e-12);
  });
});
