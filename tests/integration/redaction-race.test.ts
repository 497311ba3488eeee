// A redaction and the writers of conversations: whoever comes second sees what the first one did.
import { describe, expect, it, vi } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Ports } from "#app/ports.ts";
import { findPerson } from "#app/privacy/find-person.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { gate } from "#tests/factories/gate.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation, makeDelivery, makeDraftRow } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { accepted, queuedReply } from "#tests/factories/queued-reply.ts";
import { record } from "./mail/receiving.ts";

const EMAIL = "ada@shopper.example.test";
const now = () => new Date();

/** What customers/redact does to a person's conversations, inside the transaction that took the lock. */
async function redact(tx: Tx, keys: ShopKeys) {
  const person = await findPerson(tx, keys, { customerId: null, email: EMAIL, orderIds: [] });
  await tx.redactionMark.create({
    data: { shopId: keys.shopId, entity: "contact", entityKey: blindIndex(keys, "email", EMAIL) },
  });
  await removeConversations(tx, keys, person);
}

/** Starts the writer while a redaction holds the lock, and lets the redaction finish only once the writer waits for it. */
async function during<T>(keys: ShopKeys, writer: () => Promise<T>): Promise<T> {
  let writing: Promise<T> | undefined;
  await forShop(keys.shopId)(async (tx) => {
    await lockForRedaction(sqlOf(tx), keys.shopId);
    writing = writer();
    writing.catch(() => {});
    await vi.waitFor(
      async () => {
        const waiting = await systemPool.query(
          "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        );
        expect(waiting.rowCount).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 20 },
    );
    await redact(tx, keys);
  });
  if (!writing) throw new Error("nothing was written");
  return writing;
}

const nothingOf = async (shopId: string) => ({
  conversations: await systemPrisma.conversation.count({ where: { shopId } }),
  messages: await systemPrisma.message.count({ where: { shopId } }),
  readings: await systemPrisma.reading.count({ where: { shopId } }),
  corrections: await systemPrisma.readingCorrection.count({ where: { shopId } }),
  drafts: await systemPrisma.draft.count({ where: { shopId } }),
  promises: await systemPrisma.promise.count({ where: { shopId } }),
  deliveries: await systemPrisma.delivery.count({ where: { shopId } }),
});
const none = {
  conversations: 0,
  messages: 0,
  readings: 0,
  corrections: 0,
  drafts: 0,
  promises: 0,
  deliveries: 0,
};

describe("a redaction that is under way", () => {
  it("is not undone by a mail that was recorded before it, not even one somebody else handed in", async () => {
    const { shop, keys } = await makeShop();
    const mail = rawMail({
      from: '"Fernweh Supply (Shopify)" <mailer@shopify.com>',
      headers: { "Reply-To": EMAIL },
      text: `You received a new message from your online store's contact form.\n\nName:\nAda Berg\n\nEmail:\n${EMAIL}\n\nBody:\nHello`,
    });
    const id = await record(shop.id, mail);
    await expect(during(keys, () => receiveRecorded(shop.id, id))).resolves.toBe("skipped: redacted");
    expect(await nothingOf(shop.id)).toEqual(none);
    const raw = await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id } });
    expect(raw).toMatchObject({ state: "skipped", reason: "redacted", size: 0 });
    expect(raw.sealed.length).toBeLessThan(100);
  });

  it("is not undone by a storefront post", async () => {
    const { shop, keys } = await makeShop();
    const posted = await recordContactForm({
      shopId: shop.id,
      loggedInCustomerId: null,
      nonce: "0123456789abcdef",
      name: "Ada",
      email: EMAIL,
      message: "Hello",
    });
    if (posted.outcome !== "recorded") throw new Error(posted.outcome);
    await during(keys, () => receiveRecorded(shop.id, posted.messageId));
    expect(await nothingOf(shop.id)).toEqual(none);
  });

  it("is not undone by a reading", async () => {
    const made = await makeShop();
    const { messageId } = await makeConversation(made);
    const run = makeRun(made.shop.id);
    const reading = () => understandMessage({ now } as Ports, run, { shopId: run.shopId, messageId });
    await expect(during(made.keys, reading)).resolves.toBe("the message is gone");
    expect(await nothingOf(made.shop.id)).toEqual(none);
  });

  it("is not undone by a draft, nor by an approval", async () => {
    const made = await makeShop();
    const shopId = made.shop.id;
    const inShop = forShop(shopId);
    const { conversation, messageId } = await makeConversation(made);
    await makeReading(made.keys, { conversationId: conversation.id, messageId });
    const drafting = () => makeDraft({ inShop, now }, { shopId, messageId });
    await expect(during(made.keys, drafting)).resolves.toMatchObject({ outcome: "nothing" });
    expect(await nothingOf(shopId)).toEqual(none);

    const other = await makeShop();
    const begun = await makeConversation(other);
    const place = { conversationId: begun.conversation.id, messageId: begun.messageId };
    const draft = await makeDraftRow(other, place);
    const approval = { shopId: other.shop.id, conversationId: place.conversationId, draftId: draft.id };
    const approving = () =>
      approveDraft({ inShop: forShop(other.shop.id), now }, { ...approval, staff: { id: "1", name: "Mia" } });
    await expect(during(other.keys, approving)).resolves.toEqual({ outcome: "not_found" });
    expect(await nothingOf(other.shop.id)).toEqual(none);
  });

  it("is not undone by the promises of a reply, nor by a reply that was leaving", async () => {
    const made = await makeShop();
    const { conversation, messageId } = await makeConversation(made);
    const delivery = await makeDelivery(made, { conversationId: conversation.id, messageId });
    const run = makeRun(made.shop.id);
    const keeping = () =>
      keepPromises({ now } as Ports, run, { shopId: run.shopId, deliveryId: delivery.id });
    await expect(during(made.keys, keeping)).resolves.toBe("the delivery is gone");
    expect(await nothingOf(made.shop.id)).toEqual(none);

    const reply = await queuedReply();
    let sent = 0;
    const sendMail = async () => {
      sent += 1;
      return accepted;
    };
    // The claim comes before the redaction, the confirmation after it.
    const claimed = gate();
    const released = gate();
    const held = reply.run({
      sendMail: async () => {
        claimed.resolve();
        await released.promise;
        return sendMail();
      },
    });
    await claimed.promise;
    const confirmed = await during(reply.keys, () => {
      released.resolve();
      return held;
    });
    expect([sent, confirmed]).toEqual([1, "the delivery is gone"]);
    expect(await nothingOf(reply.shopId)).toEqual(none);
  });
});

it("what a person writes after their redaction is new", async () => {
  const { shop, keys } = await makeShop();
  await forShop(shop.id)((tx) => redact(tx, keys));
  const id = await record(shop.id, rawMail({ from: `Ada <${EMAIL}>` }));
  await expect(receiveRecorded(shop.id, id)).resolves.toBe("began a conversation");
});
