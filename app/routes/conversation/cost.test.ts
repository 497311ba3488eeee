import { describe, expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { costLabel } from "./cost.ts";

const usage = { tokensIn: 1_200, tokensOut: 40, tokensCached: 0, costMicros: 3_100 };

describe("costLabel", () => {
  it.each([
    ["composer", undefined, "No cost: written by Attune itself"],
    ["claude-x", undefined, "Cost not known"],
    ["claude-x", usage, "$0.0031 · 1,240 tokens"],
    // A model was asked and the composer wrote it all the same: that was paid for.
    ["composer", usage, "$0.0031 · 1,240 tokens"],
    ["claude-x", { ...usage, tokensCached: 1_000 }, "$0.0031 · 1,240 tokens (1,000 of them cached)"],
    ["claude-x", { ...usage, costMicros: 12 }, "Less than $0.0001 · 1,240 tokens"],
    ["claude-x", { ...usage, costMicros: 0 }, "$0.00 · 1,240 tokens"],
    ["claude-x", { ...usage, costMicros: 1_250_000 }, "$1.25 · 1,240 tokens"],
  ])("%s, %o", (maker, used, said) => {
    expect(costLabel(english, { maker, usage: used })).toBe(said);
  });
});
