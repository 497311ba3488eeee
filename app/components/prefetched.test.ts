import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetAhead, prefetched, wantAhead } from "./prefetched.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aLoader() {
  let asked = 0;
  const ahead = prefetched<number>();
  return { load: (id: string) => ahead.load(id, () => Promise.resolve((asked += 1))) };
}

it("shows what was looked up ahead, once", async () => {
  const { load } = aLoader();
  wantAhead("a");
  expect(await load("a")).toBe(1);
  expect(await load("a")).toBe(1);
  expect(await load("a")).toBe(2);
});

it("looks again at what nobody looked up, what is old, and what changed since", async () => {
  const { load } = aLoader();
  expect(await load("b")).toBe(1);
  wantAhead("b");
  expect(await load("b")).toBe(2);
  vi.advanceTimersByTime(16_000);
  expect(await load("b")).toBe(3);
  for (const changed of [["b", "c"], null]) {
    wantAhead("b");
    const ahead = await load("b");
    vi.advanceTimersByTime(10);
    forgetAhead(changed);
    vi.advanceTimersByTime(10);
    expect(await load("b")).toBe(ahead + 1);
  }
});
