import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { checkEdit, isBlocked } from "#app/care/draft/guard.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-13T10:00:00Z");
const now = () => NOW;
const mara = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };

type World = { shopId: string; keys: ShopKeys; inShop: InShop };
let world: World;

beforeEach(async () => {
  const { shop, keys } = await makeShop();
  world = { shopId: shop.id, keys, inShop: forShop(shop.id) };
});

const parcel = {
  updatedAt: "2026-11-12T08:00:00.000Z",
  events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
};

/** A shopper's question about an order that is on its way. */
async function aQuestion(
  reading: Partial<Reading> = {},
  given: { contact?: typeof mara; status?: string } = {},
) {
  const { order, rows } = await makeOrder({ id: world.shopId }, world.keys, { fulfillments: [parcel] });
  const { conversationId, messageId } = await makeConversation({
    keys: world.keys,
    contact: mara,
    orderIds: [order.id],
    at: new Date("2026-11-13T09:00:00Z"),
    ...given,
  });
  const asked = { conversationId, messageId };
  await makeReading(world.keys, asked, { language: "de", orderIds: [order.id], unsure: true, ...reading });
  return { ...asked, order, rows };
}

const draft = (messageId: string) =>
  makeDraft({ inShop: world.inShop, now }, { shopId: world.shopId, messageId, automatic: true });
const ask = (messageId: string, hint?: string) =>
  makeDraft({ inShop: world.inShop, now }, { shopId: world.shopId, messageId, hint });
const shown = (conversationId: string) => world.inShop((tx) => readDraft(tx, world.keys, conversationId));
const run = () => makeRun(world.shopId);
const TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const unused = () => {
  throw new Error("Drafting needs nothing from outside");
};
const ports: Ports = {
  now,
  ...{ sendMail: unused, callWebhook: unused },
  shopAdmin: unused,
  readBulkResult: unused,
  parseMail: unused,
  ...{ readingModel: null, draftingModel: null },
};
const jobs = () => systemPrisma.job.findMany({ where: { shopId: world.shopId, name: "draftReply" } });

const refreshed = (...orderIds: string[]) =>
  refreshDrafts(
    ports,
    run(),
    orderIds.map((orderId) => ({ data: { shopId: world.shopId, orderId }, trace: TRACE })),
  );

/** A later webhook: the parcel was delivered. */
async function deliver(order: { id: string }, rows: { fulfillments: { id: string }[] }) {
  const at = new Date("2026-11-13T09:30:00Z");
  await systemPrisma.fulfillment.updateMany({
    where: { shopId: world.shopId, id: rows.fulfillments[0]?.id ?? "" },
    data: { deliveredAt: at, shipmentStatus: "delivered", updatedAt: at },
  });
  return refreshed(order.id);
}

async function answerWith(conversationId: string, direction: "in" | "out", at: Date) {
  const id = randomUUID();
  const content = {
    from: mara,
    text: "And one more thing: where is it now?",
    subject: "Re",
    to: [],
    cc: [],
    quoted: "",
    signature: "",
    references: [],
  };
  await systemPrisma.message.create({
    data: {
      id,
      shopId: world.shopId,
      conversationId,
      direction,
      channel: "email",
      at,
      proof: "address_match",
      sealed: sealJson(world.keys, `messages.sealed:${id}`, content),
    },
  });
  return id;
}

describe("makeDraft", () => {
  it("drafts an answer in the shopper's language from the mirrored order, every sentence with its facts", async () => {
    const { messageId, conversationId, order } = await aQuestion();
    expect(await draft(messageId)).toMatchObject({ outcome: "drafted", version: 1 });

    const made = await shown(conversationId);
    expect(made).toMatchObject({
      version: 1,
      language: "de",
      status: "waiting",
      maker: "composer",
      messageId,
      factOrderIds: [order.id],
    });
    expect(made?.text).toContain("Hallo Mara,");
    expect(made?.text).toContain(order.name);
    expect(made?.text).toContain("00340434161094042557");
    expect(made?.text).toContain("12. November in Hamburg");
    const known = new Set(made?.facts.map(({ id }) => id));
    for (const { cites } of made?.sentences ?? []) expect(cites.every((id) => known.has(id))).toBe(true);
    expect(made?.sentences.filter(({ kind, cites }) => kind === "fact" && cites.length === 0)).toEqual([]);
    expect(made?.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
  });

  it("keeps nothing readable in the row", async () => {
    const { messageId } = await aQuestion();
    await draft(messageId);
    const [row] = await systemPrisma.draft.findMany({ where: { shopId: world.shopId } });
    expect(Buffer.from(row?.sealed ?? []).toString("latin1")).not.toMatch(/Mara|00340434161094042557/u);
  });

  it("tells an unproven writer nothing of the order", async () => {
    const { messageId, conversationId, order } = await aQuestion({ identity: "none" });
    await draft(messageId);
    const made = await shown(conversationId);
    expect(made?.plan.approach).toBe("ask_proof");
    expect(made?.text).not.toMatch(new RegExp(`${order.name}|DHL|Hamburg|0034|November`, "u"));
    expect(made && isBlocked(checkEdit(made, `${made.text}\n${order.name}`))).toBe(true);
  });

  it("tells a proven writer nothing of somebody else's order", async () => {
    const other = { name: "Bo Tamm", address: "bo@shopper.example" };
    const { messageId, conversationId, order } = await aQuestion(
      { identity: "verified_mail" },
      { contact: other },
    );
    await draft(messageId);
    const made = await shown(conversationId);
    expect(made?.text).not.toContain(order.name);
    expect(JSON.stringify(made?.facts)).not.toMatch(/0034|Hamburg/u);
  });

  it("does not make the same draft twice, and counts versions up when asked for another", async () => {
    const { messageId, conversationId } = await aQuestion();
    const first = await draft(messageId);
    expect(await draft(messageId)).toMatchObject({ outcome: "unchanged" });
    // What it cannot do gives the words that there were.
    const sung = { outcome: "drafted", version: 2, sameWords: true };
    expect(await ask(messageId, "bitte singen")).toMatchObject(sung);
    expect(await shown(conversationId)).toMatchObject({ version: 2, hint: "bitte singen" });
    const before = await systemPrisma.draft.findUnique({
      where: { id: first.outcome === "drafted" ? first.draftId : "" },
    });
    expect(before?.status).toBe("superseded");
  });

  it("makes one draft when two jobs run at once", async () => {
    const { messageId } = await aQuestion();
    const outcomes = await Promise.all([draft(messageId), draft(messageId), draft(messageId)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["drafted", "unchanged", "unchanged"]);
  });

  it("answers the newest message, and waits when it is not read yet", async () => {
    const { messageId, conversationId, order } = await aQuestion();
    const newer = await answerWith(conversationId, "in", new Date("2026-11-13T09:30:00Z"));
    expect(await draft(messageId)).toEqual({ outcome: "nothing", reason: "not_read_yet" });
    await makeReading(
      world.keys,
      { conversationId, messageId: newer },
      { language: "en", orderIds: [order.id] },
    );
    await draft(messageId);
    expect(await shown(conversationId)).toMatchObject({ messageId: newer, language: "en" });
  });

  it.each([
    { when: "closed", reading: {}, given: { status: "closed" }, reason: "closed" },
    { when: "marked as spam", reading: {}, given: { status: "spam" }, reason: "spam" },
    { when: "read as spam", reading: { intent: "spam_or_auto" as const }, given: {}, reason: "spam" },
  ])("drafts nothing for a conversation $when", async ({ reading, given, reason }) => {
    const { messageId } = await aQuestion(reading, given);
    expect(await draft(messageId)).toEqual({ outcome: "nothing", reason });
  });

  it("drafts nothing for an automatic message, an answered one, or one it does not know", async () => {
    const { messageId, conversationId } = await aQuestion();
    await systemPrisma.message.update({ where: { id: messageId }, data: { automatic: true } });
    expect(await draft(messageId)).toEqual({ outcome: "nothing", reason: "automatic" });
    await systemPrisma.message.update({ where: { id: messageId }, data: { automatic: false } });
    await answerWith(conversationId, "out", new Date("2026-11-13T09:30:00Z"));
    expect(await draft(messageId)).toEqual({ outcome: "nothing", reason: "answered" });
    expect(await ask(messageId)).toMatchObject({ outcome: "drafted" });
    expect(await draft(randomUUID())).toEqual({ outcome: "nothing", reason: "unknown_message" });
  });

  it("keeps a person's decline until the facts change", async () => {
    const { messageId, order, rows } = await aQuestion();
    await draft(messageId);
    await systemPrisma.draft.updateMany({ where: { shopId: world.shopId }, data: { status: "declined" } });
    expect(await draft(messageId)).toMatchObject({ outcome: "unchanged" });
    await deliver(order, rows);
    expect(await draft(messageId)).toMatchObject({ outcome: "drafted", version: 2 });
    await systemPrisma.draft.updateMany({ where: { shopId: world.shopId }, data: { status: "declined" } });
    expect(await ask(messageId)).toMatchObject({ outcome: "drafted", version: 3 });
  });

  it("keeps it on the next day too, though the day of an answer has moved on", async () => {
    const { messageId, conversationId } = await aQuestion({ intent: "refund" });
    await draft(messageId);
    const first = await shown(conversationId);
    expect(first?.facts.find(({ id }) => id === "shop:answer-by")).toMatchObject({ raw: "2026-11-16" });
    expect(first?.text).toContain("16. November");
    await systemPrisma.draft.updateMany({ where: { shopId: world.shopId }, data: { status: "declined" } });
    const onTuesday = { inShop: world.inShop, now: () => new Date("2026-11-17T10:00:00Z") };
    const input = { shopId: world.shopId, messageId, automatic: true };
    expect(await makeDraft(onTuesday, input)).toMatchObject({ outcome: "unchanged" });
    expect(await makeDraft(onTuesday, { ...input, automatic: false })).toMatchObject({ outcome: "drafted" });
    expect((await shown(conversationId))?.text).toContain("18. November");
  });

  it("is not sent once the day it promises an answer by is over", async () => {
    const { messageId, conversationId } = await aQuestion({ intent: "refund" });
    await draft(messageId);
    const approve = async (at: string) =>
      approveDraft(
        { inShop: world.inShop, now: () => new Date(at) },
        {
          shopId: world.shopId,
          conversationId,
          draftId: (await shown(conversationId))?.id ?? "",
          staff: { id: "42", name: "Mia" },
        },
      );
    expect(await approve("2026-11-17T10:00:00Z")).toEqual({ outcome: "stale" });
    expect(await shown(conversationId)).toMatchObject({ status: "stale" });
    expect(await jobs()).toEqual([expect.objectContaining({ event: "facts-changed" })]);
    expect(await draft(messageId)).toMatchObject({ outcome: "drafted", version: 2 });
    expect(await approve("2026-11-16T20:00:00Z")).toMatchObject({ outcome: "approved" });
  });

  it("sees no message of another shop", async () => {
    const { messageId } = await aQuestion();
    const { shop } = await makeShop();
    const elsewhere = await makeDraft({ inShop: forShop(shop.id), now }, { shopId: shop.id, messageId });
    expect(elsewhere).toEqual({ outcome: "nothing", reason: "unknown_message" });
  });
});

describe("refreshDrafts", () => {
  it("marks a draft stale when a cited fact changed, asks for a new one, and ends", async () => {
    const { messageId, conversationId, order, rows } = await aQuestion();
    await draft(messageId);
    expect(await deliver(order, rows)).toEqual(["marked 1 of 1 drafts stale"]);
    expect(await shown(conversationId)).toMatchObject({ status: "stale", version: 1 });
    expect(await jobs()).toEqual([
      expect.objectContaining({ event: "facts-changed", data: { shopId: world.shopId, messageId } }),
    ]);

    expect(await draftReply(ports, run(), { shopId: world.shopId, messageId })).toBe("drafted version 2");
    const made = await shown(conversationId);
    expect(made).toMatchObject({ status: "waiting", version: 2 });
    expect(made?.text).toContain("13. November zugestellt");
    expect(await refreshed(order.id)).toEqual(["the cited facts are unchanged"]);
    expect(await draftReply(ports, run(), { shopId: world.shopId, messageId })).toBe(
      "a draft from the same facts is waiting",
    );
    expect(await jobs()).toHaveLength(1);
  });

  it("does nothing when only facts changed that no sentence cites", async () => {
    const { messageId, conversationId, order } = await aQuestion();
    await draft(messageId);
    await systemPrisma.order.updateMany({
      where: { shopId: world.shopId, id: order.id },
      data: { total: "61.00", updatedAt: new Date("2026-11-13T09:45:00Z") },
    });
    expect(await refreshed(order.id)).toEqual(["the cited facts are unchanged"]);
    expect(await shown(conversationId)).toMatchObject({ status: "waiting" });
    expect(await jobs()).toEqual([]);
  });

  it("does nothing for an order nobody waits for", async () => {
    expect(await refreshed("1")).toEqual(["no waiting draft cites this order"]);
  });

  it("says of each order of a batch what became of its drafts, and goes on in its trace", async () => {
    const [first, second] = [await aQuestion(), await aQuestion()];
    await draft(first.messageId);
    await draft(second.messageId);
    await systemPrisma.fulfillment.updateMany({
      where: { shopId: world.shopId, id: second.rows.fulfillments[0]?.id ?? "" },
      data: { deliveredAt: now(), shipmentStatus: "delivered", updatedAt: now() },
    });
    expect(await refreshed("1", first.order.id, second.order.id)).toEqual([
      "no waiting draft cites this order",
      "the cited facts are unchanged",
      "marked 1 of 1 drafts stale",
    ]);
    expect(await jobs()).toEqual([
      expect.objectContaining({ data: { shopId: world.shopId, messageId: second.messageId }, trace: TRACE }),
    ]);
  });
});
