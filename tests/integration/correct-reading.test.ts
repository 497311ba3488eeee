import { describe, expect, it } from "vitest";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import type { CareEmotion } from "#app/care/understand/reading.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { readingRates } from "#app/desk/reading-rates.server.ts";
import { days } from "#app/lib/duration.ts";
import { loader as conversations } from "#app/routes/api/conversations.ts";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as correct } from "#app/routes/api/correct.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage, triage, understand, versionsOf } from "#tests/factories/thread.ts";

async function readConversation(text = "Where is my parcel? I ordered last week.") {
  const { shop, keys } = await makeShop();
  const made = await makeConversation({ keys, text, at: new Date(Date.now() - days(2)) });
  await understand(shop.id, made.messageId, new Date(Date.now() - days(2)));
  const inShop = forShop(shop.id);
  const params = { id: made.conversationId };
  const call = (body: unknown, more: { shop?: string } = {}) =>
    callApi(correct, { shop: more.shop ?? shop.domain, params, body });
  const row = () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: made.conversationId } });
  const reading = () => inShop((tx) => readReading(tx, keys, { messageId: made.messageId, now: new Date() }));
  return { shop, keys, inShop, call, row, reading, params, ...made };
}

const found = async (shop: string, emotion: string) => {
  const { body } = await callApi(conversations, { shop, query: `?emotion=${emotion}` });
  return (body["items"] as { id: string }[]).map(({ id }) => id);
};

describe("a correction", () => {
  it("takes effect at once: reading, conversation, filter and draft, and the priority by its job", async () => {
    const { shop, keys, inShop, call, row, reading, conversationId, messageId } = await readConversation();
    const before = await reading();
    const answer = await call({ emotion: "anger" });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      unsure: false,
      emotion: { label: "anger", confidence: 1, readings: before?.emotion.readings },
      correction: { emotion: { from: before?.emotion.label, to: "anger", by: { id: "42" } }, intent: null },
    });
    await triage(shop.id, messageId);
    expect(await row()).toMatchObject({ emotion: "anger", unsure: false, priority: "high" });
    expect(await found(shop.domain, "anger")).toEqual([conversationId]);
    await makeDraft({ inShop, now: () => new Date() }, { shopId: shop.id, messageId });
    expect((await inShop((tx) => readDraft(tx, keys, conversationId)))?.plan).toMatchObject({
      emotion: "anger",
      neutral: false,
    });
    const jobs = await systemPrisma.job.count({
      where: { shopId: shop.id, event: "message-understood", name: "draftReply" },
    });
    expect(jobs).toBe(2);
  });

  it("is undone as easily, and a second click of either is harmless", async () => {
    const { shop, call, row, reading, messageId } = await readConversation();
    const [rowBefore, readingBefore] = [await row(), await reading()];
    for (let click = 0; click < 2; click += 1)
      expect((await call({ emotion: "grief", intent: "complaint" })).status).toBe(200);
    const kept = { shopId: shop.id, endedAt: null };
    expect(await systemPrisma.readingCorrection.count({ where: kept })).toBe(2);
    expect(await row()).toMatchObject({ emotion: "grief", intent: "complaint" });
    const [one, other] = await Promise.all([
      call({ emotion: null, intent: null }),
      call({ emotion: null, intent: null }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body["correction"]).toBeNull();
    expect(await reading()).toEqual(readingBefore);
    expect(await row()).toEqual(rowBefore);
    expect(await systemPrisma.readingCorrection.count({ where: kept })).toBe(0);
    // What was set right and taken back is still known; the reading is as it was made.
    const all = await systemPrisma.readingCorrection.findMany({ where: { messageId } });
    expect(all.map(({ endedBy }) => endedBy)).toEqual(["42", "42"]);
    expect(await versionsOf(messageId)).toHaveLength(1);
  });

  it("says whether it corrected, confirmed a guess, or took that back", async () => {
    const text = "I am furious! Nobody answers me. This is outrageous!";
    const { shop, inShop, conversationId, reading, messageId } = await readConversation(text);
    const label = (await reading())?.emotion.label ?? "neutral";
    const says = async (emotion: CareEmotion | null) =>
      correctReading(
        { inShop, now: () => new Date() },
        { shopId: shop.id, conversationId, emotion, staff: { id: "42" } },
      );
    expect(await says("grief")).toEqual({ outcome: "corrected", messageId, emotion: "corrected" });
    expect(await says("grief")).toEqual({ outcome: "unchanged", messageId, emotion: "corrected" });
    expect(await says(label)).toEqual({ outcome: "corrected", messageId, emotion: "as_read" });
    expect(await says(null)).toEqual({ outcome: "unchanged", messageId, emotion: "as_read" });

    const unsure = await readConversation("ok");
    expect((await unsure.reading())?.unsure).toBe(true);
    const confirmed = await correctReading(
      { inShop: unsure.inShop, now: () => new Date() },
      {
        shopId: unsure.shop.id,
        conversationId: unsure.conversationId,
        emotion: (await unsure.reading())?.emotion.label,
        staff: { id: "42" },
      },
    );
    expect(confirmed).toMatchObject({ outcome: "corrected", emotion: "confirmed" });
  });

  it("gives way to another one, of which only one stands", async () => {
    const { call, messageId, row } = await readConversation();
    await Promise.all(["anger", "grief", "joy"].map((emotion) => call({ emotion })));
    await call({ emotion: "embarrassment" });
    const rows = await systemPrisma.readingCorrection.findMany({ where: { messageId, endedAt: null } });
    expect(rows.map(({ to }) => to)).toEqual(["embarrassment"]);
    expect((await row()).emotion).toBe("embarrassment");
  });

  it("survives a later reading of its message", async () => {
    const { shop, keys, call, reading, conversationId, messageId } = await readConversation();
    await call({ emotion: "anger" });
    const { order } = await makeOrder(shop, keys, {
      name: "#1099",
      person: { email: "eva@shopper.example" },
    });
    await understand(shop.id, await addMessage(keys, { conversationId, text: "It is order #1099." }));
    expect(await versionsOf(messageId)).toHaveLength(2);
    expect(await reading()).toMatchObject({ orderIds: [order.id], emotion: { label: "anger" } });
  });

  it("of an earlier message leaves alone what the conversation says", async () => {
    const { shop, keys, call, row, params, conversationId, messageId } = await readConversation();
    const second = await addMessage(keys, { conversationId, text: "Thank you so much, it arrived!" });
    await understand(shop.id, second);
    const before = await row();
    expect((await call({ emotion: "grief", messageId })).body["messageId"]).toBe(messageId);
    expect(await row()).toEqual(before);
    const { body } = await callApi(conversation, { shop: shop.domain, params });
    expect(body["reading"]).toMatchObject({
      messageId: second,
      correction: null,
      trajectory: { points: [{ messageId, label: "grief", corrected: true }, { messageId: second }] },
    });
  });
});

describe("a bad call", () => {
  it.each([
    [{ emotion: "bliss" }, "emotion"],
    [{ intent: "chat" }, "intent"],
    [{}, "emotion"],
    [{ emotion: "anger", messageId: "../1" }, "messageId"],
    [{ emotion: "anger", mood: 1 }, "mood"],
    [[], "body"],
  ])("%j names the field %s", async (body, field) => {
    const { call } = await readConversation();
    const answer = await call(body);
    expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
  });

  it("is a 404 for what is another shop's, another conversation's, or not there", async () => {
    const mine = await readConversation();
    const other = await readConversation();
    const before = [await other.row(), await other.reading()];
    expect((await other.call({ emotion: "anger" }, { shop: mine.shop.domain })).status).toBe(404);
    expect((await mine.call({ emotion: "anger", messageId: other.messageId })).status).toBe(404);
    expect((await mine.call({ emotion: "anger", messageId: "nobody" })).status).toBe(404);
    expect([await other.row(), await other.reading()]).toEqual(before);
  });
});

describe("what one shop corrected", () => {
  it("changes no other shop's reading, not even of the same words", async () => {
    const words = "Well, that is just great. The parcel is lost again.";
    const [mine, before] = [await readConversation(words), await readConversation(words)];
    const seen = await before.reading();
    for (const emotion of ["anger", "grief", "frustration"]) await mine.call({ emotion });
    expect(await before.reading()).toEqual(seen);
    // Nor is a reading of the same words made another way after it: nothing was learned from it, here or there.
    const [afterwards, here] = [await readConversation(words), await readConversation(words)];
    expect((await afterwards.reading())?.emotion).toEqual(seen?.emotion);
    expect((await here.reading())?.emotion).toEqual(seen?.emotion);
    const rows = await systemPrisma.readingCorrection.findMany({ where: { shopId: before.shop.id } });
    expect(rows).toEqual([]);
  });
});

describe("the rates of a shop", () => {
  it("are counted from what is there, of the last 30 days and of this shop alone", async () => {
    const now = () => new Date();
    const { shop, keys, inShop, call } = await readConversation();
    await readConversation();
    const read = async (text: string, at?: Date) => {
      const { messageId } = await makeConversation({ keys, text });
      await understand(shop.id, messageId, at);
      return versionsOf(messageId);
    };
    await makeOrder(shop, keys, { person: { email: "eva@shopper.example" } });
    const made = [await read("I am furious!"), await read("hm"), await read("So sad about it.")].flat();
    await read("Where is it?", new Date(Date.now() - days(31)));
    expect(await readingRates({ inShop, now })).toMatchObject({ read: 4, corrected: 0 });
    await call({ emotion: "embarrassment" });
    const rates = await readingRates({ inShop, now });
    const first = await systemPrisma.reading.findMany({ where: { shopId: shop.id, version: 1 } });
    const within = first.filter(({ madeAt }) => madeAt.getTime() > Date.now() - days(30));
    expect(rates).toEqual({
      read: 4,
      unsure: within.filter(({ unsure }) => unsure).length,
      compared: within.filter(({ agreed }) => agreed !== null).length,
      agreed: within.filter(({ agreed }) => agreed).length,
      corrected: 1,
    });
    expect(made.every(({ agreed }) => agreed !== null)).toBe(true);
    await call({ emotion: null });
    expect((await readingRates({ inShop, now })).corrected).toBe(0);
  });
});
