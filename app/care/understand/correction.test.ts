import { describe, expect, it } from "vitest";
import { corrected, noCorrections } from "./correction.ts";
import { inThread } from "./in-thread.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";
import type { CareEmotion } from "./reading.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (text: string) => readMessage(loadModels(), { text, now });
const by = { by: "42", at: now };
const ANGRY = "I am furious! Nobody answers me. This is outrageous!";

describe("a corrected reading", () => {
  const set = (text: string, to: CareEmotion) => {
    const reading = read(text);
    const emotion = { from: reading.emotion.label, to, ...by };
    return { reading, after: corrected(reading, { corrections: { ...noCorrections, emotion }, text }) };
  };

  it("is what it was when nothing was corrected", () => {
    const reading = read(ANGRY);
    expect(corrected(reading, { corrections: noCorrections, text: ANGRY })).toEqual(reading);
  });

  it("is as urgent as what a person saw, and no longer as urgent as what nobody felt", () => {
    const calm = set("Where is my parcel?", "anger");
    expect([calm.reading.urgency, calm.after.urgency]).toEqual([1, 2]);
    const loud = set(ANGRY, "neutral");
    expect(loud.reading.urgency).toBe(2);
    expect(loud.after.urgency).toBeLessThan(2);
    expect(loud.after.emotion).toMatchObject({ label: "neutral", intensity: 0, confidence: 1 });
    expect(loud.after.emotion.readings).toEqual(loud.reading.emotion.readings);
  });

  it("stays urgent for a reason that is none of feeling", () => {
    expect(set("I am furious! I need it by tomorrow, I fly at noon.", "neutral").after.urgency).toBe(3);
  });

  it("keeps what the conversation made of it, until the shopper turns out to be content", () => {
    const text = "Still nothing.";
    const reading = inThread(read(text), { at: now, earlier: [{ at: now, reading: read(ANGRY) }] });
    const as = (to: CareEmotion) =>
      corrected(reading, {
        corrections: { ...noCorrections, emotion: { from: "neutral", to, ...by } },
        text,
      });
    expect(as("worry").urgency).toBe(2);
    expect(as("joy").urgency).toBeLessThan(2);
  });

  it("puts the right intent first", () => {
    const reading = read("Where is my parcel?");
    const intent = { from: reading.intent, to: "refund" as const, ...by };
    const after = corrected(reading, { corrections: { ...noCorrections, intent }, text: "" });
    expect(after).toMatchObject({ intent: "refund", intentConfidence: 1 });
    expect(after.intents[0]).toBe("refund");
  });
});
