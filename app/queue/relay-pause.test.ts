import { describe, expect, it } from "vitest";
import { minutes } from "#app/lib/duration.ts";
import { pauseAfter } from "#app/queue/relay-pause.ts";

describe("the pause after a relay's round", () => {
  it.each([
    { outcome: "fruitful", took: 0, relays: 1, pause: 2 },
    { outcome: "fruitful", took: 30, relays: 1, pause: 30 },
    { outcome: "fruitful", took: 30, relays: 20, pause: 600 },
    { outcome: "fruitless", took: 0, relays: 1, pause: 10 },
    { outcome: "fruitless", took: 30, relays: 2, pause: 240 },
    { outcome: "not-our-turn", took: 30, relays: 2, pause: 240 },
  ] as const)(
    "after a $outcome one of $took ms, of $relays relays, is $pause ms",
    ({ outcome, took, relays, pause }) => {
      expect(pauseAfter(outcome, took, relays)).toBe(pause);
    },
  );

  it("does not grow with how long the process stood still in the middle of one", () => {
    expect(pauseAfter("fruitless", minutes(10), 2)).toBe(pauseAfter("fruitless", minutes(1), 2));
    expect(pauseAfter("fruitless", minutes(10), 2)).toBeLessThan(minutes(1) / 6);
  });
});
