import { expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

const models = loadModels();
const read = (text: string) => readMessage(models, { text, now: new Date("2026-11-21T12:00:00Z") });

it.each([
  ["The battery is smoking, what do I do?", 3],
  ["I need it by tomorrow, it is urgent", 3],
  ["Please cancel my order", 2],
  ["Es ist ein Geschenk zum Geburtstag am Samstag, kommt es noch?", 2],
  ["Where is my order?", 1],
  ["The parcel came today and the cup is broken", 1],
  ["I love it, thank you!", 0],
  ["Is the lamp dimmable?", 0],
])("%s: %i", (text, level) => {
  expect(read(text).urgency).toBe(level);
});
