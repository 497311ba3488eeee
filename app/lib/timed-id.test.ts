import { expect, it } from "vitest";
import { timedId } from "#app/lib/timed-id.ts";

it("is a UUID of version 7 that tells its time, and never the same", () => {
  const at = Date.UTC(2026, 10, 21);
  const id = timedId(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
  expect(new Set(Array.from({ length: 1_000 }, () => timedId(at))).size).toBe(1_000);
});

it("sorts by time", () => {
  const times = [0, 1, 4095, 4096, Date.UTC(2026, 0, 1), Date.UTC(9_000, 0, 1)];
  const ids = times.map(timedId);
  expect(ids.toSorted()).toEqual(ids);
});
