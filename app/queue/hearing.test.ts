import { expect, it } from "vitest";
import { seconds } from "#app/lib/duration.ts";
import { makeHearing } from "#app/queue/hearing.ts";

it("gives the queue three new connections, and all of them again once it spoke", () => {
  let time = 0;
  const hearing = makeHearing(seconds(30), () => time);
  time = seconds(30);
  expect(hearing.silent()).toBe(false);
  time += 1;
  expect(hearing.silent()).toBe(true);
  expect([hearing.mayHelp(), hearing.silent()]).toEqual([true, false]);
  expect([hearing.mayHelp(), hearing.mayHelp(), hearing.mayHelp()]).toEqual([true, true, false]);
  hearing.heard();
  expect(hearing.mayHelp()).toBe(true);
});
