import { describe, expect, it } from "vitest";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { mergeShop } from "#tests/factories/merge-shop.ts";
import { makeConversation, makeDelivery, makeDraftRow } from "#tests/factories/reply.ts";

const LATER = 9;

/** A conversation that was merged into another one, and there somebody answered its newest message. */
async function answeredThere() {
  const shop = await mergeShop();
  const [first, second] = [await shop.conversation(), await shop.conversation()];
  const done = await shop.merge(second.id, first.id);
  if (done.outcome !== "merged") throw new Error(done.outcome);
  const messageId = first.messageIds[2] ?? "";
  const delivery = await makeDelivery(shop, { conversationId: second.id, messageId, version: LATER });
  await systemPrisma.draft.updateMany({
    where: { messageId, id: { not: delivery.draftId ?? "" } },
    data: { status: "superseded" },
  });
  const approveAnother = async () => {
    const draft = await makeDraftRow(shop, { conversationId: first.id, messageId, version: LATER + 1 });
    return approveDraft(
      { inShop: shop.inShop, now: () => new Date() },
      {
        ...{ shopId: shop.shopId, conversationId: first.id, draftId: draft.id },
        staff: { id: "42", name: "Mia" },
      },
    );
  };
  const head = () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: first.id } });
  return { ...shop, first, second, mergeId: done.mergeId, messageId, delivery, approveAnother, head };
}

describe("a message that was answered while its conversation was part of another one", () => {
  it("takes the reply that waits to leave back with it, and gets no second one", async () => {
    const shop = await answeredThere();
    const file = await systemPrisma.attachment.create({
      data: {
        ...{ shopId: shop.shopId, placeId: shop.second.id, deliveryId: shop.delivery.id },
        ...{
          size: 3,
          mimeType: "text/plain",
          sealedName: Buffer.from("a"),
          sealedContent: Buffer.from("abc"),
        },
      },
    });
    await shop.unmerge(shop.mergeId);
    expect(await systemPrisma.delivery.findUniqueOrThrow({ where: { id: shop.delivery.id } })).toMatchObject({
      conversationId: shop.first.id,
      status: "queued",
    });
    expect(
      await systemPrisma.draft.findUniqueOrThrow({ where: { id: shop.delivery.draftId ?? "" } }),
    ).toMatchObject({ conversationId: shop.first.id });
    const { placeId } = await systemPrisma.attachment.findUniqueOrThrow({ where: { id: file.id } });
    expect(placeId).toBe(shop.first.id);
    expect((await shop.head()).status).toBe("waiting");
    expect(await shop.approveAnother()).toEqual({
      outcome: "already_sent",
      deliveryId: shop.delivery.id,
    });
  });

  it("has what was said to its shopper beside it, and waits for nothing", async () => {
    const shop = await answeredThere();
    const { delivery, keys } = shop;
    await shop.inShop(async (tx) => {
      await tx.delivery.update({ where: { id: delivery.id }, data: { status: "sent" } });
      await recordSent(tx, keys, { delivery, at: new Date() });
      await tx.promise.create({
        data: {
          ...{ shopId: shop.shopId, conversationId: shop.second.id, deliveryId: delivery.id },
          ...{ draftId: delivery.draftId, sealed: Buffer.from("promise") },
        },
      });
    });
    await shop.unmerge(shop.mergeId);
    const said = await systemPrisma.message.findMany({
      where: { conversationId: shop.first.id },
      orderBy: { at: "asc" },
    });
    expect(said.map(({ id }) => id)).toEqual([...shop.first.messageIds, delivery.id]);
    const promises = await systemPrisma.promise.count({ where: { conversationId: shop.first.id } });
    expect(promises).toBe(2);
    expect(await shop.head()).toMatchObject({ status: "waiting", waitingSince: null });
  });

  it("leaves what answers the other one's messages there", async () => {
    const shop = await answeredThere();
    const [, , last = ""] = shop.second.messageIds;
    const place = { conversationId: shop.second.id, messageId: last, version: LATER + 1 };
    const own = await makeDelivery(shop, place);
    await shop.unmerge(shop.mergeId);
    const { conversationId } = await systemPrisma.delivery.findUniqueOrThrow({ where: { id: own.id } });
    expect(conversationId).toBe(shop.second.id);
  });
});

/** A conversation that was merged into another one, and one reply to what both of them asked last. */
async function answeredTogether(newest: "came" | "was there") {
  const shop = await mergeShop();
  const [first, second] = [await shop.conversation(), await shop.conversation()];
  const done = await shop.merge(second.id, first.id);
  if (done.outcome !== "merged") throw new Error(done.outcome);
  const [came = "", there = ""] = [first.messageIds[2], second.messageIds[2]];
  const answers = newest === "came" ? [there, came] : [came, there];
  const place = { conversationId: second.id, messageId: answers[1] ?? "", version: LATER, answers };
  const delivery = await makeDelivery(shop, place);
  return { ...shop, first, second, mergeId: done.mergeId, delivery };
}

describe("messages of both conversations that one reply answers", () => {
  it.each([
    { newest: "came" as const, status: "queued" },
    { newest: "was there" as const, status: "sent" },
    { newest: "came" as const, status: "uncertain" },
  ])("stay together while it is $status, so that none gets a second one", async ({ newest, status }) => {
    const shop = await answeredTogether(newest);
    await systemPrisma.delivery.update({ where: { id: shop.delivery.id }, data: { status } });
    const before = await shop.rows();
    expect(await shop.unmerge(shop.mergeId)).toEqual({ outcome: "answered_together" });
    expect(await shop.rows()).toEqual(before);
  });

  it.each(["cancelled", "failed"])("go back once it is %s", async (status) => {
    const shop = await answeredTogether("came");
    await systemPrisma.delivery.update({ where: { id: shop.delivery.id }, data: { status } });
    expect((await shop.unmerge(shop.mergeId)).outcome).toBe("unmerged");
  });

  it("do not hold back another merge that had no part in it", async () => {
    const shop = await answeredTogether("was there");
    const third = await shop.conversation();
    const done = await shop.merge(shop.second.id, third.id);
    if (done.outcome !== "merged") throw new Error(done.outcome);
    expect((await shop.unmerge(done.mergeId)).outcome).toBe("unmerged");
  });
});

describe("how the other conversation stands once what came into it went back with its reply", () => {
  /** A reply to one of the conversations, on its way, as approving it leaves them; then the merge is undone. */
  async function replied(given: { before: string; to: "came" | "was there"; status?: string }) {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    const { status } = given;
    const head = () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: second.id } });
    const set = (data: { status: string }) =>
      systemPrisma.conversation.update({ where: { id: second.id }, data });
    await set({ status: given.before });
    const done = await shop.merge(second.id, first.id);
    if (done.outcome !== "merged") throw new Error(done.outcome);
    const messageId = (given.to === "came" ? first : second).messageIds[2] ?? "";
    const delivery = await makeDelivery(shop, { conversationId: second.id, messageId, version: LATER });
    if (status) await systemPrisma.delivery.update({ where: { id: delivery.id }, data: { status } });
    // As care/review/queue-reply.server.ts and care/deliver/reopen.server.ts do.
    await set({ status: status === "uncertain" ? "open" : "waiting" });
    const write = async () => {
      const { conversation, messageId: newId } = await makeConversation(shop);
      await systemPrisma.message.update({ where: { id: newId }, data: { conversationId: second.id } });
      await systemPrisma.conversation.delete({ where: { id: conversation.id } });
      await set({ status: "open" });
    };
    return { ...shop, first, second, mergeId: done.mergeId, head, set, write };
  }

  it.each(["open", "closed", "snoozed", "waiting"])("is %s as it was before", async (before) => {
    const shop = await replied({ before, to: "came" });
    await shop.unmerge(shop.mergeId);
    expect((await shop.head()).status).toBe(before);
  });

  it.each(["open", "closed", "waiting"])("waits, %s before, where its own was answered", async (before) => {
    const shop = await replied({ before, to: "was there" });
    await shop.unmerge(shop.mergeId);
    expect((await shop.head()).status).toBe("waiting");
  });

  it.each([
    { to: "came" as const, status: "waiting" },
    { to: "was there" as const, status: "open" },
  ])("is open where somebody wrote into it since, though it stood as $status", async ({ to, status }) => {
    const shop = await replied({ before: "waiting", to });
    await shop.write();
    await shop.set({ status });
    await shop.unmerge(shop.mergeId);
    expect((await shop.head()).status).toBe("open");
  });

  it("stays as somebody put it since", async () => {
    const shop = await replied({ before: "waiting", to: "was there" });
    await shop.set({ status: "closed" });
    await shop.unmerge(shop.mergeId);
    expect((await shop.head()).status).toBe("closed");
  });
});

describe("a reply of which nobody knows whether it arrived", () => {
  it.each(["open", "waiting", "closed"])("is looked at where it went back to, %s before", async (status) => {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    await systemPrisma.conversation.update({ where: { id: first.id }, data: { status } });
    const done = await shop.merge(second.id, first.id);
    if (done.outcome !== "merged") throw new Error(done.outcome);
    const place = { conversationId: second.id, messageId: first.messageIds[2] ?? "", version: LATER };
    const { id } = await makeDelivery(shop, place);
    await systemPrisma.delivery.update({ where: { id }, data: { status: "uncertain" } });
    await shop.unmerge(done.mergeId);
    expect(await systemPrisma.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      conversationId: first.id,
    });
    const head = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: first.id } });
    expect(head.status).toBe("open");
  });

  it("is looked at where it stays", async () => {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    await systemPrisma.conversation.update({ where: { id: second.id }, data: { status: "waiting" } });
    const done = await shop.merge(second.id, first.id);
    if (done.outcome !== "merged") throw new Error(done.outcome);
    const place = { conversationId: second.id, messageId: second.messageIds[2] ?? "", version: LATER };
    const { id } = await makeDelivery(shop, place);
    await systemPrisma.delivery.update({ where: { id }, data: { status: "uncertain" } });
    await shop.unmerge(done.mergeId);
    const head = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: second.id } });
    expect(head.status).toBe("open");
  });
});
