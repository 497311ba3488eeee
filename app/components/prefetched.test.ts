import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aheadOf, forgetAhead, isAhead, prefetched } from "./prefetched.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aLoader() {
  let asked = 0;
  const ahead = prefetched<number>();
  const ask = () => Promise.resolve((asked += 1));
  return { lookUp: (id: string) => ahead.lookUp(id, ask), load: (id: string) => ahead.load(id, ask) };
}

it("shows what was looked up ahead, once", async () => {
  const { lookUp, load } = aLoader();
  await lookUp("a");
  expect(await load("a")).toBe(1);
  expect(await load("a")).toBe(2);
});

it("looks again at what nobody looked up, what is old, and what changed since", async () => {
  const { lookUp, load } = aLoader();
  expect(await load("b")).toBe(1);
  await lookUp("b");
  vi.advanceTimersByTime(16_000);
  expect(await load("b")).toBe(3);
  for (const changed of [["b", "c"], null]) {
    await lookUp("b");
    vi.advanceTimersByTime(10);
    forgetAhead(changed);
    vi.advanceTimersByTime(10);
    expect(await load("b")).toBe(changed ? 5 : 7);
  }
});

it("keeps a failure ahead of a click to itself, and asks again at the click", async () => {
  const ahead = prefetched<string>();
  const down = () => Promise.reject(new Error("down"));
  expect(await ahead.lookUp("c", down)).toBeNull();
  expect(await ahead.load("c", () => Promise.resolve("there"))).toBe("there");
  await ahead.lookUp("c", down);
  await expect(ahead.load("c", down)).rejects.toThrow("down");
});

it("knows by the address what is asked for ahead", () => {
  const at = (path: string) => ({ url: `https://app.example.test${path}` });
  expect(isAhead(at(aheadOf("/inbox/1")))).toBe(true);
  expect(isAhead(at("/inbox/1"))).toBe(false);
});
