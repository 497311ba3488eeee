import { expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

const at = (minute: number) => ({ at: `2026-11-22T10:${String(minute).padStart(2, "0")}:00.000Z` });
const minutes = (thread: number[], beside: number[]) =>
  inOrder(thread.map(at), beside.map(at)).map(({ of, entry }) => `${of} ${Number(entry.at.slice(14, 16))}`);

it("puts notes between the messages that they came between", () => {
  expect(minutes([5, 10], [1, 5, 7, 20])).toEqual([
    ...["beside 1", "thread 5", "beside 5", "beside 7", "thread 10", "beside 20"],
  ]);
});

it("keeps the thread's own order, whatever its clocks say", () => {
  expect(minutes([10, 5], [7])).toEqual(["beside 7", "thread 10", "thread 5"]);
  expect(minutes([], [7])).toEqual(["beside 7"]);
  expect(minutes([3], [])).toEqual(["thread 3"]);
});
