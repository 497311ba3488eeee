import { describe, expect, it } from "vitest";
import { checkText, isBlockedForGood } from "#app/care/draft/guard.ts";

describe("a text with what a macro left open", () => {
  it("blocks a gap that a macro left, for good, and words in single braces never", () => {
    const gap = checkText({ text: "It comes on {{ Estimated day }}. {Yes}.", facts: [], proof: "none" });
    expect(gap.filter(({ outcome }) => outcome === "block")).toMatchObject([
      {
        ...{ rule: "gap", quote: "{{ Estimated day }}", overrulable: false },
        ...{ code: "left", values: { gap: "estimated_day" } },
      },
    ]);
    expect(isBlockedForGood(gap)).toBe(true);
  });
});
