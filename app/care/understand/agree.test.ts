import { expect, it } from "vitest";
import { agree } from "./agree.ts";
import type { CareEmotion } from "./reading.ts";

const voice = (label: CareEmotion, confidence: number) => ({ label, confidence, intensity: 0.5 });

it.each([
  // words, model, record, label, unsure
  [null, null, null, "neutral", true],
  [voice("joy", 0.8), null, null, "joy", false],
  [voice("joy", 0.3), null, null, "joy", true],
  [voice("anger", 0.6), voice("anger", 0.7), null, "anger", false],
  [voice("anger", 0.6), voice("frustration", 0.7), null, "frustration", false],
  [voice("joy", 0.6), voice("anger", 0.7), null, "anger", true],
  [voice("joy", 0.8), voice("anger", 0.3), null, "joy", false],
  [voice("joy", 0.8), null, voice("frustration", 0.6), "joy", true],
  [voice("neutral", 0.5), null, voice("frustration", 0.6), "neutral", true],
  [voice("neutral", 0.8), null, voice("frustration", 0.6), "neutral", false],
  [voice("frustration", 0.4), null, voice("frustration", 0.6), "frustration", false],
  [voice("anger", 0.8), null, voice("joy", 0.3), "anger", false],
] as const)("words %o, model %o, record %o → %s, unsure %s", (...[words, model, record, label, unsure]) => {
  expect(agree({ words, model, record })).toMatchObject({ label, unsure });
});

it("is surer when two voices agree than when one speaks", () => {
  const one = agree({ words: voice("worry", 0.6), model: null, record: null });
  const two = agree({ words: voice("worry", 0.6), model: voice("worry", 0.6), record: null });
  expect(two.confidence).toBeGreaterThan(one.confidence);
});
