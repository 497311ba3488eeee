import { expect, it } from "vitest";
import { countLabel, verdict } from "./results-shape.ts";

it.each([
  [null, "Not yet known"],
  [{ from: -0.1, to: 0.02 }, "Not yet known"],
  [{ from: 0, to: 0.2 }, "Not yet known"],
  [{ from: -0.182, to: -0.03 }, "3 to 18.2 percentage points less often when written to"],
  [{ from: 0.01, to: 0.2 }, "1 to 20 percentage points more often when written to"],
])("of a difference between %j says: %s", (difference, text) =>
  expect(verdict({ follows: "contact", difference }).text).toBe(text),
);

it("knows which direction is to be wished for", () => {
  const fewer = { from: -0.2, to: -0.1 };
  expect(verdict({ follows: "contact", difference: fewer }).helps).toBe(true);
  expect(verdict({ follows: "again60", difference: fewer }).helps).toBe(false);
});

it("counts", () => {
  expect(countLabel({ part: 12, whole: 180 })).toBe("12 of 180 (6.7%)");
  expect(countLabel({ part: 0, whole: 1_200 })).toBe("0 of 1,200 (0%)");
  expect(countLabel({ part: 0, whole: 0 })).toBe("nobody yet");
});
