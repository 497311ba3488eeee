import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { eraseOverdue } from "#app/privacy/erase-overdue.server.ts";
import { countOverdue } from "#app/privacy/overdue.server.ts";
import * as settingsScreen from "#app/routes/settings/route.tsx";
import { listRetentionChanges } from "#app/shop/list-retention-changes.server.ts";
import { saveRetention } from "#app/shop/save-retention.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { openBytes, sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";

const NOW = new Date("2026-11-20T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const KEEP_ALL = { rawDays: null, attachmentDays: null, conversationDays: null };

const keep = (shopId: string, retention: Partial<typeof KEEP_ALL | Record<keyof typeof KEEP_ALL, number>>) =>
  forShop(shopId)((tx) => saveSettings(tx, shopId, { retention: { ...KEEP_ALL, ...retention } }));

async function conversation(keys: ShopKeys, given: { status: string; age: number; parentId?: string }) {
  const { conversationId } = await makeConversation({ keys, status: given.status });
  const { parentId = null } = given;
  await systemPrisma.conversation.update({
    where: { id: conversationId },
    data: { updatedAt: daysAgo(given.age), parentId },
  });
  return conversationId;
}

const left = async (shopId: string) =>
  (await systemPrisma.conversation.findMany({ where: { shopId }, select: { id: true } }))
    .map(({ id }) => id)
    .toSorted();

describe("what a shop keeps no longer", () => {
  it("is all kept until its owner chose otherwise", async () => {
    const { shop, keys } = await makeShop();
    const id = await conversation(keys, { status: "closed", age: 3_000 });
    await eraseOverdue(NOW);
    expect(await left(shop.id)).toEqual([id]);
  });

  it("is conversations that are done and old, and no others", async () => {
    const { shop, keys } = await makeShop();
    const shopId = shop.id;
    const gone = await conversation(keys, { status: "closed", age: 100 });
    await conversation(keys, { status: "spam", age: 100 });
    await conversation(keys, { status: "waiting", age: 100 });
    await conversation(keys, { status: "waiting", age: 100, parentId: gone });
    const kept = [
      await conversation(keys, { status: "closed", age: 80 }),
      await conversation(keys, { status: "open", age: 100 }),
      await conversation(keys, { status: "snoozed", age: 100 }),
    ];
    const promised = await conversation(keys, { status: "closed", age: 100 });
    const promiseId = randomUUID();
    await systemPrisma.promise.create({
      data: {
        ...{ id: promiseId, shopId, conversationId: promised, state: "open" },
        sealed: sealJson(keys, `promises.sealed:${promiseId}`, {}),
      },
    });
    const asked = await conversation(keys, { status: "closed", age: 100 });
    const side = await conversation(keys, { status: "waiting", age: 1, parentId: asked });
    await keep(shopId, { conversationDays: 90 });
    const overdue = await forShop(shopId)((tx) =>
      countOverdue(tx, { shopId, retention: { ...KEEP_ALL, conversationDays: 90 }, at: NOW }),
    );
    expect(overdue).toEqual({ conversations: 3, attachments: 0, rawMails: 0 });
    await eraseOverdue(NOW);
    expect(await left(shopId)).toEqual([...kept, promised, asked, side].toSorted());
  });

  it("leaves nothing of a conversation that is erased, and the order's history without it", async () => {
    const { shop, keys, hers } = await inhabitedShop();
    await systemPrisma.promise.updateMany({ where: { shopId: shop.id }, data: { state: "kept" } });
    await systemPrisma.delivery.updateMany({ where: { shopId: shop.id }, data: { status: "sent" } });
    await systemPrisma.conversation.updateMany({
      where: { shopId: shop.id },
      data: { status: "closed", updatedAt: daysAgo(400) },
    });
    await keep(shop.id, { conversationDays: 365 });
    await eraseOverdue(NOW);
    expect(await left(shop.id)).toEqual([]);
    for (const table of ["message", "draft", "delivery", "promise", "note", "reading"] as const) {
      const where = { shopId: shop.id, conversationId: hers.conversationId };
      const count = await (systemPrisma[table] as typeof systemPrisma.note).count({ where });
      expect({ table, count }).toEqual({ table, count: 0 });
    }
    expect(await systemPrisma.orderIssue.count({ where: { shopId: shop.id, conversationId: null } })).toBe(2);
    await expectNowhere(keys, new RegExp(hers.conversationId, "u"));
  });

  it("is files and mails as they came, whose messages stay", async () => {
    const { shop, keys } = await makeShop();
    const shopId = shop.id;
    const { messageId } = await makeConversation({ keys });
    const file = async (age: number) => {
      const id = randomUUID();
      await systemPrisma.attachment.create({
        data: {
          ...{ id, shopId, messageId, mimeType: "text/plain", size: 4, createdAt: daysAgo(age) },
          sealedName: sealJson(keys, `attachments.sealed_name:${id}`, "note.txt"),
          sealedContent: sealBytes(keys, `attachments.sealed_content:${id}`, Buffer.from("text")),
        },
      });
      return id;
    };
    const mail = async (age: number, state: string) => {
      const id = randomUUID();
      await systemPrisma.inboundMessage.create({
        data: {
          ...{ id, shopId, channel: "email", contentHash: id, size: 9, state, receivedAt: daysAgo(age) },
          sealed: sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("From: Eva")),
        },
      });
      return id;
    };
    const files = [await file(40), await file(20)];
    const mails = [await mail(40, "threaded"), await mail(20, "threaded"), await mail(40, "quarantined")];
    await keep(shopId, { attachmentDays: 30, rawDays: 30 });
    expect(await eraseOverdue(NOW)).toMatchObject({ attachments: 1, rawMails: 1 });
    const kept = await systemPrisma.attachment.findMany({ where: { shopId, sealedContent: { not: null } } });
    expect(kept.map(({ id }) => id)).toEqual(files.slice(1));
    expect(await systemPrisma.attachment.findUnique({ where: { id: files[0] ?? "" } })).toMatchObject({
      withheld: "kept no longer",
    });
    const read = async (id = "") => {
      const row = await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id } });
      return openBytes(keys, `inbound_messages.sealed:${id}`, row.sealed).toString();
    };
    expect(await Promise.all(mails.map(read))).toEqual(["{}", "From: Eva", "From: Eva"]);
    expect(await eraseOverdue(NOW)).toEqual({ conversations: 0, attachments: 0, rawMails: 0 });
  });
});

describe("who changed for how long it is kept", () => {
  const change = (shopId: string, by: string, retention: Partial<Record<keyof typeof KEEP_ALL, number>>) =>
    forShop(shopId)((tx) =>
      saveRetention(tx, shopId, { retention: { ...KEEP_ALL, ...retention }, by, at: new Date() }),
    );

  it("is noted with what it was before, by name, the newest first", async () => {
    const { shop, keys } = await makeShop();
    await makeStaff(keys, { id: "7", role: "owner", name: "Noor Haddad" });
    await change(shop.id, "7", { rawDays: 30 });
    await change(shop.id, "8", { rawDays: 30, conversationDays: 365 });
    const list = () => forShop(shop.id)((tx) => listRetentionChanges(tx, keys, 10));
    expect(await list()).toMatchObject([
      { by: null, before: { conversationDays: null }, after: { rawDays: 30, conversationDays: 365 } },
      { by: "Noor Haddad", before: KEEP_ALL, after: { ...KEEP_ALL, rawDays: 30 } },
    ]);
    // As it was: no change.
    await change(shop.id, "7", { rawDays: 30, conversationDays: 365 });
    expect(await list()).toHaveLength(2);
    const other = await makeShop();
    expect(await forShop(other.shop.id)((tx) => listRetentionChanges(tx, other.keys, 10))).toEqual([]);
  });

  it("is one after the other where two change it at once", async () => {
    const { shop, keys } = await makeShop();
    await Promise.all([change(shop.id, "7", { rawDays: 30 }), change(shop.id, "8", { rawDays: 90 })]);
    const [last, first] = await forShop(shop.id)((tx) => listRetentionChanges(tx, keys, 10));
    const chain = first?.before.rawDays === null ? [first, last] : [last, first];
    expect(chain[1]?.before).toEqual(chain[0]?.after);
  });

  it("is noted by the settings' form, once what is erased at once is confirmed", async () => {
    const { shop, keys } = await makeShop();
    await makeStaff(keys, { id: "3", role: "owner" });
    await keepSession(shop.domain);
    await conversation(keys, { status: "closed", age: 400 });
    const fields = { rawDays: "", attachmentDays: "", conversationDays: "365" };
    const save = (confirmed: string) =>
      openDoor(settingsScreen.action, {
        ...{ shop: shop.domain, staff: "3" },
        form: { intent: "save-retention", ...fields, confirmed },
      });
    const list = () => forShop(shop.id)((tx) => listRetentionChanges(tx, keys, 10));
    await save("false");
    expect(await list()).toEqual([]);
    await save("true");
    expect(await list()).toMatchObject([{ after: { conversationDays: 365 } }]);
  });
});
