// Who writes about one order in a new mail, while the first one waits, gets one answer.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { translateMessage } from "#app/care/draft/translate/translate-message.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { addStaffFact } from "#app/care/review/change-staff-facts.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { removeMessagesElsewhere } from "#app/privacy/remove-messages-elsewhere.server.ts";
import { loader as conversationApi } from "#app/routes/api/conversation.ts";
import { blindIndex, openJson } from "#app/shop/seal.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { modelConsent } from "#app/shop/settings.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { draftingClaudeHere } from "#tests/factories/draft-by-model.ts";
import { eva, later, mailShop, type MailShop } from "#tests/factories/mail-shop.ts";
import { claudeHere, heldBack, understand as understandWith } from "#tests/factories/read-by-model.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { understand, versionsOf } from "#tests/factories/thread.ts";
import { receive } from "./mail/receiving.ts";

const mia = { id: "42", name: "Mia" };
const reader = await claudeHere();
const translator = await draftingClaudeHere();

let shop: MailShop;
beforeEach(async () => {
  shop = await mailShop();
});

describe("a mail about an order that another conversation waits for an answer about", () => {
  it("goes on in that conversation, and one draft answers both", async () => {
    const { order, first, second } = await shop.twoMails();
    expect(second.said).toBe("joined another conversation; read as return");
    const [only, ...others] = await shop.conversations();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      ...{ id: first.conversationId, status: "open", intent: "return", updatedAt: later(20) },
      orderIds: [order.id],
    });
    expect(await shop.shownDraft(first.conversationId)).toMatchObject({ status: "stale" });
    expect(await shop.drafted(second.messageId, later(21))).toMatchObject({ outcome: "drafted", version: 2 });
    const draft = await shop.shownDraft(first.conversationId);
    expect(draft).toMatchObject({ status: "waiting", answers: [first.messageId, second.messageId] });
    expect(draft?.text).toContain(`${order.name} is on its way`);
    expect(draft?.text).toContain("you would like to return");
    expect((await versionsOf(second.messageId)).at(-1)).toMatchObject({ madeFor: "follow_up" });
    expect(await shop.notes(first.conversationId)).toEqual([]);
  });

  it("is answered under its own subject, as the answer to it", async () => {
    const { keys, inShop, shopId } = shop;
    const { first, second } = await shop.twoMails();
    await shop.drafted(second.messageId, later(21));
    const draft = await shop.shownDraft(first.conversationId);
    const approved = await approveDraft(
      { inShop, now: () => later(22) },
      { shopId, conversationId: first.conversationId, draftId: draft?.id ?? "", staff: mia },
    );
    expect(approved).toMatchObject({ outcome: "approved" });
    const { id, sealed } = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId } });
    const sent = openJson(keys, { context: `deliveries.sealed:${id}`, bytes: sealed }, outgoingContentSchema);
    expect(sent).toMatchObject({
      subject: "Re: A return",
      inReplyTo: `<${second.mailId}>`,
      references: [`<${second.mailId}>`],
      replyTo: { address: expect.stringContaining(first.replyToken) },
    });
  });

  it("is found there by its words, and shown under its subject", async () => {
    const { keys, inShop } = shop;
    const { first, second } = await shop.twoMails();
    const now = () => later(60);
    for (const q of ["bottle", "arrived"]) {
      const found = await listConversations({ inShop, keys, now }, { q, limit: 10 });
      expect(found).toMatchObject({ items: [{ id: first.conversationId }] });
    }
    const shown = await showConversation({ inShop, keys, now }, first.conversationId);
    expect(shown).toMatchObject({
      subject: "My parcel",
      messages: [{ id: first.messageId }, { id: second.messageId, subject: "A return" }],
    });
  });

  it("does so where neither names the order, and its writer has no other", async () => {
    await shop.anOrder();
    const first = await shop.readMail({ text: "Where is my parcel? It has still not arrived." });
    const second = await shop.readMail({
      subject: "Hello?",
      text: "Why does nobody answer me?",
      at: later(600),
    });
    expect(await shop.placeOf(second.messageId)).toBe(first.conversationId);
  });

  it("does so whichever was written first", async () => {
    const order = await shop.anOrder();
    const newer = await shop.readMail({ text: `Where is order ${order.name}?`, at: later(30) });
    const older = await shop.readMail({ subject: "Order", text: `Please hurry with ${order.name}.` });
    expect(older.said).toBe("joined another conversation; read; a newer message speaks for the conversation");
    expect(await shop.placeOf(older.messageId)).toBe(newer.conversationId);
    await shop.drafted(newer.messageId, later(31));
    expect(await shop.shownDraft(newer.conversationId)).toMatchObject({
      messageId: newer.messageId,
      answers: [older.messageId, newer.messageId],
    });
  });

  it("wakes a snoozed one, and of several takes the newest that fits", async () => {
    const [order, other] = [await shop.anOrder(), await shop.anOrder()];
    const old = await shop.readMail({ text: `Where is order ${order.name}?` });
    await systemPrisma.conversation.update({
      where: { id: old.conversationId },
      data: { status: "snoozed" },
    });
    await shop.readMail({ subject: "Another", text: `Please cancel ${other.name}.`, at: later(5) });
    const again = await shop.readMail({
      subject: "Again",
      text: `Where is order ${order.name}?`,
      at: later(9),
    });
    expect(await shop.placeOf(again.messageId)).toBe(old.conversationId);
    expect(await shop.conversations()).toHaveLength(2);
    expect((await shop.conversations()).map(({ status }) => status)).toEqual(["open", "open"]);
  });

  it("joins a form that the same address sent", async () => {
    const order = await shop.anOrder();
    const form = await shop.mail({ subject: order.name, text: "Where is it?" });
    await systemPrisma.conversation.update({
      where: { id: form.conversationId },
      data: { channel: "storefront" },
    });
    await understand(shop.shopId, form.messageId, later(0));
    const letter = await shop.readMail({
      ...{ subject: "Parcel", proof: "verified_mail", at: later(3) },
      text: `Where is order ${order.name}?`,
    });
    expect(await shop.placeOf(letter.messageId)).toBe(form.conversationId);
  });
});

describe("what is kept of a message that moves", () => {
  it("moves with it, in every table that names a conversation, and leaves a trace", async () => {
    const { shopId, inShop, keys } = shop;
    await inShop((tx) => saveSettings(tx, shopId, modelConsent(true)));
    const order = await shop.anOrder();
    const first = await shop.readMail({ text: `Where is order ${order.name}?` });
    const second = await shop.mail({ subject: "Again", text: `I am furious: ${order.name}!`, at: later(5) });
    const { conversationId } = second;
    await systemPrisma.conversation.update({
      where: { id: conversationId },
      data: { orderIds: [order.id] },
    });
    const fact = { shopId, conversationId, text: "The van broke down.", orderId: order.id, staff: mia };
    expect(await addStaffFact({ inShop, now: () => later(5) }, fact)).toMatchObject({ outcome: "added" });
    const asked = { model: reader.claude, at: later(6) };
    expect(await understandWith(shopId, second.messageId, asked)).toContain("joined another conversation");

    const { rows } = await systemPool.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'conversation_id'",
    );
    const tables = rows.map(({ name }) => name);
    expect(tables).toEqual(
      expect.arrayContaining(["messages", "model_readings", "translations", "staff_facts"]),
    );
    for (const table of tables) {
      const left = await systemPool.query(`SELECT 1 FROM "${table}" WHERE conversation_id = $1`, [
        conversationId,
      ]);
      expect({ table, rows: left.rowCount }).toEqual({ table, rows: 0 });
    }
    const there = { where: { conversationId: first.conversationId } };
    expect(await systemPrisma.modelReading.findMany(there)).toMatchObject([{ messageId: second.messageId }]);
    expect(await systemPrisma.staffFact.count(there)).toBe(1);
    expect(await shop.joins()).toMatchObject([
      { fromId: conversationId, intoId: first.conversationId, messageId: second.messageId },
    ]);
    const read = await inShop((tx) => readConversation(tx, keys, first.conversationId));
    expect(read?.messages.map(({ id }) => id)).toEqual([first.messageId, second.messageId]);
  });

  it("is kept where the message is, also where a translation of it was under way", async () => {
    const { shopId, inShop, keys } = shop;
    await inShop((tx) => saveSettings(tx, shopId, modelConsent(true)));
    const order = await shop.anOrder();
    const first = await shop.readMail({ text: `Where is order ${order.name}?` });
    const second = await shop.mail({ subject: "Noch einmal", text: `Wo ist ${order.name}?`, at: later(5) });
    const held = heldBack({ paragraphs: ["Where is it?"] });
    translator.server.behave(held.manner);
    const translating = translateMessage(
      { inShop, now: () => later(5), draftingModel: translator.claude },
      { keys, conversationId: second.conversationId, messageId: second.messageId, language: "en" },
    );
    await vi.waitFor(() => expect(translator.server.asked).toHaveLength(1));
    await understand(shopId, second.messageId, later(6));
    held.give();
    expect(await translating).toMatchObject({ outcome: "translated" });
    expect(await systemPrisma.translation.findMany({ where: { shopId } })).toMatchObject([
      { conversationId: first.conversationId, messageId: second.messageId },
    ]);
  });

  it("leaves no trace where it alone is removed, since somebody else had sent it", async () => {
    const { keys, inShop } = shop;
    const { first, second } = await shop.twoMails();
    const removed = { messageIds: [second.messageId], deliveryIds: [] };
    await inShop((tx) => removeMessagesElsewhere(tx, keys, removed));
    expect(await shop.joins()).toEqual([]);
    const shown = (id: string) => showConversation({ inShop, keys, now: () => later(60) }, id);
    expect(await shown(second.conversationId)).toBeNull();
    expect((await shown(first.conversationId))?.messages).toMatchObject([{ id: first.messageId }]);
  });

  it("is erased with the person, the trace too", async () => {
    const { shopId, keys, inShop } = shop;
    await shop.twoMails();
    const contacts = [blindIndex(keys, "email", eva.address)];
    const person = { customerIds: [], orderIds: [], emails: [eva.address], contacts };
    await inShop((tx) => removeConversations(tx, keys, person));
    for (const left of [
      await systemPrisma.conversationJoin.count({ where: { shopId } }),
      await systemPrisma.message.count({ where: { shopId } }),
      await systemPrisma.reading.count({ where: { shopId } }),
      (await shop.conversations()).length,
    ])
      expect(left).toBe(0);
  });
});

describe("the conversation that is no more", () => {
  it("leads to the one that took its message in, in the API too", async () => {
    const { domain } = shop;
    const { first, second } = await shop.twoMails();
    const asked = (id: string) => callApi(conversationApi, { shop: domain, params: { id } });
    const [there, here] = [await asked(first.conversationId), await asked(second.conversationId)];
    expect(there.body).toMatchObject({ id: first.conversationId });
    expect([here.status, here.body]).toEqual([200, there.body]);
    const stranger = await makeShop();
    const elsewhere = { shop: stranger.shop.domain, params: { id: second.conversationId } };
    expect((await callApi(conversationApi, elsewhere)).status).toBe(404);
  });

  it("takes what still comes for it along: an answer to its mail, and a mail of its subject", async () => {
    const { keys } = shop;
    const { first, second } = await shop.twoMails();
    const from = `${eva.name} <${eva.address}>`;
    const answer = await receive(keys, { from, headers: { "In-Reply-To": `<${second.mailId}>` } });
    expect(answer.conversation?.id).toBe(first.conversationId);
    await systemPrisma.conversation.updateMany({
      where: { shopId: keys.shopId },
      data: { updatedAt: new Date() },
    });
    const same = await receive(keys, { from, subject: "AW: A return" });
    expect(same.conversation?.id).toBe(first.conversationId);
    const other = await receive(keys, { from, subject: "Something else" });
    expect(other.conversation?.id).not.toBe(first.conversationId);
  });
});
