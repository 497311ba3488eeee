import { describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { closePromises } from "#app/care/keep/close-promises.server.ts";
import { watchPromise } from "#app/care/keep/watch-promise.server.ts";
import { gatherRaised } from "#app/care/draft/gather-raised.server.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { recogniseAutomatic } from "#app/conversation/recognise-automatic.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { MORNING } from "#tests/factories/level-shop.ts";
import { understand } from "#tests/factories/thread.ts";

import { after, ASKS, EVA, receiptShop, type ReceiptShop } from "#tests/factories/receipt-shop.ts";

describe("a receipt", () => {
  it("is told once, in their language, as what it is, and leaves some minutes later", async () => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote(
      "Guten Tag, wo bleibt meine Bestellung? Ich warte schon seit einer Woche darauf.",
    );
    expect(await shop.receipt(messageId)).toBe("they are told by when");
    expect(await shop.receipt(messageId)).toBe("they were told before");
    const [delivery] = await shop.deliveries();
    expect(delivery).toMatchObject({
      key: `receipt:${conversationId}`,
      status: "queued",
      approvedBy: "attune",
      nextAttemptAt: after(minutes(5)),
    });
    const run = makeRun(shop.shop.id);
    const given = { shopId: shop.shop.id, deliveryId: delivery?.id ?? "" };
    await expect(deliverReply(shop.ports, run, given)).rejects.toBeInstanceOf(TryAgainAt);
    expect(await shop.leave()).toBe("sent");
    const [mail] = shop.mails;
    expect(mail).toMatchObject({
      to: EVA,
      subject: "Fernweh Supply hat deine Nachricht bekommen",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    expect(mail?.inReplyTo).toBeDefined();
    // A normal message has eight hours of the office: until ten tomorrow.
    expect(mail?.text).toContain("bis Mittwoch, 25. November um 10:00 MEZ.");
    expect(mail?.text).toContain("Diese Eingangsbestätigung wurde automatisch verschickt.");
    expect(mail?.text).not.toContain("KI");
    // Another program takes it for what it is.
    const headers = Object.entries(mail?.headers ?? {}).map(([name, value]) => ({
      name: name.toLowerCase(),
      value,
    }));
    const { from, subject } = { from: mail?.from.address ?? "", subject: mail?.subject ?? "" };
    expect(
      recogniseAutomatic({ headers, from, subject, envelopeFrom: undefined, ownDomains: [] })?.kind,
    ).toBe("auto_reply");
  });

  it("stands in the conversation as automatic, and is no answer", async () => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    await shop.leave();
    const conversation = await shop.conversation(conversationId);
    expect(conversation).toMatchObject({ status: "open", updatedAt: MORNING });
    expect(conversation?.messages.map(({ direction, automatic }) => [direction, automatic])).toEqual([
      ["in", false],
      ["out", true],
    ]);
    await shop.watch();
    expect(await shop.level(conversationId)).toMatchObject({ firstMetAt: null });
    expect((await shop.due(conversationId)).dueAt).not.toBeNull();
    const drafted = await makeDraft(
      { inShop: shop.inShop, now: () => shop.clock.now },
      { shopId: shop.shop.id, messageId, automatic: true },
    );
    expect(drafted.outcome).toBe("drafted");
    const jobs = await systemPrisma.job.findMany({
      where: { shopId: shop.shop.id, event: "reply-delivered" },
    });
    expect(jobs).toEqual([]);
  });

  it("enters the ledger of promises, which the first answer keeps", async () => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    await shop.leave();
    expect(await shop.keep()).toBe("wrote down its promise");
    expect(await shop.keep()).toBe("it was written down before");
    const dueAt = new Date("2026-11-25T09:00:00Z");
    expect(await shop.promises()).toMatchObject([{ kind: "write", saidBy: "receipt", state: "open", dueAt }]);
    const events = await systemPrisma.conversationEvent.findMany({
      where: { conversationId, kind: "receipt" },
    });
    expect(events).toMatchObject([{ by: "attune", data: { dueAt: dueAt.toISOString() } }]);
    const close = () =>
      shop.inShop((tx) => closePromises(tx, shop.keys, { conversationId, now: shop.clock.now }));
    // The receipt itself keeps nothing.
    expect(await close()).toBe(0);
    shop.clock.now = after(hours(3));
    await shop.says(conversationId, "out");
    expect(await close()).toBe(1);
    expect(await shop.promises()).toMatchObject([{ state: "kept" }]);
  });

  it("warns when its time comes near, and is told of only once it was broken", async () => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    await shop.leave();
    await shop.keep();
    const [promise] = await shop.promises();
    const raised = async () =>
      (await shop.inShop((tx) => gatherRaised(tx, shop.keys, { conversationId, now: shop.clock.now })))
        .promises.length;
    const watch = (at: Date | null | undefined) =>
      watchPromise(shop.ports, makeRun(shop.shop.id), {
        ...{ shopId: shop.shop.id, promiseId: promise?.id ?? "" },
        at: at?.toISOString(),
      });
    shop.clock.now = promise?.warnAt ?? MORNING;
    expect(await watch(promise?.warnAt)).toBe("it is due soon");
    expect((await shop.conversation(conversationId))?.priority).toBe("high");
    expect(await raised()).toBe(0);
    shop.clock.now = new Date((promise?.dueAt?.getTime() ?? 0) + minutes(1));
    expect(await watch(promise?.dueAt)).toBe("it is broken");
    expect(await raised()).toBe(1);
  });

  it("names the time that the queue can hold, where that is later", async () => {
    const shop = await receiptShop();
    await systemPool.query(
      `INSERT INTO deliveries (id, shop_id, key, purpose, status, mail_message_id, recipient_index, sealed, approved_by, at)
       SELECT gen_random_uuid()::text, $1, 'reply:' || n, 'reply', 'sent', 'm' || n, 'r', '', 's', $2 FROM generate_series(1, 40) AS n`,
      [shop.shop.id, after(-hours(48))],
    );
    await Promise.all([1, 2, 3, 4, 5].map(() => shop.asked()));
    const { messageId } = await shop.wrote();
    await shop.receipt(messageId);
    await shop.leave();
    // 40 answers in 160 hours, six that wait: 24 hours of the office.
    expect(shop.mails[0]?.text).toContain("Friday, November 27 at 10:00 AM");
  });
});

describe("nobody is told that their message arrived", () => {
  const whyNot = async (given: {
    text?: string;
    change?: ServiceLevelChange;
    before?: (shop: ReceiptShop, ids: { messageId: string; conversationId: string }) => Promise<unknown>;
  }) => {
    const shop = await receiptShop(given.change);
    const made = await shop.wrote(given.text);
    await given.before?.(shop, made);
    const said = await shop.receipt(made.messageId);
    expect(await shop.deliveries()).toEqual([]);
    return said;
  };

  it("where receipts are off, as they are unless somebody switches them on", async () => {
    expect(await whyNot({ change: { receipt: { on: false } } })).toBe("receipts are off");
  });

  it("who wrote no word themselves", async () => {
    const before = (_shop: unknown, { messageId }: { messageId: string }) =>
      systemPrisma.message.update({ where: { id: messageId }, data: { automatic: true } });
    expect(await whyNot({ before })).toBe("nobody wrote it");
  });

  it("who was answered, or goes on with something", async () => {
    expect(await whyNot({ before: (shop, made) => shop.says(made.conversationId, "out") })).toBe(
      "it is not the first word",
    );
    const shop = await receiptShop();
    const { conversationId } = await shop.wrote();
    shop.clock.now = after(hours(3));
    const messageId = await shop.says(conversationId, "in");
    await understand(shop.shop.id, messageId, shop.clock.now);
    expect(await shop.receipt(messageId)).toBe("it is not the first word");
  });

  it("who answers what we wrote first", async () => {
    const before = (_shop: unknown, { conversationId }: { conversationId: string }) =>
      systemPrisma.conversation.update({ where: { id: conversationId }, data: { issueId: "issue-1" } });
    expect(await whyNot({ before })).toBe("they answer what we wrote");
  });

  it.each([
    ["in a side conversation, with a warehouse or carrier", "they answer what we wrote", { parentId: "c-1" }],
    ["that is spam", "it is spam", { status: "spam" }],
  ])("%s", async (_what, why, data) => {
    const before = (_shop: unknown, { conversationId }: { conversationId: string }) =>
      systemPrisma.conversation.update({ where: { id: conversationId }, data });
    expect(await whyNot({ before })).toBe(why);
  });

  it("whose address takes no mail", async () => {
    expect(
      await whyNot({
        before: (shop) =>
          shop.inShop((tx) =>
            suppress(tx, {
              ...{ shopId: shop.shop.id, scope: "all", reason: "complained" },
              contactIndex: blindIndex(shop.keys, "email", EVA.address),
            }),
          ),
      }),
    ).toBe("the address takes no mail");
  });

  it("whose message is read, or read again, long after it came", async () => {
    const before = (shop: ReceiptShop) => {
      shop.clock.now = after(days(5));
      return Promise.resolve();
    };
    expect(await whyNot({ before })).toBe("it came too long ago");
  });

  it("who is in need, or threatens", async () => {
    expect(await whyNot({ text: "I cannot go on any more, I want to end my life." })).toBe(
      "a person answers it",
    );
    expect(
      await whyNot({ text: "My mother died last week and the wreath for her funeral never came." }),
    ).toBe("a person answers it");
  });

  it("whose language nobody writes here, unless English will do", async () => {
    const text = "Dzień dobry, gdzie jest moje zamówienie? Czekam już ponad tydzień na przesyłkę.";
    expect(await whyNot({ text })).toBe("it has no language of ours");
    const shop = await receiptShop({ receipt: { otherLanguages: "english" } });
    const { messageId } = await shop.wrote(text);
    await shop.receipt(messageId);
    await shop.leave();
    expect(shop.mails[0]?.subject).toBe("Fernweh Supply has your message");
  });

  it("twice for one conversation, and more than twice a day for one address", async () => {
    const shop = await receiptShop();
    const said: string[] = [];
    // About different orders, so that none of them joins another.
    for (const text of [
      ASKS,
      "Do you have the rain jacket in green?",
      "Is the tent waterproof, and how heavy is it?",
    ]) {
      const { messageId } = await shop.wrote(text);
      said.push(await shop.receipt(messageId));
    }
    expect(said).toEqual([
      "they are told by when",
      "they are told by when",
      "this address was told often enough today",
    ]);
  });
});
