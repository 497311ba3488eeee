import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { countLabel, intervalLabel, verdict } from "./results-words.ts";

const between = (low: number, high: number) => ({ estimate: null, low, high });

it("says of a difference no more than is known", () => {
  expect(verdict({ outcome: "contact", known: "not_yet" })).toBe("not_yet");
  expect(verdict({ outcome: "contact", known: "fewer" })).toBe("helps");
  expect(verdict({ outcome: "repeat_60", known: "fewer" })).toBe("does_not_help");
  expect(verdict({ outcome: "repeat_60", known: "more" })).toBe("helps");
});

it.each([
  [-0.182, -0.03, "between 3 and 18.2 percentage points less often"],
  [0.01, 0.2, "between 1 and 20 percentage points more often"],
  [-0.12, 0.03, "between 12 percentage points less and 3 more often"],
])("says the interval from %s to %s as %s", (low, high, said) =>
  expect(intervalLabel(english, between(low, high))).toBe(said),
);

it("counts", () => {
  expect(countLabel(english, { k: 12, n: 180 })).toBe("12 of 180 (6.7%)");
  expect(countLabel(english, { k: 0, n: 1_200 })).toBe("0 of 1,200 (0%)");
  expect(countLabel(english, { k: 0, n: 0 })).toBe("nobody yet");
});
