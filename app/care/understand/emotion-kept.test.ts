import { expect, it } from "vitest";
import { outlasting } from "./emotion-kept.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

const read = (text: string) => readMessage(loadModels(), { text, now: new Date("2026-11-21T12:00:00Z") });

it.each([
  ["I am furious! Nobody answers me. This is outrageous! Where is my parcel?", 2, 1],
  ["I am furious! I need it by tomorrow, I fly at noon.", 3, 3],
  ["I am furious! My lawyer will write to you.", 2, 2],
  ["Where is my parcel?", 1, 1],
])("what outlasts %j is as urgent as it is without the feeling", (text, before, since) => {
  const reading = read(text);
  const lasting = outlasting(reading, text);
  expect([reading.urgency, lasting.urgency]).toEqual([before, since]);
  expect(lasting).toMatchObject({ intent: reading.intent, riskFlags: reading.riskFlags, why: "" });
  expect(lasting.emotion).toMatchObject({ label: "neutral", intensity: 0 });
});
