import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { inThread } from "./in-thread.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";
import type { Reading } from "./reading.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (text: string) => readMessage(loadModels(), { text, now });
const ANGRY = "I am furious! Nobody answers me. This is outrageous!";

describe("a message within its conversation", () => {
  const still = read("Still nothing.");
  const after = (earlier: Reading, ago = days(1)) =>
    inThread(still, { at: now, earlier: [{ at: new Date(now.getTime() - ago), reading: earlier }] });

  it("is as urgent as the angry one it follows, and keeps its own label", () => {
    const reading = after(read(ANGRY));
    expect(reading.urgency).toBe(2);
    expect(reading.emotion).toEqual(still.emotion);
    expect(reading.why).toContain("anger");
  });

  it.each([
    ["one nobody was sure of", { ...read(ANGRY), unsure: true }, days(1)],
    ["one of a month ago", read(ANGRY), days(30)],
    ["thanks", read("Thank you so much, you are wonderful!"), days(1)],
  ])("is left alone after %s", (_, earlier, ago) => expect(after(earlier, ago)).toEqual(still));

  it("goes by the mood before it, over what was neutral between", () => {
    const earlier = [read(ANGRY), read("My order number is 1023.")].map((reading) => ({ at: now, reading }));
    expect(inThread(still, { at: now, earlier }).urgency).toBe(2);
  });
});
