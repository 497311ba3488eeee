import { describe, expect, it } from "vitest";
import { moodLines, moodMarks, moodWithoutTrouble } from "./mood-chart.ts";

const felt = (label: "anger" | "neutral" | "joy", intensity: number, unsure = false) => ({
  label,
  intensity,
  unsure,
});

describe("what is said of a conversation without trouble", () => {
  it.each([
    ["brighter", [felt("neutral", 0.2), felt("joy", 0.9)]],
    ["steady", [felt("neutral", 0.2), felt("neutral", 0.9)]],
    ["steady", [felt("joy", 0.8), felt("joy", 0.9), felt("joy", 0.2, true)]],
    ["steady", [felt("joy", 0.8)]],
    ["steady", []],
    [null, [felt("joy", 0.9), felt("neutral", 0.2)]],
    [null, [felt("neutral", 0.2), felt("joy", 0.9), felt("neutral", 0.2)]],
  ] as const)("is %s", (said, points) => {
    expect(moodWithoutTrouble(points)).toBe(said);
  });
});

describe("the chart of how a conversation went", () => {
  it("puts each message as far from the middle as its feeling is strong", () => {
    expect(moodMarks([felt("anger", 0.8), felt("neutral", 0.9), felt("joy", 0.5)])).toEqual([
      { at: 0, height: -0.8 },
      { at: 0.5, height: 0 },
      { at: 1, height: 0.5 },
    ]);
  });

  it("gives what nobody is sure of no height, and breaks the line there", () => {
    const marks = moodMarks([felt("anger", 0.8), felt("anger", 0.6), felt("joy", 1, true), felt("joy", 0.5)]);
    expect(marks[2]).toEqual({ at: 2 / 3, height: null });
    expect(moodLines(marks)).toEqual([
      [
        { at: 0, height: -0.8 },
        { at: 1 / 3, height: -0.6 },
      ],
    ]);
  });

  it("stays within its bounds, and puts a single message in the middle", () => {
    expect(moodMarks([felt("anger", 3)])).toEqual([{ at: 0.5, height: -1 }]);
    expect(moodMarks([])).toEqual([]);
  });
});
