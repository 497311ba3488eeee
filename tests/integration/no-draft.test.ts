import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { messagesWaiting } from "#app/care/triage/messages-waiting.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { showLevel } from "#app/desk/show-level.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import type { Ports } from "#app/ports.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";

const now = () => new Date("2026-11-13T10:00:00Z");
const mara = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
const unused = () => {
  throw new Error("Drafting needs nothing from outside");
};
const ports: Ports = {
  now,
  sendMail: unused,
  callWebhook: unused,
  shopAdmin: unused,
  readBulkResult: unused,
  parseMail: unused,
  readingModel: null,
  draftingModel: null,
};

let world: { shopId: string; keys: ShopKeys; inShop: InShop };
beforeEach(async () => {
  const { shop, keys } = await makeShop();
  world = { shopId: shop.id, keys, inShop: forShop(shop.id) };
});

async function aMessage(reading: Partial<Reading>) {
  const { order } = await makeOrder({ id: world.shopId }, world.keys, {});
  const { conversationId, messageId } = await makeConversation({
    keys: world.keys,
    contact: mara,
    orderIds: [order.id],
    at: new Date("2026-11-13T09:00:00Z"),
  });
  const place = { conversationId, messageId };
  await makeReading(world.keys, place, { orderIds: [order.id], ...reading });
  return { ...place, order };
}

async function goesOn(
  conversationId: string,
  given: { direction: "in" | "out"; at: string; from?: typeof mara; reading?: Partial<Reading> },
) {
  const id = randomUUID();
  await systemPrisma.message.create({
    data: {
      id,
      shopId: world.shopId,
      conversationId,
      direction: given.direction,
      channel: "email",
      at: new Date(given.at),
      proof: "address_match",
      sealed: sealJson(world.keys, `messages.sealed:${id}`, {
        from: given.from ?? mara,
        text: "Got it, thank you.",
        subject: "Re",
        to: [],
        cc: [],
        quoted: "",
        signature: "",
        references: [],
      }),
    },
  });
  if (given.reading) await makeReading(world.keys, { conversationId, messageId: id }, given.reading);
  return id;
}

const drafted = (messageId: string, automatic = true) =>
  makeDraft({ inShop: world.inShop, now }, { shopId: world.shopId, messageId, automatic });
const job = (messageId: string) =>
  draftReply(ports, makeRun(world.shopId), { shopId: world.shopId, messageId });
const shown = (conversationId: string) =>
  showConversation({ inShop: world.inShop, keys: world.keys, now }, conversationId);
const praise: Partial<Reading> = { intent: "praise", intents: ["praise"], cause: noCause() };

function noCause(): Reading["cause"] {
  return { about: "unknown", blamed: "nobody", quote: "" };
}

describe("where no draft is made", () => {
  it("says what is missing for one, on the job and in the conversation, and makes one when asked", async () => {
    const { messageId, conversationId } = await aMessage({ intent: "product_question" });
    expect(await job(messageId)).toBe("no draft: too thin (missing: product knowledge)");
    expect(await shown(conversationId)).toMatchObject({
      draft: null,
      noDraft: { reason: "too_thin", missing: ["product_knowledge"] },
    });
    expect(await drafted(messageId, false)).toMatchObject({ outcome: "drafted", version: 1 });
    expect(await shown(conversationId)).toMatchObject({ draft: { status: "waiting" }, noDraft: null });
    // What a person asked for stays when the job runs once more.
    expect(await drafted(messageId)).toMatchObject({ outcome: "unchanged" });
  });

  it("needs none for thanks after our answer, while kind words that come first are thanked for", async () => {
    const { messageId, conversationId } = await aMessage(praise);
    expect(await drafted(messageId)).toMatchObject({ outcome: "drafted" });
    expect(await shown(conversationId)).toMatchObject({ noDraft: null });
    await goesOn(conversationId, { direction: "out", at: "2026-11-13T09:10:00Z" });
    const thanks = await goesOn(conversationId, {
      direction: "in",
      at: "2026-11-13T09:20:00Z",
      reading: praise,
    });
    expect(await job(thanks)).toBe("no draft: no reply needed");
    expect(await shown(conversationId)).toMatchObject({ noDraft: { reason: "no_reply_needed" } });
    const rows = await systemPrisma.draft.findMany({ where: { shopId: world.shopId } });
    expect(rows.map(({ status }) => status)).toEqual(["superseded"]);
  });

  /** Answered once, and then they write again. */
  async function afterOurAnswer(reading: Partial<Reading>) {
    const { conversationId } = await aMessage(praise);
    await goesOn(conversationId, { direction: "out", at: "2026-11-13T09:10:00Z" });
    const at = "2026-11-13T09:20:00Z";
    const messageId = await goesOn(conversationId, { direction: "in", at, reading });
    const data = { waitingSince: new Date(at), status: "open" };
    await systemPrisma.conversation.update({ where: { id: conversationId }, data });
    const waits = async () => {
      const level = await world.inShop((tx) => showLevel(tx, world.keys, { conversationId, now: now() }));
      const row = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      const waiting = await world.inShop((tx) => messagesWaiting(tx, conversationId));
      return {
        next: level?.clocks.find(({ clock }) => clock === "next")?.state ?? null,
        resolve: level?.clocks.find(({ clock }) => clock === "resolve")?.state ?? null,
        since: row.waitingSince?.toISOString() ?? null,
        waiting: waiting.map(({ id }) => id),
      };
    };
    return { conversationId, messageId, waits };
  }
  const nobody = { next: null, resolve: "paused", since: null, waiting: [] };
  const somebody = { next: "running", resolve: "running", since: "2026-11-13T09:20:00.000Z" };

  it("runs no clock and has nobody wait where thanks want no answer, also when a person asks for one", async () => {
    const { messageId, waits } = await afterOurAnswer(praise);
    expect(await waits()).toEqual({ ...somebody, waiting: [messageId] });
    expect(await job(messageId)).toBe("no draft: no reply needed");
    expect(await waits()).toEqual(nobody);
    expect(await drafted(messageId, false)).toMatchObject({ outcome: "drafted" });
    expect(await waits()).toEqual(nobody);
  });

  it("runs the clock where the reading is not sure that it is thanks, and once it is read otherwise", async () => {
    const unsure = await afterOurAnswer({ ...praise, unsure: true });
    await job(unsure.messageId);
    expect(await unsure.waits()).toEqual({ ...somebody, waiting: [unsure.messageId] });
    const { conversationId, messageId, waits } = await afterOurAnswer(praise);
    await job(messageId);
    await systemPrisma.reading.deleteMany({ where: { messageId } });
    await makeReading(world.keys, { conversationId, messageId }, { intent: "product_question" });
    await job(messageId);
    expect(await waits()).toMatchObject({ since: somebody.since });
  });

  it("says nothing of the kind of a message that is not read yet, or is answered", async () => {
    const { conversationId } = await aMessage({ intent: "product_question" });
    await goesOn(conversationId, { direction: "in", at: "2026-11-13T09:20:00Z" });
    expect(await shown(conversationId)).toMatchObject({ noDraft: null });
    await goesOn(conversationId, { direction: "out", at: "2026-11-13T09:30:00Z" });
    expect(await shown(conversationId)).toMatchObject({ noDraft: null });
  });
});

describe("photos that were sent before", () => {
  async function aPhoto(messageId: string) {
    const id = randomUUID();
    await systemPrisma.attachment.create({
      data: {
        id,
        shopId: world.shopId,
        messageId,
        mimeType: "image/jpeg",
        size: 3,
        inline: false,
        sealedName: sealJson(world.keys, `attachments.sealed_name:${id}`, { name: "mug.jpg" }),
      },
    });
  }
  const damaged: Partial<Reading> = { intent: "wrong_or_damaged_item", intents: ["wrong_or_damaged_item"] };

  it("are not asked for again, and stand with the message that brought them", async () => {
    const { messageId, conversationId, order } = await aMessage(damaged);
    const reading = { ...damaged, orderIds: [order.id] };
    const second = await goesOn(conversationId, { direction: "in", at: "2026-11-13T09:20:00Z", reading });
    await drafted(second);
    expect((await shown(conversationId))?.draft?.plan.question).toBe("ask.photo_only");
    await aPhoto(messageId);
    await drafted(second);
    const draft = (await shown(conversationId))?.draft;
    expect(draft?.plan.question).toBeUndefined();
    expect(draft?.facts.find(({ id }) => id === "message:attachments")).toMatchObject({
      value: "1",
      source: { entity: "message", id: messageId },
    });
  });

  it("are asked for when somebody else sent some", async () => {
    const { messageId, conversationId, order } = await aMessage(damaged);
    await aPhoto(messageId);
    const other = { name: "Bo", address: "bo@example.com" };
    const second = await goesOn(conversationId, {
      direction: "in",
      at: "2026-11-13T09:20:00Z",
      from: other,
      reading: { ...damaged, orderIds: [order.id] },
    });
    await drafted(second);
    const draft = (await shown(conversationId))?.draft;
    expect(draft?.facts.some(({ id }) => id === "message:attachments")).toBe(false);
  });
});
