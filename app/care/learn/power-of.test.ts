import { expect, it } from "vitest";
import { differenceOf } from "#app/care/learn/always-valid.ts";
import { powerOf } from "#app/care/learn/power-of.ts";

const baseline = 0.35;

it("says that a small shop learns nothing in six months", () => {
  expect(powerOf({ perMonth: 12, baseline }, 0.1)).toMatchObject({ written: 64, heldOut: 7, answers: false });
  expect(powerOf({ perMonth: 0, baseline }, 0.1)).toEqual({
    written: 0,
    heldOut: 0,
    smallest: null,
    answers: false,
  });
});

it("says what a large one would see, the smaller the more shoppers it has or holds out", () => {
  const smallest = (perMonth: number, share: number) => powerOf({ perMonth, baseline }, share).smallest ?? 1;
  expect(powerOf({ perMonth: 2_000, baseline }, 0.1)).toMatchObject({ answers: true });
  expect(smallest(4_000, 0.1)).toBeLessThan(smallest(1_000, 0.1));
  expect(smallest(1_000, 0.5)).toBeLessThan(smallest(1_000, 0.1));
  expect(smallest(100_000, 0.5)).toBeLessThanOrEqual(0.01);
});

it("sees no drop where nobody writes anyway", () => {
  expect(powerOf({ perMonth: 5_000, baseline: 0 }, 0.2)).toMatchObject({ smallest: null, answers: false });
});

it("shows the drop it names in about four of five comparisons", () => {
  const { written, heldOut, smallest } = powerOf({ perMonth: 400, baseline }, 0.2);
  // An ordinary generator of numbers that look random, begun at a fixed place.
  let state = 1;
  const draw = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const count = (n: number, p: number) => ({
    n,
    k: Array.from({ length: n }, draw).filter((one) => one < p).length,
  });
  const comparisons = Array.from({ length: 200 }, () =>
    differenceOf(count(written, baseline - (smallest ?? 0)), count(heldOut, baseline)),
  );
  const shown = comparisons.filter(({ high }) => high < 0).length / comparisons.length;
  expect(shown).toBeGreaterThan(0.7);
  expect(shown).toBeLessThan(0.92);
});
