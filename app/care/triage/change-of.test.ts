import { describe, expect, it } from "vitest";
import { changeOf, LONGEST_SNOOZE, type Change, type Triaged } from "./change-of.ts";
import { MOST_TAGS } from "#app/conversation/tag.ts";

const at = new Date("2026-03-17T10:00:00Z");
const tomorrow = new Date("2026-03-18T10:00:00Z");
const before = (given: Partial<Triaged> = {}): Triaged => ({
  ...{ status: "open", priority: "normal", assigneeId: null, tags: [], snoozedUntil: null, ...given },
});
const made = (state: Triaged, change: Change) => {
  const changed = changeOf(state, change, at);
  return changed.outcome === "changed" ? changed : null;
};

describe("a change to a conversation", () => {
  it.each([
    ["closes", before(), { status: "closed" }, "closed", { status: "closed" }],
    ["reopens", before({ status: "closed" }), { status: "open" }, "reopened", { status: "open" }],
    ["opens what waits", before({ status: "waiting" }), { status: "open" }, "reopened", { status: "open" }],
    ["marks spam", before(), { status: "spam" }, "spam", { status: "spam" }],
    ["opens spam", before({ status: "spam" }), { status: "open" }, "reopened", { status: "open" }],
    [
      "snoozes",
      before(),
      { snoozeUntil: tomorrow },
      "snoozed",
      { status: "snoozed", snoozedUntil: tomorrow },
    ],
    [
      "wakes",
      before({ status: "snoozed", snoozedUntil: tomorrow }),
      { snoozeUntil: null },
      "woke",
      { status: "open", snoozedUntil: null },
    ],
    [
      "closes what is snoozed",
      before({ status: "snoozed", snoozedUntil: tomorrow }),
      { status: "closed" },
      "closed",
      { status: "closed", snoozedUntil: null },
    ],
  ] as const)("%s", (...[, state, change, kind, after]) => {
    expect(made(state, change)).toMatchObject({ after, done: [{ kind }] });
  });

  it("snoozes for longer, and keeps until when it was", () => {
    const state = before({ status: "snoozed", snoozedUntil: tomorrow });
    const until = new Date("2026-03-20T10:00:00Z");
    expect(made(state, { snoozeUntil: until })?.done).toEqual([
      {
        kind: "snoozed",
        data: {
          ...{ from: "snoozed", to: "snoozed" },
          ...{ fromUntil: tomorrow.toISOString(), until: until.toISOString() },
        },
      },
    ]);
  });

  it("adds and removes tags, each once, and removes what is to be both", () => {
    const changed = made(before({ tags: ["vip", "gift"] }), {
      addTags: ["VIP", "new", "gift"],
      removeTags: ["Gift", "unknown"],
    });
    expect(changed?.after.tags).toEqual(["vip", "new"]);
    expect(changed?.done).toEqual([
      { kind: "tagged", data: { tags: ["new"] } },
      { kind: "untagged", data: { tags: ["gift"] } },
    ]);
  });

  it.each([
    ["the same again", before({ assigneeId: "7" }), { assigneeId: "7" }],
    ["a tag that is there", before({ tags: ["vip"] }), { addTags: ["ViP"] }],
    ["waking what is awake", before({ status: "waiting" }), { snoozeUntil: null }],
    ["nothing", before(), {}],
  ] as const)("is none when it is %s", (_what, state, change) => {
    const asked: Change = "addTags" in change ? { addTags: [...change.addTags] } : change;
    expect(changeOf(state, asked, at)).toEqual({ outcome: "unchanged" });
  });

  it.each([
    ["for a time that is over", before(), { snoozeUntil: at }, "not_in_future"],
    ["for ever", before(), { snoozeUntil: new Date(at.getTime() + LONGEST_SNOOZE + 1) }, "too_far"],
    ["as spam", before({ status: "spam" }), { snoozeUntil: tomorrow }, "is_spam"],
  ] as const)("does not snooze %s", (...[, state, change, why]) => {
    expect(changeOf(state, change, at)).toEqual({ outcome: "refused", why });
  });

  it("does not tag without end, and lets go of tags all the same", () => {
    const full = before({ tags: Array.from({ length: MOST_TAGS }, (_, index) => `tag ${index}`) });
    expect(changeOf(full, { addTags: ["more"] }, at)).toEqual({ outcome: "refused", why: "too_many_tags" });
    expect(changeOf(full, { addTags: ["more"], removeTags: ["tag 1"] }, at)).toMatchObject({
      outcome: "changed",
    });
  });
});
