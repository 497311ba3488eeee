import { describe, expect, it } from "vitest";
import { coverage, similarity } from "#app/care/learn/similar.ts";

describe("how alike two texts are", () => {
  it("does not hang on case, spaces or punctuation", () => {
    expect(similarity("Wool is washed by hand.", "wool is washed  by hand!")).toBe(1);
    expect(similarity("ウールは冷水で手洗いしてください。", "ウールは冷水で手洗いしてください")).toBe(1);
    expect(similarity("ok", "OK")).toBe(1);
    expect(similarity("ok", "no")).toBe(0);
  });

  it("is more for the same in other words than for something else", () => {
    const wool = "Wool blankets are washed by hand in cold water.";
    expect(similarity(wool, "Please wash wool blankets by hand, in cold water.")).toBeGreaterThan(0.5);
    expect(similarity(wool, "Parcels to Norway take seven working days.")).toBeLessThan(0.3);
  });

  it("covers a part that stands in a longer text", () => {
    const whole = "How to care for wool. Wool is washed by hand. Dry it flat, and never in the sun.";
    expect(coverage("Wool is washed by hand.", whole)).toBeGreaterThan(0.9);
    expect(coverage(whole, "Wool is washed by hand.")).toBeLessThan(0.5);
    expect(coverage("", whole)).toBe(0);
  });
});
