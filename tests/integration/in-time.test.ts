import { expect, it } from "vitest";
import { makeInTime, TooLate } from "#app/ingest/in-time.server.ts";
import { milliseconds } from "#app/lib/duration.ts";

const never = () => new Promise<never>(() => {});

it("passes on what comes in time, an error too, and gives up nothing", async () => {
  const inTime = makeInTime(milliseconds(5_000));
  let givenUp = 0;
  const giveUp = () => void (givenUp += 1);
  await expect(inTime.wait(Promise.resolve("done"), giveUp)).resolves.toBe("done");
  await expect(inTime.wait(Promise.reject(new Error("refused")), giveUp)).rejects.toThrow("refused");
  expect([givenUp, inTime.waiting()]).toEqual([0, 0]);
});

it("gives each up at its own time, in order", async () => {
  const inTime = makeInTime(milliseconds(60));
  const order: string[] = [];
  const began = performance.now();
  const first = inTime.wait(never(), () => order.push("first"));
  await expect
    .poll(() => performance.now() - began, { interval: 5 })
    .toBeGreaterThanOrEqual(milliseconds(20));
  const second = inTime.wait(never(), () => order.push("second"));
  expect(inTime.waiting()).toBe(2);
  await expect(first).rejects.toThrow(TooLate);
  expect(order).toEqual(["first"]);
  await expect(second).rejects.toThrow(TooLate);
  expect(order).toEqual(["first", "second"]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(milliseconds(79));
});
