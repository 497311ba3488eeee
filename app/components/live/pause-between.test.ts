import { expect, it } from "vitest";
import { nextPause, TOGETHER_MS } from "./pause-between.ts";

/** When a screen looks, if it hears of news at these times. */
function looks(news: readonly number[]): number[] {
  const made: number[] = [];
  let pause = TOGETHER_MS;
  let due: number | null = null;
  const make = (at: number) => {
    pause = nextPause(pause, at - (made.at(-1) ?? -Infinity));
    made.push(at);
    due = null;
  };
  for (const at of news) {
    if (due !== null && due <= at) make(due);
    due ??= Math.max(at, (made.at(-1) ?? -Infinity) + pause);
    if (due <= at) make(due);
  }
  if (due !== null) make(due);
  return made;
}
const every = (ms: number, from: number, until: number) =>
  Array.from({ length: (until - from) / ms }, (_, at) => from + at * ms);

it("looks at once at what comes first, and soon at what belongs to it", () => {
  expect(looks([0])).toEqual([0]);
  expect(looks([0, 50, 120])).toEqual([0, 300]);
  expect(looks([0, 50, 400]).at(-1)).toBeLessThan(1_000);
});

it("looks every two seconds while news goes on, and at once again when it was quiet", () => {
  const busy = every(50, 0, 60_000);
  const made = looks([...busy, 70_000, 70_100]);
  expect(made.length).toBeLessThan(40);
  expect(made.slice(-2)).toEqual([70_000, 70_300]);
  const waits = made.slice(1).map((at, one) => at - (made[one] ?? 0));
  expect(Math.max(...waits.slice(0, -2))).toBe(2_000);
});
