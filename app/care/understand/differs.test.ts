import { describe, expect, it } from "vitest";
import { differs } from "./differs.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

describe("a message that is read again", () => {
  const before = readMessage(loadModels(), { text: "Where is my parcel?", now: new Date() });
  it("is read differently when something changed that somebody acts on", () => {
    expect(differs(before, { ...before, orderIds: ["1"] })).toBe(true);
    expect(differs(before, { ...before, unsure: !before.unsure })).toBe(true);
    expect(differs(before, { ...before, language: "de" })).toBe(true);
  });
  it("is not when it is only a little surer", () => {
    const emotion = { ...before.emotion, confidence: 0.51, intensity: 0.4 };
    expect(differs(before, { ...before, emotion, intentConfidence: 0.2, why: "other words" })).toBe(false);
  });
});
