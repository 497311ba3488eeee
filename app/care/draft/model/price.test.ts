import { expect, it } from "vitest";
import { costOf, mostCost } from "#app/care/draft/model/price.ts";

const tokens = { tokensIn: 10_000, tokensOut: 1_000, tokensCached: 6_000, tokensWritten: 3_000 };

it.each([
  // 1,000 at $2, 3,000 at $2.50, 6,000 at $0.10, 1,000 at $10, for a million each.
  ["claude-sonnet-5-5", 2_000 + 7_500 + 600 + 10_000],
  ["claude-haiku-5-5-20261007", 100 + 375 + 60 + 500],
  ["a-model-nobody-knows", 15_000 + 56_250 + 9_000 + 75_000],
])("%s costs what its list price says, in millionths of a dollar", (model, micros) => {
  expect(costOf(model, tokens)).toBe(micros);
});

it("is held for as if nothing had been kept", () => {
  expect(mostCost("claude-sonnet-5-5", tokens)).toBeGreaterThan(costOf("claude-sonnet-5-5", tokens));
});
