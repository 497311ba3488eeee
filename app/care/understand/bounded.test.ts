import { expect, it } from "vitest";
import { bounded } from "./bounded.ts";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

it("keeps an ordinary text, and the offsets of a hostile one", () => {
  expect(bounded("Where is order #1023?!")).toBe("Where is order #1023?!");
  const hostile = `${"a".repeat(900)} order #1023`;
  expect(bounded(hostile).indexOf("#1023")).toBe(hostile.indexOf("#1023"));
});

const models = loadModels();

it.each(["a", "а", "क", "#", "!?", "a@", "order no ", "1 ", "\n", "thanks ", "\ud800", "注文"])(
  "reads 100,000 characters of %j in less than a second",
  (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const started = performance.now();
    readMessage(models, { text, now: new Date(0) });
    expect(performance.now() - started).toBeLessThan(1_000);
  },
);
