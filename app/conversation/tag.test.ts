import { describe, expect, it } from "vitest";
import { LONGEST_TAG, tagOf, tagsOf } from "./tag.ts";

describe("a tag", () => {
  it.each([
    ["  VIP ", "vip"],
    ["Rück-\n gabe", "rück- gabe"],
    ["a,b", "a b"],
    ["ｗｈｏｌｅｓａｌｅ", "wholesale"],
    ["ギフト", "ギフト"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(tagOf(typed)).toBe(kept);
  });

  it("is none without letters, or with too many", () => {
    expect(tagOf(" , \u0000")).toBeNull();
    expect(tagOf("x".repeat(LONGEST_TAG))).not.toBeNull();
    expect(tagOf("x".repeat(LONGEST_TAG + 1))).toBeNull();
  });

  it("is kept once", () => {
    expect(tagsOf(["VIP", "vip", "", "Gift"])).toEqual(["vip", "gift"]);
  });
});
