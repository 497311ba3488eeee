import { expect, it } from "vitest";
import { nextPause, TOGETHER_MS } from "./pause-between.ts";

/** When a screen looks, if it hears of news at these times. */
function looks(news: readonly number[]): number[] {
  const made: number[] = [];
  let pause = TOGETHER_MS;
  let due: { at: number; waits: boolean } | null = null;
  const make = ({ at, waits }: { at: number; waits: boolean }) => {
    pause = nextPause(pause, { since: at - (made.at(-1) ?? -Infinity), waits });
    made.push(at);
    due = null;
  };
  for (const heard of news) {
    if (due !== null && due.at <= heard) make(due);
    const free = (made.at(-1) ?? -Infinity) + pause;
    due ??= { at: Math.max(heard, free), waits: free > heard };
    if (due.at <= heard) make(due);
  }
  if (due !== null) make(due);
  return made;
}
const every = (ms: number, from: number, until: number) =>
  Array.from({ length: (until - from) / ms }, (_, at) => from + at * ms);

/** For ten minutes so many a second on average, as they come: one does not know of the other. */
function byChance(perSecond: number): number[] {
  const news = [0];
  for (let seed = 7; (news.at(-1) ?? 0) < 600_000;) {
    seed = (seed * 48_271) % 2_147_483_647;
    news.push((news.at(-1) ?? 0) - (Math.log(seed / 2_147_483_647) * 1_000) / perSecond);
  }
  return news;
}

/** How long each of the news waits until a look shows it, the shortest first. */
function waits(news: readonly number[]): number[] {
  const made = looks(news);
  let next = 0;
  return news
    .map((heard) => {
      while ((made[next] ?? Infinity) < heard) next += 1;
      return (made[next] ?? Infinity) - heard;
    })
    .toSorted((one, other) => one - other);
}

it("looks at once at what comes first, and soon at what belongs to it", () => {
  expect(looks([0])).toEqual([0]);
  expect(looks([0, 50, 120])).toEqual([0, 300]);
  expect(looks([0, 50, 400]).at(-1)).toBeLessThan(1_000);
});

it.each([
  ["a change a second, by chance", byChance(1)],
  ["one every two seconds, by chance", byChance(0.5)],
  ["two a second, evenly", every(500, 0, 600_000)],
  ["several at once, now and then", every(5_000, 0, 600_000).flatMap((at) => every(50, at, at + 1_000))],
])("lets nobody wait for longer than 700 ms in a shop with %s", (_, news) => {
  expect(waits(news).at(-1)).toBeLessThanOrEqual(700);
});

it("lets nobody wait for long as a storm begins, and looks every two seconds while it goes on", () => {
  const storm = every(50, 0, 180_000);
  const made = looks([...storm, 190_000, 190_100]);
  const gaps = made.slice(1).map((at, one) => at - (made[one] ?? 0));
  const until = (ms: number) => made.filter((at) => at < ms).length;
  expect(Math.max(...gaps.slice(0, until(5_000)))).toBeLessThanOrEqual(1_000);
  expect(until(60_000)).toBeLessThan(50);
  expect(until(180_000) - until(60_000)).toBeLessThanOrEqual(60);
  expect(made.slice(-2)).toEqual([190_000, 190_300]);
});
