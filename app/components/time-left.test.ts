import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { timeLeft } from "#app/components/time-left.ts";

it.each([
  [null, ""],
  [1, "less than a minute left"],
  [50, "about 1 minute left"],
  [200, "about 3 minutes left"],
  [5_300, "about 88 minutes left"],
  [5_400, "about 2 hours left"],
  [36_000, "about 10 hours left"],
])("%s seconds: %s", (seconds, text) => {
  expect(timeLeft(english, seconds)).toBe(text);
});
