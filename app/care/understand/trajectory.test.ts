import { describe, expect, it } from "vitest";
import type { CareEmotion } from "./reading.ts";
import { trajectory } from "./trajectory.ts";

const point = (label: CareEmotion, intensity: number, unsure = false) => ({ label, intensity, unsure });

describe("trajectory", () => {
  it.each([
    ["nothing", [], "steady"],
    ["one message", [point("anger", 0.9)], "steady"],
    ["worry that grows", [point("worry", 0.4), point("frustration", 0.6), point("anger", 0.9)], "rising"],
    ["anger that ends in thanks", [point("anger", 0.8), point("gratitude", 0.9)], "easing"],
    ["the same again", [point("worry", 0.5), point("worry", 0.55), point("worry", 0.48)], "steady"],
    ["thanks, then joy", [point("gratitude", 0.3), point("joy", 0.9)], "steady"],
    ["up and down", [point("worry", 0.3), point("anger", 0.8), point("neutral", 0)], "mixed"],
    ["nobody sure of the outburst", [point("worry", 0.5), point("anger", 0.9, true)], "steady"],
    ["an unsure one between", [point("worry", 0.3), point("joy", 0.9, true), point("anger", 0.8)], "rising"],
  ] as const)("%s", (_, points, direction) => expect(trajectory(points)).toBe(direction));
});
