import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { wakeConversations } from "#app/care/triage/wake-conversations.server.ts";
import type { Change } from "#app/care/triage/change-of.ts";
import { goOn } from "#app/conversation/go-on.server.ts";
import { writeNote } from "#app/conversation/write-note.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Ports } from "#app/ports.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { fireWatches } from "#app/queue/fire-watches.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { EMAIL, inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

const at = new Date();
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  await makeStaff(keys, { id: "42", role: "owner" });
  await makeStaff(keys, { id: "7", name: "Tom Aguilar" });
  const conversation = async (given: Partial<Parameters<typeof makeConversation>[0]> = {}) =>
    (await makeConversation({ keys, ...given })).conversationId;
  const change = (ids: string[], changed: Change, more: { by?: string; changeId?: string; at?: Date } = {}) =>
    inShop((tx) => changeConversations(tx, keys, { ids, change: changed, by: "42", at, ...more }));
  const undoing = (changeId: string) => inShop((tx) => undoChange(tx, { changeId, by: "42", at }));
  const row = (id: string) =>
    systemPrisma.conversation.findUniqueOrThrow({
      where: { id },
      select: { status: true, priority: true, assigneeId: true, tags: true, snoozedUntil: true },
    });
  const events = async (conversationId: string) =>
    (
      await systemPrisma.conversationEvent.findMany({ where: { conversationId }, orderBy: { seq: "asc" } })
    ).map(({ kind, by, data }) => ({ kind, by, data }));
  return { shop, keys, inShop, conversation, change, undoing, row, events };
}

describe("changing conversations", () => {
  it("assigns, tags, sets the priority and closes, and writes down what was done, by whom", async () => {
    const { conversation, change, row, events } = await place();
    const id = await conversation();
    const made = {
      assigneeId: "7",
      addTags: ["VIP", "vip", "Gift"],
      priority: "high",
      status: "closed",
    } as const;
    expect(await change([id], { ...made, addTags: [...made.addTags] })).toEqual([{ id, outcome: "changed" }]);
    expect(await row(id)).toEqual({
      ...{ status: "closed", priority: "high", assigneeId: "7", tags: ["vip", "gift"], snoozedUntil: null },
    });
    expect(await events(id)).toEqual([
      { kind: "assigned", by: "42", data: { from: null, to: "7" } },
      { kind: "tagged", by: "42", data: { tags: ["vip", "gift"] } },
      { kind: "priority", by: "42", data: { from: "normal", to: "high" } },
      { kind: "closed", by: "42", data: { from: "open", to: "closed" } },
    ]);
    expect(await change([id], { ...made, addTags: ["Vip"] })).toEqual([{ id, outcome: "unchanged" }]);
    expect(await events(id)).toHaveLength(4);
  });

  it("leaves when it last moved as it was: nobody wrote", async () => {
    const { conversation, change } = await place();
    const written = new Date("2026-03-01T10:00:00Z");
    const id = await conversation({ at: written });
    await change([id], { addTags: ["vip"], status: "closed" });
    const { updatedAt } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id } });
    expect(updatedAt).toEqual(written);
  });

  it("does to the others what it cannot do to one", async () => {
    const { conversation, change } = await place();
    const [spam, open] = [await conversation({ status: "spam" }), await conversation()];
    expect(await change([spam, "nobodys", open], { snoozeUntil: later(2) })).toEqual([
      { id: spam, outcome: "refused", why: "is_spam" },
      { id: "nobodys", outcome: "not_found" },
      { id: open, outcome: "changed" },
    ]);
    expect(await change([open], { snoozeUntil: at })).toMatchObject([{ why: "not_in_future" }]);
    expect(await change([open], { assigneeId: "999" })).toMatchObject([{ why: "no_such_member" }]);
  });

  it("sees nothing of another shop's", async () => {
    const { conversation } = await place();
    const other = await place();
    const id = await conversation();
    expect(await other.change([id], { status: "closed" })).toEqual([{ id, outcome: "not_found" }]);
  });

  it("takes 500 at once, twice over in other orders, without one waiting for the other for ever", async () => {
    const { conversation, change, shop } = await place();
    const ids = await Promise.all(Array.from({ length: 60 }, () => conversation()));
    const many = [...ids, ...Array.from({ length: 440 }, () => randomUUID())];
    const [first, second] = await Promise.all([
      change(many, { addTags: ["a"], status: "closed" }),
      change(many.toReversed(), { addTags: ["b"], priority: "high" }),
    ]);
    expect(first.filter(({ outcome }) => outcome === "changed")).toHaveLength(60);
    expect(second.filter(({ outcome }) => outcome === "changed")).toHaveLength(60);
    const rows = await systemPrisma.conversation.findMany({ where: { shopId: shop.id } });
    expect(new Set(rows.map(({ tags }) => tags.toSorted().join()))).toEqual(new Set(["a,b"]));
    await expect(change([...many, "one more"], { addTags: ["c"] })).rejects.toThrow(/At most 500/);
  });
});

describe("beside a redaction and people at work", () => {
  it("comes before or after each of them, and leaves nothing of who was redacted", async () => {
    const { shop, keys, hers, his } = await inhabitedShop();
    await makeStaff(keys, { id: "42", role: "owner" });
    const inShop = forShop(shop.id);
    const deliveryId = await makeDelivery(keys, {
      ...{ topic: "customers/redact", domain: shop.domain },
      body: { shop_id: 1, shop_domain: shop.domain, customer: { email: EMAIL }, orders_to_redact: [] },
    });
    const both = [hers.conversationId, his.conversationId];
    const change = (ids: string[], tag: string) =>
      inShop((tx) =>
        changeConversations(tx, keys, { ids, change: { addTags: [tag], assigneeId: "42" }, by: "42", at }),
      );
    const write = (conversationId: string) =>
      inShop((tx) =>
        writeNote(tx, keys, { conversationId, text: "Jonna again", mentions: [], by: "42", at }),
      );
    const work = Array.from({ length: 4 }, (_, turn) => [
      change(both, `a${turn}`),
      change(both.toReversed(), `b${turn}`),
      write(hers.conversationId),
      inShop((tx) => markSent(tx, { shopId: shop.id, conversationId: both[turn % 2] ?? "" })),
    ]).flat();
    const redacted = redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    await Promise.all([...work, redacted]);
    expect(await write(hers.conversationId)).toEqual({ outcome: "not_found" });
    const left = { shopId: shop.id, conversationId: hers.conversationId };
    expect(await systemPrisma.note.count({ where: left })).toBe(0);
    expect(await systemPrisma.conversationEvent.count({ where: left })).toBe(0);
    const { tags } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: his.conversationId } });
    expect(tags).toHaveLength(8);
  });
});

/** A conversation and then its drafts are held, as by whoever approves a draft. */
async function markSent(tx: Tx, { shopId, conversationId }: { shopId: string; conversationId: string }) {
  await lockAgainstRedaction(sqlOf(tx), shopId);
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  await tx.draft.updateMany({ where: { conversationId }, data: { decidedAt: at } });
  await tx.conversation.updateMany({ where: { id: conversationId }, data: { status: "waiting" } });
}

describe("taking a change back", () => {
  it("puts back what is still as the change left it, and says what is not", async () => {
    const { conversation, change, undoing, row, events } = await place();
    const [one, other, gone] = [await conversation(), await conversation(), await conversation()];
    const changeId = randomUUID();
    await change([one, other, gone], { status: "closed", addTags: ["vip"], assigneeId: "7" }, { changeId });
    // Somebody went on with the second, and the third is no more.
    await change([other], { status: "open", assigneeId: "42" }, { by: "7" });
    await systemPrisma.conversation.delete({ where: { id: gone } });

    const undone = await undoing(changeId);
    expect(undone).toMatchObject({ outcome: "undone", ids: [one, other].toSorted() });
    const kept = undone.outcome === "undone" ? undone.kept : [];
    expect(kept.toSorted((a, b) => (a.id + a.kind < b.id + b.kind ? -1 : 1))).toEqual(
      [
        { id: other, kind: "assigned", why: "changed_since" },
        { id: other, kind: "closed", why: "changed_since" },
        { id: gone, kind: "assigned", why: "gone" },
        { id: gone, kind: "closed", why: "gone" },
        { id: gone, kind: "tagged", why: "gone" },
      ].toSorted((a, b) => (a.id + a.kind < b.id + b.kind ? -1 : 1)),
    );
    expect(await row(one)).toMatchObject({ status: "open", tags: [], assigneeId: null });
    expect(await row(other)).toMatchObject({ status: "open", tags: [], assigneeId: "42" });
    expect((await events(one)).at(-1)).toMatchObject({ kind: "reopened", data: { undoes: changeId } });
  });

  it("does it once, and can take back the undoing", async () => {
    const { conversation, change, undoing, row } = await place();
    const id = await conversation({ status: "waiting" });
    const changeId = randomUUID();
    await change([id], { snoozeUntil: later(3) }, { changeId });
    const undone = await undoing(changeId);
    expect(await row(id)).toMatchObject({ status: "waiting", snoozedUntil: null });
    expect(await undoing(changeId)).toMatchObject({
      ids: [],
      kept: [{ id, kind: "snoozed", why: "undone_before" }],
    });
    await undoing(undone.outcome === "undone" ? undone.changeId : "");
    expect(await row(id)).toMatchObject({ status: "snoozed", snoozedUntil: later(3) });
    expect(await undoing(randomUUID())).toEqual({ outcome: "not_found" });
  });

  it("leaves what the shopper's next message opened, also when it is closed again", async () => {
    const { conversation, change, undoing, row, inShop } = await place();
    const id = await conversation();
    const changeId = randomUUID();
    await change([id], { status: "closed" }, { changeId });
    await inShop(async (tx) => write(tx, id));
    await change([id], { status: "closed" });
    expect(await undoing(changeId)).toMatchObject({ ids: [], kept: [{ id, why: "changed_since" }] });
    expect(await row(id)).toMatchObject({ status: "closed" });
  });

  it("gives nothing back to who left the team", async () => {
    const { conversation, change, undoing, row, shop } = await place();
    const id = await conversation();
    await change([id], { assigneeId: "7" });
    const changeId = randomUUID();
    await change([id], { assigneeId: null, addTags: ["vip"] }, { changeId });
    await systemPrisma.staffMember.updateMany({
      where: { shopId: shop.id, id: "7" },
      data: { removedAt: at },
    });
    expect(await undoing(changeId)).toMatchObject({ ids: [id], kept: [{ kind: "assigned" }] });
    expect(await row(id)).toMatchObject({ assigneeId: null, tags: [] });
  });
});

type Tx = Parameters<typeof goOn>[0];

/** The shopper writes into a conversation. */
async function write(tx: Tx, id: string, automatic: string | null = null) {
  const thread = await tx.conversation.findUniqueOrThrow({ where: { id } });
  const { contactIndex } = thread;
  await goOn(tx, thread, { at, contactIndex, customerId: null, orderIds: [], tokens: [], automatic });
}

describe("what is snoozed", () => {
  it("wakes when its time has come, stands first, and is looked for in the database alone", async () => {
    const { conversation, change, row, events, shop } = await place();
    const [due, other] = [await conversation(), await conversation()];
    await change([due], { snoozeUntil: later(1) });
    await change([other], { snoozeUntil: later(9) });
    const snoozes = { table: "conversations", event: "snoozes-ended" } as const;
    const jobs = () => systemPrisma.job.count({ where: { shopId: shop.id, name: "wakeConversations" } });
    await fireWatches(snoozes, later(0.5));
    expect(await jobs()).toBe(0);
    await fireWatches(snoozes, later(2));
    await fireWatches(snoozes, later(2));
    expect(await jobs()).toBe(1);

    const wake = () =>
      wakeConversations({ now: () => later(2) } as Ports, makeRun(shop.id), { shopId: shop.id });
    expect(await wake()).toBe("woke 1 conversations");
    expect(await wake()).toBe("woke 0 conversations");
    expect(await row(due)).toMatchObject({ status: "open", snoozedUntil: null });
    expect(await row(other)).toMatchObject({ status: "snoozed" });
    expect((await events(due)).at(-1)).toEqual({
      kind: "woke",
      by: "attune",
      data: { from: "snoozed", to: "open", fromUntil: later(1).toISOString(), why: "due" },
    });
    const { updatedAt } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: due } });
    expect(updatedAt).toEqual(later(2));
  });

  it.each([
    ["snoozed", "open", ["woke"]],
    ["closed", "open", ["reopened"]],
    ["waiting", "open", []],
    ["spam", "spam", []],
  ])("is opened by the shopper's next message when it is %s: %s", async (status, after, kinds) => {
    const { conversation, row, events, inShop } = await place();
    const id = await conversation({ status });
    if (status === "snoozed")
      await systemPrisma.conversation.update({ where: { id }, data: { snoozedUntil: later(4) } });
    await inShop((tx) => write(tx, id));
    expect(await row(id)).toMatchObject({ status: after, snoozedUntil: null });
    expect((await events(id)).map(({ kind, by }) => [kind, by])).toEqual(
      kinds.map((kind) => [kind, "shopper"]),
    );
  });

  it("sleeps on when a machine answers", async () => {
    const { conversation, change, row, inShop } = await place();
    const id = await conversation();
    await change([id], { snoozeUntil: later(4) });
    await inShop((tx) => write(tx, id, "auto_reply"));
    expect(await row(id)).toMatchObject({ status: "snoozed", snoozedUntil: later(4) });
  });
});
