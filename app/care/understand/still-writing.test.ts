import { expect, it } from "vitest";
import { answerOnceQuiet } from "./still-writing.ts";

const at = new Date("2026-11-13T09:05:00.000Z");
const now = new Date("2026-11-13T09:05:02.000Z");

it("answers a first message at once, and so one that comes long after another", () => {
  expect(answerOnceQuiet({ at, before: null, now })).toBeNull();
  expect(answerOnceQuiet({ at, before: new Date("2026-11-13T08:59:59.000Z"), now })).toBeNull();
});

it("waits a minute from now where the message before came within five", () => {
  const quiet = new Date("2026-11-13T09:06:02.000Z");
  expect(answerOnceQuiet({ at, before: new Date("2026-11-13T09:00:00.000Z"), now })).toEqual(quiet);
  expect(answerOnceQuiet({ at, before: new Date("2026-11-13T09:05:30.000Z"), now })).toEqual(quiet);
});
