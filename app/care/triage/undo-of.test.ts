import { describe, expect, it } from "vitest";
import { changeOf, type Change, type Triaged } from "./change-of.ts";
import { undoOf } from "./undo-of.ts";

const at = new Date("2026-03-17T10:00:00Z");
const tomorrow = new Date("2026-03-18T10:00:00Z");
const before: Triaged = {
  ...{ status: "waiting", priority: "normal", assigneeId: "1", tags: ["vip"], snoozedUntil: null },
};
const members = new Set(["1", "2"]);

function make(state: Triaged, change: Change) {
  const changed = changeOf(state, change, at);
  if (changed.outcome !== "changed") throw new Error(changed.outcome);
  return { after: changed.after, done: changed.done };
}

const everything: Change = {
  ...{ assigneeId: "2", addTags: ["gift"], removeTags: ["vip"], priority: "urgent", snoozeUntil: tomorrow },
};

describe("taking a change back", () => {
  it("gives back what was before, field by field", () => {
    const { after, done } = make(before, everything);
    const undone = undoOf(after, { change: done, since: [], members });
    expect(undone).toMatchObject({ after: before, kept: [] });
    expect(undone.done.map(({ kind }) => kind).toSorted()).toEqual([
      ...["assigned", "priority", "tagged", "untagged", "woke"],
    ]);
  });

  it("can be taken back itself", () => {
    const { after, done } = make(before, everything);
    const undone = undoOf(after, { change: done, since: [], members });
    const redone = undoOf(undone.after, { change: undone.done, since: [], members });
    expect(redone.after).toEqual({ ...after, tags: ["gift"] });
  });

  it.each([
    ["assigned to somebody else", { assigneeId: null }, "assigned"],
    ["given another priority", { priority: "low" }, "priority"],
    ["closed", { status: "closed" }, "snoozed"],
    ["given the tag again", { addTags: ["vip"] }, "untagged"],
  ] as const)("leaves what was %s since, and puts back the rest", (_what, next, kind) => {
    const { after, done } = make(before, everything);
    const asked: Change = "addTags" in next ? { addTags: [...next.addTags] } : next;
    const since = make(after, asked);
    const undone = undoOf(since.after, { change: done, since: since.done, members });
    expect(undone.kept).toEqual([{ kind, why: "changed_since" }]);
    expect(undone.done).toHaveLength(4);
  });

  it("leaves what was changed to and fro since", () => {
    const { after, done } = make(before, { priority: "urgent" });
    const there = make(after, { priority: "low" });
    const back = make(there.after, { priority: "urgent" });
    const since = [...there.done, ...back.done];
    expect(undoOf(back.after, { change: done, since, members })).toMatchObject({
      ...{ after: back.after, done: [], kept: [{ kind: "priority", why: "changed_since" }] },
    });
  });

  it("leaves what moved on without a word, as a reply or a message does", () => {
    const { after, done } = make({ ...before, status: "open" }, { status: "closed" });
    const answered = { ...after, status: "waiting" };
    expect(undoOf(answered, { change: done, since: [], members })).toMatchObject({
      ...{ after: answered, kept: [{ kind: "closed", why: "changed_since" }] },
    });
  });

  it("gives nothing to who is not in the team any more", () => {
    const { after, done } = make(before, { assigneeId: "2" });
    expect(undoOf(after, { change: done, since: [], members: new Set(["2"]) }).kept).toEqual([
      { kind: "assigned", why: "changed_since" },
    ]);
  });

  it("says what cannot be put back", () => {
    const change = [{ kind: "noted", data: { noteId: "n1" } }];
    expect(undoOf(before, { change, since: [], members })).toEqual({
      ...{ after: before, done: [], kept: [{ kind: "noted", why: "stays" }] },
    });
  });
});
