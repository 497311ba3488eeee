// The letters the demo begins with show a merchant each state of a reading.
import { expect, it } from "vitest";
import { welcomeMail } from "#devstore/control/welcome-mail.ts";
import { demoShop, seedShop } from "#devstore/seed/seed-shop.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

const now = new Date("2026-11-21T08:00:00Z");
const readings = welcomeMail(seedShop({ ...demoShop, now }), now)
  .filter(({ headers }) => !headers)
  .map(({ subject, text }) => ({
    subject: subject.replace(/\s*#\d+/, ""),
    ...readMessage(loadModels(), { text, subject, now }),
  }));

it("of one of them nobody is sure, of most of them the reading is", () => {
  const unsure = readings.filter((one) => one.unsure).map(({ subject }) => subject);
  expect(unsure).toContain("Well.");
  expect(unsure.length).toBeLessThan(readings.length / 2);
});

it.each([
  ["Mudança de morada -", { intent: "change_address" }],
  ["Geschenk kam zu spät", { emotion: { label: "grief" }, cause: { about: "event", blamed: "nobody" } }],
  ["THIS IS RIDICULOUS -", { emotion: { label: "anger" } }],
  ["Thank you!", { intent: "praise", emotion: { label: "gratitude" } }],
])("is read as it is meant: %s", (subject, expected) => {
  expect(readings.find((one) => one.subject === subject)).toMatchObject(expected);
});
