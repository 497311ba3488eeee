import { expect, it } from "vitest";
import type { ShownClock } from "#app/desk/show-level.server.ts";
import { english as say } from "#tests/setup/english.ts";
import { clockStateLabel } from "./level-words.ts";

const NOW = Date.parse("2026-11-24T09:00:00Z");
const clock = (given: Partial<ShownClock>): ShownClock => ({
  ...{ clock: "first", state: "running", atRisk: false, dueAt: null, leftMinutes: 0 },
  ...given,
});

it.each<[Partial<ShownClock>, string]>([
  [{ dueAt: "2026-11-24T11:10:00Z" }, "Due in 2 hr 10 min"],
  [{ dueAt: "2026-11-24T09:05:20Z" }, "Due in 5 min"],
  [{ dueAt: "2026-11-25T09:00:00Z" }, "Due in 24 hr"],
  [{ dueAt: "2026-11-27T10:00:00Z" }, "Due in 3 days"],
  [{ state: "paused", leftMinutes: 90 }, "Paused, 1 hr 30 min left (business hours)"],
  [{ state: "paused", leftMinutes: 50 * 60 }, "Paused, 50 hr left (business hours)"],
  [{ state: "paused", leftMinutes: -20 }, "Paused, 0 min left (business hours)"],
  [{ state: "met" }, "Met"],
  [{ state: "late" }, "Done late"],
  [{ state: "missed", dueAt: "2026-11-24T08:00:00Z" }, "Missed"],
])("says of %j: %s", (given, label) => {
  expect(clockStateLabel(say, clock(given), NOW)).toBe(label);
});

it("names no time on the server, whose clock is not the reader's", () => {
  expect(clockStateLabel(say, clock({ dueAt: "2026-11-24T11:10:00Z" }), null)).toBe("Running");
});
