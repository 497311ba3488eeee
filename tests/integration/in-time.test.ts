import { expect, it } from "vitest";
import { makeInTime } from "#app/ingest/in-time.server.ts";
import { milliseconds } from "#app/lib/duration.ts";

function deadline(within: number) {
  const told: number[] = [];
  const inTime = makeInTime<string>({ within, instead: "too late", tell: (late) => told.push(late) });
  return { ...inTime, told };
}
const never = () => new Promise<never>(() => {});

it("passes on what comes in time, an error too, and gives up nothing", async () => {
  const inTime = deadline(milliseconds(5_000));
  let left = 0;
  const leave = () => void (left += 1);
  await expect(inTime.wait(Promise.resolve("done"), leave)).resolves.toBe("done");
  await expect(inTime.wait(Promise.reject(new Error("refused")), leave)).rejects.toThrow("refused");
  expect([left, inTime.waiting(), inTime.told]).toEqual([0, 0, []]);
});

it("gives each up at its own time", async () => {
  const inTime = deadline(milliseconds(600));
  const left: string[] = [];
  const began = performance.now();
  const first = inTime.wait(never(), () => left.push("first"));
  await expect
    .poll(() => performance.now() - began, { interval: 5 })
    .toBeGreaterThanOrEqual(milliseconds(200));
  const second = inTime.wait(never(), () => left.push("second"));
  expect(inTime.waiting()).toBe(2);
  expect([await first, left]).toEqual(["too late", ["first"]]);
  expect([await second, left]).toEqual(["too late", ["first", "second"]]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(milliseconds(790));
  expect(inTime.told).toEqual([1, 1]);
});

it("says once how many were late together", async () => {
  const inTime = deadline(milliseconds(20));
  await Promise.all(Array.from({ length: 50 }, () => inTime.wait(never(), () => {})));
  expect(inTime.told.reduce((sum, late) => sum + late, 0)).toBe(50);
  expect(inTime.told.length).toBeLessThan(10);
});
