// Mails about one order that are read, received, answered or redacted at the same moment.
import { beforeEach, expect, it, vi } from "vitest";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { eva, later, mailShop, type MailShop } from "#tests/factories/mail-shop.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { understand, versionsOf } from "#tests/factories/thread.ts";
import { receive, record } from "./mail/receiving.ts";

let shop: MailShop;
beforeEach(async () => {
  shop = await mailShop();
});

/** Waits until somebody waits for a lock of this kind. */
const waitsFor = (locktypes: string[]) =>
  vi.waitFor(
    async () => {
      const waiting = await systemPool.query(
        "SELECT 1 FROM pg_locks WHERE locktype = ANY($1) AND NOT granted AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
        [locktypes],
      );
      expect(waiting.rowCount).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 20 },
  );

it("mails that are read at once end in one conversation, each read once", async () => {
  const order = await shop.anOrder();
  for (let round = 0; round < 4; round += 1) {
    const places = await Promise.all(
      ["One", "Two", "Three"].map((subject, at) =>
        shop.mail({ subject: `${subject} ${round}`, text: `Where is order ${order.name}?`, at: later(at) }),
      ),
    );
    const run = ({ messageId }: { messageId: string }) => understand(shop.shopId, messageId, later(9));
    await Promise.all([...places, ...places.toReversed()].map(run));
    const stands = await Promise.all(places.map(({ messageId }) => shop.placeOf(messageId)));
    expect(new Set(stands).size).toBe(1);
    for (const { messageId } of places) {
      const versions = await versionsOf(messageId);
      expect(versions.filter(({ madeFor }) => madeFor !== "better_information")).toHaveLength(1);
    }
  }
  expect(await shop.conversations()).toHaveLength(1);
  expect(await systemPrisma.message.count({ where: { shopId: shop.shopId } })).toBe(12);
});

it("mails that come and are read at once stand in conversations that are there", async () => {
  const { keys, shopId } = shop;
  const order = await shop.anOrder();
  const from = `${eva.name} <${eva.address}>`;
  const recorded = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      record(
        shopId,
        rawMail({ from, subject: `Mail ${n % 2}`, text: `${n}: where is order ${order.name}?` }),
      ),
    ),
  );
  await Promise.all(
    recorded.map(async (id) => {
      await receiveRecorded(shopId, id);
      await understand(shopId, id);
    }),
  );
  const places = await Promise.all(recorded.map((id) => shop.placeOf(id)));
  const there = (await shop.conversations()).map(({ id }) => id);
  expect(new Set(places)).toEqual(new Set(there));
  for (const id of recorded) expect((await versionsOf(id)).length).toBeGreaterThan(0);
  const read = await Promise.all(there.map((id) => shop.inShop((tx) => readConversation(tx, keys, id))));
  expect(read.flatMap((one) => one?.messages ?? [])).toHaveLength(4);
});

it("a reply that is approved meanwhile is not taken from under its writer", async () => {
  const { shopId, inShop } = shop;
  const order = await shop.anOrder();
  const first = await shop.readMail({ text: `Where is order ${order.name}?` });
  const second = await shop.mail({ subject: "Again", text: `Where is order ${order.name}?`, at: later(5) });
  let reading: Promise<string> | undefined;
  await inShop(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${first.conversationId} FOR UPDATE`;
    reading = understand(shopId, second.messageId, later(6));
    await waitsFor(["transactionid", "tuple"]);
    await tx.conversation.update({
      where: { id: first.conversationId },
      data: { status: "waiting" },
    });
  });
  expect(await reading).toBe("read as order_status");
  expect(await shop.placeOf(second.messageId)).toBe(second.conversationId);
});

it("a redaction of the person leaves nothing of either", async () => {
  const { shopId, keys, inShop } = shop;
  const order = await shop.anOrder();
  await shop.readMail({ text: `Where is order ${order.name}?` });
  const second = await shop.mail({ subject: "Again", text: `Where is order ${order.name}?`, at: later(5) });
  const contacts = [blindIndex(keys, "email", eva.address)];
  let reading: Promise<string> | undefined;
  await inShop(async (tx) => {
    await lockForRedaction(sqlOf(tx), shopId);
    reading = understand(shopId, second.messageId, later(6));
    await waitsFor(["advisory"]);
    const person = { customerIds: [], orderIds: [], emails: [eva.address], contacts };
    await removeConversations(tx, keys, person);
  });
  expect(await reading).toBe("the message is gone");
  expect(await shop.conversations()).toEqual([]);
  expect(await shop.joins()).toEqual([]);
});

it("a job that runs twice joins once", async () => {
  const { shopId } = shop;
  const { first, second } = await shop.twoMails();
  const jobs = () => systemPrisma.job.count({ where: { shopId } });
  const before = await jobs();
  expect(await understand(shopId, second.messageId, later(40))).toBe("it was read before");
  expect(await understand(shopId, first.messageId, later(40))).toBe("it was read before");
  expect(await jobs()).toBe(before);
  expect(await versionsOf(second.messageId)).toHaveLength(1);
});

it("the same mail by another way brings nothing back", async () => {
  const { shopId, keys } = shop;
  const order = await shop.anOrder();
  const from = `${eva.name} <${eva.address}>`;
  const first = await receive(keys, { from, subject: "One", text: `Where is order ${order.name}?` });
  await understand(shopId, first.messageId);
  const words = {
    from,
    subject: "Two",
    text: `Still waiting for order ${order.name}`,
    messageId: "<two@x>",
  };
  const second = await receive(keys, words);
  expect(second.said).toBe("began a conversation");
  expect(await understand(shopId, second.messageId)).toContain("joined another conversation");
  const again = await receive(keys, { ...words, headers: { "Delivered-To": "other@fernweh.example" } });
  expect(again.said).toBe("skipped: the same mail came before by another way");
  expect(await shop.conversations()).toMatchObject([{ id: first.conversation?.id }]);
});
