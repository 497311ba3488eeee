import { expect, it } from "vitest";
import { waitBeforeAttempt } from "./backoff.ts";

it("doubles, is spread, and ends at half a minute", () => {
  expect([0, 1, 2, 3].map((failures) => waitBeforeAttempt(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000,
  ]);
  expect(waitBeforeAttempt(2, 0)).toBe(2_000);
  expect(waitBeforeAttempt(2, 0.5)).toBe(3_000);
  expect(waitBeforeAttempt(1_000, 1)).toBe(30_000);
});
