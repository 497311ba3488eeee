import { describe, expect, it } from "vitest";
import { after, applied, type Standing } from "./use-pending.ts";

const BEFORE: Standing = {
  ...{ status: "open", priority: "normal", snoozedUntil: null },
  ...{ assignee: { id: "7", name: "Tom" }, tags: ["vip", "late"] },
};
const of = (change: Parameters<typeof applied>[1]["change"], before = BEFORE) =>
  applied(before, { change, name: "Mia" });

describe("what is shown before the server answers", () => {
  it("is what was there, but for what was asked", () => {
    expect(of({ priority: "high" })).toEqual({ ...BEFORE, priority: "high" });
    expect(of({ assigneeId: "8" }).assignee).toEqual({ id: "8", name: "Mia" });
    expect(of({ assigneeId: null }).assignee).toBeNull();
  });

  it("adds tags as they are kept, and takes others away", () => {
    expect(of({ addTags: [" Wholesale ", "vip"], removeTags: ["late"] }).tags).toEqual(["vip", "wholesale"]);
  });

  it("sleeps, wakes and closes", () => {
    const at = "2026-11-24T08:00:00.000Z";
    const asleep = of({ snoozeUntil: at });
    expect(asleep).toMatchObject({ status: "snoozed", snoozedUntil: at });
    expect(of({ snoozeUntil: null }, asleep)).toMatchObject({ status: "open", snoozedUntil: null });
    expect(of({ status: "closed" }, asleep)).toMatchObject({ status: "closed", snoozedUntil: null });
  });
});

describe("once it is done", () => {
  const done = { change: { status: "closed" as const }, name: null, done: true, seen: null, looks: 0 };

  it("is what the server says as soon as that agrees", () => {
    const waiting = after(done, BEFORE);
    expect(waiting).toMatchObject({ seen: BEFORE });
    expect(waiting && after(waiting, { ...BEFORE, status: "closed" })).toBeNull();
  });

  it("stays through one answer that was begun before, and gives way to the next", () => {
    const stale = after({ ...done, seen: BEFORE }, { ...BEFORE });
    expect(stale).toMatchObject({ looks: 1 });
    expect(stale && after(stale, { ...BEFORE, status: "waiting" })).toBeNull();
  });
});
