import { expect, it } from "vitest";
import { leaves } from "./list-change.ts";

it.each([
  ["open", { status: "closed" }, true],
  ["mine", { snoozeUntil: "2026-11-21T09:00:00.000Z" }, true],
  ["snoozed", { snoozeUntil: "2026-11-21T09:00:00.000Z" }, false],
  ["snoozed", { snoozeUntil: null, status: "open" }, true],
  ["all", { status: "spam" }, false],
  ["drafts", { status: "closed" }, false],
  ["mine", { assigneeId: "7" }, true],
  ["mine", { assigneeId: "42" }, false],
  ["unassigned", { assigneeId: "42" }, true],
  ["unassigned", { assigneeId: null }, false],
  ["open", { assigneeId: "7" }, false],
  ["open", { addTags: ["vip"] }, false],
] as const)("in %s, %j puts away: %s", (view, change, expected) =>
  expect(leaves(view, change as Parameters<typeof leaves>[1], "42")).toBe(expected),
);
