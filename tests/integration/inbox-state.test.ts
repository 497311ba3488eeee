// What a row of the inbox says, and in which view it stands, after each thing that may happen to a conversation.
import { describe, expect, it } from "vitest";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { wakeConversations } from "#app/care/triage/wake-conversations.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { aDesk, deskOf, ME } from "#tests/factories/inbox-desk.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop, MORNING } from "#tests/factories/level-shop.ts";
import { mergeShop } from "#tests/factories/merge-shop.ts";
import { makeOrder, orderRowsOf, type GivenOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { receive } from "./mail/receiving.ts";

const BEGUN = new Date("2026-11-21T08:00:00Z");
const messageAt = async (id: string) => (await systemPrisma.message.findUniqueOrThrow({ where: { id } })).at;

describe("what comes in", () => {
  it("waits from its first message on, and begins with its newest", async () => {
    const { keys, row } = await aDesk();
    const first = await receive(keys, { text: "Hello,\n\nmy   parcel has not arrived." });
    const id = first.conversation?.id ?? "";
    const waitingSince = (await messageAt(first.messageId)).toISOString();
    expect(await row(id)).toMatchObject({
      waitingSince,
      preview: { by: "shopper", text: "Hello, my parcel has not arrived." },
    });
    const second = await receive(keys, {
      text: "Any news?",
      headers: { "In-Reply-To": `<${first.message?.content.mailMessageId}>` },
    });
    expect(second.conversation?.id).toBe(id);
    expect(await row(id)).toMatchObject({
      waitingSince,
      updatedAt: (await messageAt(second.messageId)).toISOString(),
      preview: { by: "shopper", text: "Any news?" },
    });
  });

  it("waits for nothing when a machine wrote it", async () => {
    const { keys, row, ids } = await aDesk();
    const { conversation } = await receive(keys, { headers: { "Auto-Submitted": "auto-replied" } });
    expect(await row(conversation?.id ?? "")).toMatchObject({ waitingSince: null, status: "closed" });
    expect(await ids("view=open")).toEqual([]);
  });
});

describe("a reply", () => {
  it("ends the waiting, and says how it begins", async () => {
    const desk = await aDesk();
    const { conversation, messageId } = await makeConversation(desk, { at: BEGUN });
    const { id } = conversation;
    await systemPrisma.conversation.update({ where: { id }, data: { waitingSince: BEGUN } });
    expect(await desk.row(id)).toMatchObject({ waitingSince: BEGUN.toISOString(), toReview: false });
    await makeDraftRow(desk, { conversationId: id, messageId });
    expect(await desk.row(id)).toMatchObject({ toReview: true });
    expect(await desk.ids("view=drafts")).toEqual([id]);
    await sendReply(desk.keys, {
      ...{ conversationId: id, messageId, text: "It arrives on Monday.", at: new Date() },
    });
    expect(await desk.row(id)).toMatchObject({
      waitingSince: null,
      status: "waiting",
      preview: { by: "shop", text: "It arrives on Monday." },
    });
    expect([await desk.ids("view=open"), await desk.ids("view=waiting")]).toEqual([[], [id]]);
  });

  it("answers nothing that came after it was approved", async () => {
    const { keys, row, ...desk } = await aDesk();
    const first = await receive(keys, {});
    const id = first.conversation?.id ?? "";
    const approvedAt = new Date();
    await systemPrisma.message.updateMany({
      where: { conversationId: id },
      data: { createdAt: new Date(approvedAt.getTime() - minutes(1)) },
    });
    const { messageId } = first;
    const { messageId: second } = await receive(keys, {
      text: "One thing more.",
      headers: { "In-Reply-To": `<${first.message?.content.mailMessageId}>` },
    });
    await systemPrisma.message.update({
      where: { id: second },
      data: { createdAt: new Date(approvedAt.getTime() + minutes(1)) },
    });
    await sendReply(keys, { conversationId: id, messageId, text: "It is on its way.", at: approvedAt });
    await desk.change(id, { status: "open" });
    expect(await row(id)).toMatchObject({ waitingSince: (await messageAt(second)).toISOString() });
  });
});

describe("how sure a reading is", () => {
  it("is a view of its own, until somebody says what was felt", async () => {
    const desk = await aDesk();
    const { conversation, messageId } = await makeConversation(desk, { at: new Date() });
    const place = { conversationId: conversation.id, messageId };
    await makeReading(desk.keys, place, { unsure: true });
    await systemPrisma.conversation.update({ where: { id: conversation.id }, data: { unsure: true } });
    expect(await desk.ids("view=unsure")).toEqual([conversation.id]);
    expect((await desk.inbox("")).counts.unsure).toBe(1);
    const corrected = await correctReading(
      { inShop: desk.inShop, now: () => new Date() },
      { shopId: desk.shop.id, ...place, emotion: "anger", staff: { id: ME } },
    );
    expect(corrected).toMatchObject({ outcome: "corrected" });
    expect(await desk.ids("view=unsure")).toEqual([]);
    expect(await desk.ids("view=open&emotion=anger")).toEqual([conversation.id]);
  });
});

describe("what is at risk", () => {
  it("is a service level that is warned of, as long as somebody waits", async () => {
    const shop = await levelShop({ targets: { normal: { first: 120, next: 60, resolve: null } } });
    const { row, ids, inbox } = deskOf(shop, () => shop.clock.now);
    const { conversationId: id } = await shop.asked();
    await shop.watch();
    shop.clock.now = new Date(MORNING.getTime() + minutes(89));
    expect([await ids("view=risk"), (await row(id))?.risk]).toEqual([[], null]);
    shop.clock.now = new Date(MORNING.getTime() + minutes(90));
    expect([await ids("view=risk"), (await row(id))?.risk]).toEqual([[id], "due"]);
    expect((await inbox("")).counts.risk).toBe(1);
    shop.clock.now = new Date(MORNING.getTime() + minutes(120));
    expect((await row(id))?.risk).toBe("overdue");
    await shop.moves(id, "closed", "closed");
    expect([await ids("view=risk"), (await row(id))?.risk]).toEqual([[], null]);
  });

  it("is a promise that is about to be broken, or was and nobody made up for it", async () => {
    const desk = await aDesk();
    const { conversation } = await makeConversation(desk);
    const { id } = conversation;
    const { id: promiseId } = await systemPrisma.promise.create({
      data: {
        ...{ shopId: desk.shop.id, conversationId: id, state: "open", sealed: Buffer.from("promise") },
        warnAt: new Date(Date.now() + hours(1)),
      },
    });
    const keep = (data: { warnAt?: Date; state?: string; keptAt?: Date }) =>
      systemPrisma.promise.update({ where: { id: promiseId }, data });
    expect(await desk.ids("view=risk")).toEqual([]);
    await keep({ warnAt: new Date(Date.now() - minutes(1)) });
    expect([await desk.ids("view=risk"), (await desk.row(id))?.risk]).toEqual([[id], "promise"]);
    await keep({ state: "broken" });
    expect([await desk.ids("view=risk"), (await desk.row(id))?.risk]).toEqual([[id], "broken"]);
    await keep({ keptAt: new Date() });
    expect([await desk.ids("view=risk"), (await desk.row(id))?.risk]).toEqual([[], null]);
  });
});

describe("where its order is", () => {
  const parcel = { trackingNumber: "JD0146000030" };
  const shipped = { updatedAt: "2026-11-14T09:00:00.000Z" };

  it("is said as soon as it is about one, and after each change of the order", async () => {
    const desk = await aDesk();
    const { order } = await makeOrder(desk.shop, desk.keys);
    const { conversation } = await makeConversation(desk, { orderIds: [order.id] });
    const mirrored = async (given: GivenOrder) => {
      const rows = orderRowsOf({ ...order, ...given });
      await desk.inShop((tx) => writeRows(sqlOf(tx), desk.keys, rows));
      await refreshDrafts({ ...noPorts, now: () => new Date() }, makeRun(desk.shop.id), [
        { data: { shopId: desk.shop.id, orderId: order.id }, trace: null },
      ]);
      return (await desk.row(conversation.id))?.orderState;
    };
    expect((await desk.row(conversation.id))?.orderState).toBe("not_shipped");
    expect(await desk.ids("view=all&order=not_shipped")).toEqual([conversation.id]);
    expect(await mirrored({ ...shipped, fulfillmentStatus: "fulfilled", fulfillments: [parcel] })).toBe(
      "on_its_way",
    );
    expect(await desk.ids("view=all&order=not_shipped")).toEqual([]);
    expect(await desk.ids("view=all&order=on_its_way&order=refunded")).toEqual([conversation.id]);
    expect(
      await mirrored({ updatedAt: "2026-11-15T09:00:00.000Z", cancelledAt: "2026-11-15T09:00:00.000Z" }),
    ).toBe("cancelled");
  });

  it("is none of a conversation that is about none", async () => {
    const desk = await aDesk();
    const { conversation } = await makeConversation(desk);
    expect(await desk.row(conversation.id)).toMatchObject({ orderState: null, order: null });
    expect(await desk.ids("view=all&order=none")).toEqual([conversation.id]);
  });
});

describe("what people do to it", () => {
  it("puts it off, and it comes back when its time has come", async () => {
    const clock = { now: new Date() };
    const desk = await aDesk(() => clock.now);
    const { conversation } = await makeConversation(desk);
    const { id } = conversation;
    const until = new Date(clock.now.getTime() + hours(3));
    await desk.change(id, { snoozeUntil: until });
    expect([await desk.ids(""), await desk.ids("view=snoozed")]).toEqual([[], [id]]);
    expect(await desk.row(id)).toMatchObject({ status: "snoozed", snoozedUntil: until.toISOString() });
    clock.now = until;
    const { id: shopId } = desk.shop;
    await wakeConversations({ ...noPorts, now: () => clock.now }, makeRun(shopId), { shopId });
    expect([await desk.ids(""), await desk.ids("view=snoozed")]).toEqual([[id], []]);
    expect(await desk.row(id)).toMatchObject({ snoozedUntil: null, updatedAt: until.toISOString() });
  });

  it("makes it spam, which no message of theirs brings back", async () => {
    const desk = await aDesk();
    const first = await receive(desk.keys, { subject: "Cheap watches" });
    const id = first.conversation?.id ?? "";
    await desk.change(id, { status: "spam" });
    await receive(desk.keys, {
      subject: "Re: Cheap watches",
      headers: { "In-Reply-To": `<${first.message?.content.mailMessageId}>` },
    });
    expect([await desk.ids(""), await desk.ids("view=spam")]).toEqual([[], [id]]);
  });

  it("gives it to somebody, tags it and closes it, each taken back by one undo", async () => {
    const desk = await aDesk();
    const { conversation } = await makeConversation(desk);
    const { id } = conversation;
    expect(await desk.ids("view=unassigned")).toEqual([id]);
    await desk.change(id, { assigneeId: ME, addTags: ["Autumn sale"], status: "closed" });
    expect([await desk.ids("view=unassigned"), await desk.ids("view=closed&assignee=me")]).toEqual([
      [],
      [id],
    ]);
    expect(await desk.ids("view=closed&tag=autumn+sale")).toEqual([id]);
    expect(await desk.row(id)).toMatchObject({ assignee: { id: ME, name: "Mia" } });
    await desk.inShop((tx) => undoChange(tx, { changeId: id, by: ME, at: new Date() }));
    expect([await desk.ids("view=unassigned"), await desk.ids("view=closed")]).toEqual([[id], []]);
    expect((await desk.row(id))?.tags).toEqual([]);
  });

  it("merges it and splits it, and each part waits for what was not answered in it", async () => {
    const shop = await mergeShop();
    const { row, ids } = deskOf(shop);
    const answered = await makeConversation(shop, { at: BEGUN });
    const [first, second] = [await shop.conversation(), answered.conversation];
    const since = async (id: string) => (await row(id))?.waitingSince;
    const asked = await since(first.id);
    expect(asked).toBeTruthy();
    const done = await shop.merge(second.id, first.id);
    expect(done).toMatchObject({ outcome: "merged" });
    expect(await ids("view=all")).toEqual([second.id]);
    expect(await row(second.id)).toMatchObject({
      waitingSince: asked,
      preview: { by: "shopper", text: expect.stringContaining("where is my parcel") },
    });
    const split = await shop.split(second.id, [answered.messageId]);
    if (split.outcome !== "split") throw new Error(split.outcome);
    expect(await since(second.id)).toBe(asked);
    expect((await row(second.id))?.preview?.text).toContain("Once more");
    expect(await since(split.conversationId)).toBe(BEGUN.toISOString());
  });
});
