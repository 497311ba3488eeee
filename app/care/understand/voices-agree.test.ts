import { expect, it } from "vitest";
import type { CareEmotion } from "./reading.ts";
import { voicesAgree } from "./voices-agree.ts";

const voice = (label: CareEmotion | null) => label && { label, intensity: 0.5, confidence: 0.6 };

it.each([
  ["worry", null, null, null],
  [null, null, null, null],
  ["worry", null, "worry", true],
  ["anger", "frustration", null, true],
  ["surprise", "joy", null, true],
  ["anger", "frustration", "disappointment", true],
  ["anger", "worry", null, false],
  ["anger", "worry", "anger", false],
  ["frustration", null, "worry", true],
  ["joy", null, "worry", false],
  ["neutral", null, "neutral", true],
  ["neutral", null, "frustration", false],
] as const)("words %s, model %s, record %s: %s", (...[words, model, record, agreed]) => {
  expect(voicesAgree({ words: voice(words), model: voice(model), record: voice(record) })).toBe(agreed);
});
