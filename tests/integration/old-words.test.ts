import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { rewriteOldWords } from "#app/conversation/rewrite-old-words.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Ports } from "#app/ports.ts";
import { removeMessagesElsewhere } from "#app/privacy/remove-messages-elsewhere.server.ts";
import { fireWatches } from "#app/queue/fire-watches.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const OLD_WORDS = { table: "conversations", event: "words-outdated" } as const;

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  /** A conversation as it stood before words were also found in another way. */
  const old = async (text: string, name = "Jürgen Böhm") => {
    const contact = { name, address: `${randomUUID()}@shopper.example` };
    const { conversationId, messageId } = await makeConversation({ keys, subject: "Paket", text, contact });
    await systemPrisma.conversation.update({
      where: { id: conversationId },
      data: { searchTokens: ["aaaaaaaaaaa"], wordsForm: 1 },
    });
    return { conversationId, messageId };
  };
  const found = async (q: string) => {
    const page = await listConversations({ inShop, keys, now: () => new Date() }, { q, limit: 100 });
    return page.outcome === "listed" ? page.items.map(({ id }) => id) : page.outcome;
  };
  const work = () => rewriteOldWords({} as Ports, makeRun(shop.id), { shopId: shop.id });
  const asked = () =>
    systemPrisma.job.count({ where: { shopId: shop.id, name: "rewriteOldWords", state: "waiting" } });
  const left = () =>
    systemPrisma.conversation.count({ where: { shopId: shop.id, wordsForm: { lt: WORDS_FORM } } });
  const forgetJobs = () => systemPool.query("DELETE FROM jobs WHERE shop_id = $1", [shop.id]);
  return { shopId: shop.id, keys, inShop, old, found, work, asked, left, forgetJobs };
}

/** What else was said in a conversation. */
async function say(keys: ShopKeys, conversationId: string, text: string): Promise<string> {
  const id = randomUUID();
  const from = { name: "Åsa Öberg", address: "asa@elsewhere.example" };
  const content = {
    from,
    to: [],
    cc: [],
    subject: "Ein Gruß",
    text,
    quoted: "",
    signature: "",
    references: [],
  };
  await systemPrisma.message.create({
    data: {
      ...{ id, shopId: keys.shopId, conversationId, direction: "in", channel: "email", at: new Date() },
      sealed: sealJson(keys, `messages.sealed:${id}`, content),
    },
  });
  return id;
}

describe("conversations that are found by words in an older form", () => {
  it("are found without accents and inside a sentence without spaces, and are changed in nothing else", async () => {
    const { old, found, work, left } = await place();
    const one = await old("Wo bleibt die Größe 42?");
    const two = await old("荷物の再配達をお願いします", "山田");
    const before = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: one.conversationId } });
    expect(await found("jurgen")).toEqual([]);
    expect(await work()).toBe("rewrote the words of 2 conversations");
    expect(await found("jurgen")).toEqual([one.conversationId]);
    expect(await found("grosse")).toEqual([one.conversationId]);
    expect(await found("再配達")).toEqual([two.conversationId]);
    expect(await left()).toBe(0);
    const after = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: one.conversationId } });
    expect({ ...after, searchTokens: [], wordsForm: 0 }).toEqual({
      ...before,
      searchTokens: [],
      wordsForm: 0,
    });
  });

  it("are taken up batch by batch, from where a worker that was killed left them", async () => {
    const { shopId, old, work, asked, left, forgetJobs } = await place();
    for (let count = 0; count < 60; count += 1) await old(`Nummer ${count}`);
    const now = new Date();
    await fireWatches(OLD_WORDS, now);
    expect(await asked()).toBe(1);
    await fireWatches(OLD_WORDS, now);
    expect(await asked()).toBe(1);
    await forgetJobs();
    // One that dies before it is done has done nothing.
    const run = makeRun(shopId);
    const dies = { ...run, inShop: dying(run.inShop) };
    await expect(rewriteOldWords({} as Ports, dies, { shopId })).rejects.toThrow("killed");
    expect([await left(), await asked()]).toEqual([60, 0]);
    expect(await work()).toBe("rewrote the words of 50 conversations");
    // The next one was asked for with it, and went with the queue.
    expect([await left(), await asked()]).toEqual([10, 1]);
    await forgetJobs();
    await fireWatches(OLD_WORDS, now);
    expect(await asked()).toBe(1);
    await forgetJobs();
    expect(await work()).toBe("rewrote the words of 10 conversations");
    await fireWatches(OLD_WORDS, now);
    expect([await left(), await asked()]).toEqual([0, 0]);
  });

  it("stay as they are while the shop has not the app, and are taken up when it comes back", async () => {
    const { shopId, old, work, asked, left } = await place();
    await old("Guten Tag");
    const has = (uninstalledAt: Date | null) =>
      systemPrisma.shop.update({ where: { id: shopId }, data: { uninstalledAt } });
    await has(new Date());
    await fireWatches(OLD_WORDS, new Date());
    expect(await asked()).toBe(0);
    expect(await work()).toBe("the app is uninstalled");
    expect(await left()).toBe(1);
    await has(null);
    await fireWatches(OLD_WORDS, new Date());
    expect(await asked()).toBe(1);
  });

  it("are found by nothing of what was redacted meanwhile", async () => {
    const { shopId, keys, inShop, old, found, work } = await place();
    const [gone, stays] = [await old("Ich bin verärgert"), await old("Alles in Ordnung")];
    const theirs = await say(keys, stays.conversationId, "Meine Tür klemmt");
    let rewriting: Promise<string> | undefined;
    await inShop(async (tx) => {
      await lockForRedaction(sqlOf(tx), shopId);
      rewriting = work();
      await removeMessagesElsewhere(tx, keys, { messageIds: [theirs], deliveryIds: [] });
      await tx.message.deleteMany({ where: { conversationId: gone.conversationId } });
      await tx.conversation.delete({ where: { id: gone.conversationId } });
    });
    await rewriting;
    expect(await found("jurgen")).toEqual([stays.conversationId]);
    for (const word of ["tur", "tür", "asa", "verargert", "gruss"]) expect(await found(word)).toEqual([]);
  });

  it("hold up no others where one cannot be opened", async () => {
    const { old, found, work, left } = await place();
    const [broken, whole] = [await old("Eins"), await old("Zwei")];
    await systemPrisma.message.update({
      where: { id: broken.messageId },
      data: { sealed: Buffer.from("no longer") },
    });
    expect(await work()).toBe("rewrote the words of 2 conversations");
    expect(await found("jurgen")).toEqual([whole.conversationId]);
    expect(await left()).toBe(0);
  });
});

/** A worker that is killed when all is written and nothing is committed. */
const dying =
  (inShop: ReturnType<typeof forShop>): ReturnType<typeof forShop> =>
  (work) =>
    inShop(async (tx) => {
      const done = await work(tx);
      const written = await tx.conversation.count({ where: { wordsForm: WORDS_FORM } });
      if (written > 0) throw new Error("killed");
      return done;
    });
