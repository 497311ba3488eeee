import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { MOVED, NOT_MOVED } from "#app/care/review/merge/moved-rows.ts";
import { findThread } from "#app/conversation/find-thread.server.ts";
import { joinedInto } from "#app/conversation/joined-into.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { mergeShop } from "#tests/factories/merge-shop.ts";
import { inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { mailServer } from "#tests/factories/queued-reply.ts";
import { makeDelivery } from "#tests/factories/reply.ts";

const ANOTHER = { from: { name: "Otto", address: "otto@shopper.example.test" } };

async function merged(shop: Awaited<ReturnType<typeof mergeShop>>, intoId: string, fromId: string) {
  const done = await shop.merge(intoId, fromId);
  if (done.outcome !== "merged") throw new Error(`not merged: ${done.outcome}`);
  return done.mergeId;
}

describe("mergeConversations", () => {
  it("knows every column that says to which conversation a row belongs", async () => {
    const { shop } = await inhabitedShop();
    const { rows: columns } = await systemPool.query<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'`,
    );
    const known = [...MOVED.map(({ table, column }) => `${table}.${column}`), ...NOT_MOVED];
    const unknown: string[] = [];
    for (const { table, column } of columns) {
      const name = `${table}.${column}`;
      if (known.includes(name) || name === "conversations.id") continue;
      // Whatever it is called, one that holds a conversation's id names a conversation.
      const { rowCount } = await systemPool.query(
        `SELECT 1 FROM "${table}" WHERE "${column}" IN (SELECT id FROM conversations WHERE shop_id = $1) LIMIT 1`,
        [shop.id],
      );
      if (rowCount || /^(conversation|parent|place|into|from)_id$/u.test(column)) unknown.push(name);
    }
    expect(unknown).toEqual([]);
  });

  it("puts everything of one conversation into the other, in the order it was said", async () => {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    await merged(shop, second.id, first.id);
    const whole = await shop.inShop((tx) => readConversation(tx, shop.keys, second.id));
    expect(whole?.messages.map(({ id }) => id)).toEqual([...first.messageIds, ...second.messageIds]);
    expect(whole?.tags).toHaveLength(3);
    expect(whole?.priority).toBe("high");
    for (const { table, column } of MOVED.filter((one) => one.column === "conversation_id")) {
      const { rowCount } = await systemPool.query(`SELECT 1 FROM "${table}" WHERE "${column}" = $1`, [
        first.id,
      ]);
      expect(`${table} ${rowCount}`).toBe(`${table} 0`);
    }
    const drafts = await systemPrisma.draft.findMany({ where: { conversationId: second.id } });
    expect(new Set(drafts.map(({ version }) => version)).size).toBe(4);
  });

  it("leads whoever follows the old address, or answers a mail of it, to where it is", async () => {
    const shop = await mergeShop();
    const [first, second, third] = [
      await shop.conversation(),
      await shop.conversation(),
      await shop.conversation(),
    ];
    const { replyToken, contactIndex } = await systemPrisma.conversation.findUniqueOrThrow({
      where: { id: first.id },
    });
    await merged(shop, second.id, first.id);
    await merged(shop, third.id, second.id);
    expect(await shop.inShop((tx) => joinedInto(tx, first.id))).toBe(third.id);
    const content = { subject: "", references: [] };
    const thread = await shop.inShop((tx) =>
      findThread(tx, shop.keys, {
        ...{ at: new Date(), contactIndex: contactIndex ?? "", replyToken },
        content: { ...content, from: ANOTHER.from, to: [], cc: [], text: "", quoted: "", signature: "" },
      }),
    );
    expect(thread?.id).toBe(third.id);
  });

  it("refuses two addresses until somebody says that they are one person, and leaves each message its own proof", async () => {
    const shop = await mergeShop();
    const [hers, his] = [await shop.conversation(), await shop.conversation(ANOTHER)];
    await systemPrisma.message.updateMany({ where: { conversationId: his.id }, data: { proof: "none" } });
    expect(await shop.merge(hers.id, his.id)).toEqual({ outcome: "contacts_differ" });
    expect((await shop.merge(hers.id, his.id, { otherContact: true })).outcome).toBe("merged");
    const whole = await shop.inShop((tx) => readConversation(tx, shop.keys, hers.id));
    expect(whole?.content.contactEmail).toBe("ada@shopper.example.test");
    const proofs = whole?.messages.filter(({ direction }) => direction === "in");
    expect(proofs?.map(({ content, proof }) => [content.from.name, proof])).toEqual([
      ["Ada Berg", "address_match"],
      ["Ada Berg", "address_match"],
      ["Otto", "none"],
      ["Otto", "none"],
    ]);
  });

  it("refuses itself, what is not there, and another shop's", async () => {
    const [shop, other] = [await mergeShop(), await mergeShop()];
    const [mine, theirs] = [await shop.conversation(), await other.conversation()];
    expect(await shop.merge(mine.id, mine.id)).toEqual({ outcome: "refused", why: "same" });
    expect(await shop.merge(mine.id, theirs.id)).toEqual({ outcome: "not_found" });
    expect(await shop.merge(theirs.id, mine.id)).toEqual({ outcome: "not_found" });
  });

  it("sends what is on its way once, wherever its conversation is by then", async () => {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    const queued = await makeDelivery(shop, {
      conversationId: first.id,
      messageId: first.messageIds[2] ?? "",
      version: 3,
    });
    const mail = mailServer();
    const ports = { sendMail: mail.sendMail, now: () => new Date() } as Ports;
    const run = { ...makeRun(shop.shopId), signal: new AbortController().signal };
    const job = { shopId: shop.shopId, deliveryId: queued.id };
    await Promise.all([deliverReply(ports, run, job), merged(shop, second.id, first.id)]);
    expect(mail.taken).toHaveLength(1);
    const message = await systemPrisma.message.findUniqueOrThrow({ where: { id: queued.id } });
    expect(message.conversationId).toBe(second.id);
  });
});

describe("unmergeConversations", () => {
  it("puts every row back as it was, whatever was merged into what", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 5 }),
        async (steps) => {
          const shop = await mergeShop();
          const ids: string[] = [];
          for (let made = 0; made < 3; made += 1) ids.push((await shop.conversation()).id);
          const before = await shop.rows();
          const done: string[] = [];
          for (const [into, from, undo] of steps) {
            const outcome = await shop.merge(ids[into] ?? "", ids[from] ?? "");
            if (outcome.outcome === "merged") done.push(outcome.mergeId);
            const last = undo ? done.pop() : undefined;
            if (last) await shop.unmerge(last);
          }
          for (const mergeId of done.toReversed())
            expect((await shop.unmerge(mergeId)).outcome).toBe("unmerged");
          expect(await shop.rows()).toEqual(before);
        },
      ),
      { numRuns: 6, seed: 7 },
    );
  });

  it("leaves what came since, and what a person changed since, where it is", async () => {
    const shop = await mergeShop();
    const [first, second] = [await shop.conversation(), await shop.conversation()];
    const mergeId = await merged(shop, second.id, first.id);
    await systemPrisma.conversation.update({
      where: { id: second.id },
      data: { assigneeId: "43", tags: { push: "new" } },
    });
    const later = await makeDelivery(shop, {
      conversationId: second.id,
      messageId: second.messageIds[2] ?? "",
      version: 9,
    });
    await shop.unmerge(mergeId);
    const row = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: second.id } });
    expect(row.assigneeId).toBe("43");
    expect(row.tags).toContain("new");
    expect(row.tags).toHaveLength(3);
    const delivery = await systemPrisma.delivery.findUniqueOrThrow({ where: { id: later.id } });
    expect(delivery.conversationId).toBe(second.id);
    expect(await shop.unmerge(mergeId)).toEqual({ outcome: "too_late" });
  });

  it("undoes the later of two merges first", async () => {
    const shop = await mergeShop();
    const [first, second, third] = [
      await shop.conversation(),
      await shop.conversation(),
      await shop.conversation(),
    ];
    const inner = await merged(shop, second.id, first.id);
    const outer = await merged(shop, third.id, second.id);
    expect(await shop.unmerge(inner)).toEqual({ outcome: "too_late" });
    expect(await shop.unmerge(outer)).toMatchObject({ outcome: "unmerged", conversationId: second.id });
    expect(await shop.unmerge(inner)).toMatchObject({ outcome: "unmerged", conversationId: first.id });
  });
});

describe("splitConversation", () => {
  it("takes messages out with what was made of them, and merging puts them back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }), async (chosen) => {
        const shop = await mergeShop();
        const { id, messageIds } = await shop.conversation();
        const before = await contentOf(shop);
        const done = await shop.split(
          id,
          chosen.map((at) => messageIds[at] ?? ""),
        );
        if (done.outcome !== "split") throw new Error(done.outcome);
        const inNew = await systemPrisma.message.findMany({ where: { conversationId: done.conversationId } });
        expect(inNew.map((one) => one.id).toSorted()).toEqual(
          chosen.map((at) => messageIds[at] ?? "").toSorted(),
        );
        const readings = await systemPrisma.reading.findMany({ where: { shopId: shop.shopId } });
        for (const { messageId, conversationId } of readings)
          expect(conversationId).toBe(inNew.some((one) => one.id === messageId) ? done.conversationId : id);
        const promise = await systemPrisma.promise.findFirstOrThrow({ where: { shopId: shop.shopId } });
        expect(promise.conversationId).toBe(chosen.includes(1) ? done.conversationId : id);
        await merged(shop, id, done.conversationId);
        expect(await contentOf(shop)).toEqual(before);
      }),
      { numRuns: 5, seed: 11 },
    );
  });

  it("leaves at least one message, and takes only its own", async () => {
    const shop = await mergeShop();
    const [one, other] = [await shop.conversation(), await shop.conversation()];
    expect(await shop.split(one.id, one.messageIds)).toEqual({ outcome: "refused", why: "all" });
    expect(await shop.split(one.id, other.messageIds)).toEqual({ outcome: "refused", why: "none" });
  });

  it("is with whoever wrote what was taken out", async () => {
    const shop = await mergeShop();
    const [hers, his] = [await shop.conversation(), await shop.conversation(ANOTHER)];
    await shop.merge(hers.id, his.id, { otherContact: true });
    const done = await shop.split(hers.id, his.messageIds);
    if (done.outcome !== "split") throw new Error(done.outcome);
    const apart = await shop.inShop((tx) => readConversation(tx, shop.keys, done.conversationId));
    expect(apart?.content.contactEmail).toBe(ANOTHER.from.address);
    expect(apart?.messages.map(({ id }) => id)).toEqual(his.messageIds);
    const tokens = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: hers.id } });
    expect(tokens.searchTokens.length).toBeGreaterThan(0);
  });
});

/** Where each row is, by table; a conversation's own row and the numbers of its drafts aside. */
async function contentOf(shop: Awaited<ReturnType<typeof mergeShop>>) {
  const rows = await shop.rows();
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => table !== "conversations" && table !== "conversation_joins")
      .map(([table, all]) => [
        table,
        all.map((row) => ({
          ...(row as Record<string, unknown>),
          version: table === "drafts" ? 0 : undefined,
        })),
      ]),
  );
}
