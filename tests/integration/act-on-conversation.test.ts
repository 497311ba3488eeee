import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { forShop } from "#app/db.server.ts";
import { showTeam } from "#app/desk/show-team.server.ts";
import { days } from "#app/lib/duration.ts";
import { actOnConversation } from "#app/routes/conversation/act-on-conversation.server.ts";
import type { Role } from "#app/shop/roles.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const [OWNER, MIA] = ["1", "2"];

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  await makeStaff(keys, { id: OWNER, role: "owner", name: "Ada Owner" });
  await makeStaff(keys, { id: MIA, name: "Mia Berg" });
  const { conversationId } = await makeConversation({ keys, subject: "Where is my parcel?" });
  const staff = (id: string): { id: string; role: Role } => ({
    ...{ id, role: id === OWNER ? "owner" : "reviewer" },
  });
  const act = (by: string, body: unknown, id = conversationId) =>
    actOnConversation({ keys, inShop, staff: { ...staff(by), name: "" } }, id, body);
  const team = (by: string, id = conversationId) =>
    inShop((tx) => showTeam(tx, keys, { conversationId: id, staff: staff(by) }));
  return { conversationId, act, team };
}

/** What was done to a conversation, in its order. */
async function kindsOf(conversationId: string): Promise<string[]> {
  const events = await systemPrisma.conversationEvent.findMany({
    where: { conversationId },
    orderBy: { seq: "asc" },
  });
  return events.map(({ kind }) => kind);
}

describe("acting on a conversation from its screen", () => {
  it("writes, changes and removes a note, each only by who may, and shows them oldest first", async () => {
    const { act, team } = await place();
    const first = await act(OWNER, { what: "note", text: "First", mentions: [] });
    await act(MIA, { what: "note", text: "@Ada Owner second", mentions: [OWNER] });
    expect((await team(MIA))?.notes.map(({ text, mayChange }) => [text, mayChange])).toEqual([
      ["First", false],
      ["@Ada Owner second", true],
    ]);
    const { noteId } = first.outcome === "done" ? first : {};
    const anew = { what: "edit-note", noteId, text: "First of all", mentions: [] };
    expect(await act(MIA, anew)).toEqual({ outcome: "refused", why: "forbidden" });
    expect(await act(OWNER, anew)).toEqual({ outcome: "done" });
    expect((await team(OWNER))?.notes[0]).toMatchObject({ text: "First of all", by: { name: "Ada Owner" } });
    expect(await act(OWNER, { what: "remove-note", noteId })).toEqual({ outcome: "done" });
    expect((await team(OWNER))?.notes).toHaveLength(1);

    expect(
      await systemPrisma.note.count({ where: { seenBy: { has: OWNER }, mentions: { has: OWNER } } }),
    ).toBe(0);
    expect(await act(OWNER, { what: "seen" })).toEqual({ outcome: "done" });
    expect(
      await systemPrisma.note.count({ where: { seenBy: { has: OWNER }, mentions: { has: OWNER } } }),
    ).toBe(1);
  });

  it("shows nothing of a conversation that is not there, or no longer", async () => {
    const { team } = await place();
    expect(await team(OWNER, randomUUID())).toBeNull();
  });

  it("escalates and hands over, and says by which change that is undone", async () => {
    const { conversationId, act, team } = await place();
    const escalated = await act(OWNER, { what: "escalate", to: MIA, reason: "They name a lawyer." });
    expect(escalated).toEqual({ outcome: "done", changeId: expect.any(String) });
    expect(await team(OWNER)).toMatchObject({
      ...{ me: OWNER, assignee: { id: MIA, name: "Mia Berg" }, tags: ["escalated"], snoozedUntil: null },
      notes: [{ text: "They name a lawyer." }],
    });
    const until = new Date(Date.now() + days(2)).toISOString();
    const handed = await act(MIA, { what: "hand-over", to: OWNER, until, note: "" });
    expect(handed).toEqual({ outcome: "done", changeId: expect.any(String) });
    expect(await systemPrisma.promise.findMany({ where: { conversationId } })).toMatchObject([
      { owner: OWNER },
    ]);
  });

  it("escalates once, however often the same is asked for, and says what was written last", async () => {
    const { conversationId, act, team } = await place();
    const ask = { what: "escalate", key: randomUUID(), to: MIA, reason: "They name a lawyer." };
    const first = await act(OWNER, ask);
    expect(await act(OWNER, ask)).toEqual(first);
    expect(await act(OWNER, { ...ask, reason: "They name a lawyer, twice." })).toEqual(first);
    expect((await team(OWNER))?.notes).toMatchObject([{ text: "They name a lawyer, twice." }]);
    expect(await kindsOf(conversationId)).toEqual(["noted", "assigned", "tagged", "priority", "escalated"]);
    // To somebody else, or of another conversation, it is something else.
    const other = await act(OWNER, { ...ask, to: OWNER });
    expect(other).toEqual({ outcome: "done", changeId: expect.any(String) });
    expect(other).not.toEqual(first);
    const { conversationId: second } = await place();
    expect(await act(OWNER, ask, second)).toEqual({ outcome: "refused", why: "not_found" });
  });

  it("hands over once, though its time is over when it is asked for again", async () => {
    const { conversationId, act, team } = await place();
    const until = new Date(Date.now() + 60_000).toISOString();
    const ask = { what: "hand-over", key: randomUUID(), to: MIA, until, note: "" };
    const both = await Promise.all([act(OWNER, ask), act(OWNER, ask)]);
    expect(both[1]).toEqual(both[0]);
    expect(both[0]).toMatchObject({ outcome: "done" });
    vi.useFakeTimers({ now: Date.now() + days(1), toFake: ["Date"] });
    expect(await act(OWNER, { ...ask, note: "She knows the depot." })).toEqual(both[0]);
    vi.useRealTimers();
    expect((await team(OWNER))?.notes).toMatchObject([{ text: "She knows the depot." }]);
    expect(await kindsOf(conversationId)).toEqual(["assigned", "handed_over", "noted"]);
    expect(await systemPrisma.promise.count({ where: { conversationId } })).toBe(1);
  });

  it.each([
    [{ what: "note", text: " ", mentions: [] }, "blank"],
    [{ what: "note", text: "Hello", mentions: ["99"] }, "no_such_member"],
    [{ what: "escalate", to: "99", reason: "Why" }, "no_such_member"],
    [{ what: "hand-over", to: MIA, until: "2020-01-01T00:00:00.000Z", note: "" }, "not_in_future"],
    [{ what: "hand-over", to: MIA, until: "tomorrow", note: "" }, "bad_input"],
    [{ what: "remove-note", noteId: "none" }, "not_found"],
    [{ what: "fly" }, "bad_input"],
    [null, "bad_input"],
  ])("refuses %j as %s", async (body, why) => {
    const { act } = await place();
    expect(await act(OWNER, body)).toEqual({ outcome: "refused", why });
  });

  it("knows nothing of another shop's", async () => {
    const [ours, theirs] = [await place(), await place()];
    const noted = await ours.act(OWNER, { what: "note", text: "Hello", mentions: [] }, theirs.conversationId);
    expect(noted).toEqual({ outcome: "refused", why: "not_found" });
  });
});
