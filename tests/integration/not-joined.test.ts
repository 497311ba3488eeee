// What keeps a mail about an order out of another conversation: then each has its own draft, which names the other.
import { beforeEach, describe, expect, it } from "vitest";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { sealJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { eva, later, mailShop, type Mail, type MailShop } from "#tests/factories/mail-shop.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { addMessage, understand } from "#tests/factories/thread.ts";

const mia = { id: "42", name: "Mia" };

let shop: MailShop;
beforeEach(async () => {
  shop = await mailShop();
});

describe("a mail does not join", () => {
  type Given = Awaited<ReturnType<typeof waiting>>;
  const waiting = async (given: Partial<Mail> = {}) => {
    const order = await shop.anOrder();
    const first = await shop.readMail({ text: `Where is my order ${order.name}?`, ...given });
    return { order, ...first };
  };
  const status = async ({ conversationId }: Given, to: string) => {
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: { status: to } });
  };
  const again = (order: { name: string }, given: Partial<Mail> = {}) =>
    shop.readMail({ subject: "Again", text: `Where is order ${order.name}?`, at: later(30), ...given });

  it.each<[string, (first: Given) => Promise<{ messageId: string; conversationId: string }>]>([
    ["a conversation about another order", async () => again(await shop.anOrder())],
    [
      "one of several orders without naming it",
      async () => {
        await shop.anOrder();
        return again({ name: "now" });
      },
    ],
    [
      "when it is about two orders",
      async ({ order }) => again({ name: `${order.name} and order ${(await shop.anOrder()).name}` }),
    ],
    ["when its sender was not shown to be that person", ({ order }) => again(order, { proof: "none" })],
    ["when it is signed in and what waits is not", ({ order }) => again(order, { proof: "signed_in" })],
    [
      "another address's conversation",
      ({ order }) => again(order, { contact: { ...eva, address: "e@x.example" } }),
    ],
    [
      "when it is noise",
      ({ order }) => again(order, { text: `I am out of the office until Monday. Re: ${order.name}` }),
    ],
    [
      "what was answered",
      async (first) => {
        const { conversationId } = first;
        await addMessage(shop.keys, { conversationId, text: "On its way.", at: later(9), direction: "out" });
        return again(first.order);
      },
    ],
    [
      "what a reply is on its way to, or may have reached",
      async (first) => {
        await shop.drafted(first.messageId, later(1));
        const draft = await shop.shownDraft(first.conversationId);
        const { inShop, shopId } = shop;
        await approveDraft(
          { inShop, now: () => later(2) },
          { shopId, conversationId: first.conversationId, draftId: draft?.id ?? "", staff: mia },
        );
        await systemPrisma.delivery.updateMany({ where: { shopId }, data: { status: "uncertain" } });
        await status(first, "open");
        return again(first.order);
      },
    ],
    ["what was closed", async (first) => status(first, "closed").then(() => again(first.order))],
    ["spam", async (first) => status(first, "spam").then(() => again(first.order))],
    [
      "what was written more than two weeks before",
      async (first) => {
        await systemPrisma.conversation.update({
          where: { id: first.conversationId },
          data: { updatedAt: later(30_000) },
        });
        return again(first.order, { at: later(24 * 60 * 15) });
      },
    ],
    [
      "where somebody else writes too",
      async (first) => {
        const { conversationId } = first;
        const place = { conversationId, text: "Me too", at: later(3) };
        const messageId = await addMessage(shop.keys, {
          ...place,
          from: { name: "", address: "otto@shopper.example" },
        });
        const proofs = [{ orderId: first.order.id, level: "address_match" as const, by: ["code" as const] }];
        await makeReading(shop.keys, { conversationId, messageId }, { orderIds: [first.order.id], proofs });
        return again(first.order);
      },
    ],
    [
      "where a message is still to be read",
      async (first) => {
        const { conversationId } = first;
        await addMessage(shop.keys, { conversationId, text: "And another thing", at: later(3) });
        return again(first.order);
      },
    ],
    [
      "when a person closed it before it was read",
      async ({ order }) => {
        const place = await shop.mail({
          subject: "Again",
          text: `Where is order ${order.name}?`,
          status: "closed",
        });
        await understand(shop.shopId, place.messageId, later(1));
        return place;
      },
    ],
    [
      "when its own conversation went on",
      async ({ order }) => {
        const place = await shop.mail({ subject: "Again", text: `Where is order ${order.name}?` });
        await addMessage(shop.keys, { conversationId: place.conversationId, text: "?", at: later(2) });
        await understand(shop.shopId, place.messageId, later(3));
        return place;
      },
    ],
  ])("%s", async (_, write) => {
    const first = await waiting();
    const before = first.conversationId;
    const second = await write(first);
    expect(await shop.placeOf(second.messageId)).toBe(second.conversationId);
    expect(second.conversationId).not.toBe(before);
    expect(await shop.joins()).toEqual([]);
  });

  it("the conversation of another account, whatever address it typed", async () => {
    const first = await waiting({ proof: "signed_in", customerId: "7" });
    const second = await shop.mail({
      ...{ subject: "Again", text: `Where is order ${first.order.name}?` },
      ...{ proof: "signed_in", customerId: "8", at: later(3) },
    });
    await signIn(first.messageId, "7");
    await signIn(second.messageId, "8");
    await understand(shop.shopId, second.messageId, later(4));
    expect(await shop.placeOf(second.messageId)).toBe(second.conversationId);
  });

  it("and its draft names the other conversation, where both are about one order", async () => {
    const first = await waiting();
    const second = await again(first.order, { proof: "none" });
    for (const { messageId } of [first, second]) await shop.drafted(messageId, later(31));
    expect(await shop.notes(first.conversationId)).toMatchObject([{ conversationId: second.conversationId }]);
    expect(await shop.notes(second.conversationId)).toMatchObject([{ conversationId: first.conversationId }]);
  });

  it("and its draft names none where it names no order, or the other is about another one", async () => {
    const first = await waiting();
    const [other, unnamed] = [
      await again(await shop.anOrder()),
      await again({ name: "now" }, { subject: "?" }),
    ];
    for (const { messageId } of [first, other, unnamed]) await shop.drafted(messageId, later(31));
    for (const { conversationId } of [first, other, unnamed])
      expect(await shop.notes(conversationId)).toEqual([]);
  });
});

/** As receiving a form of somebody who is signed in does. */
async function signIn(messageId: string, signedInCustomerId: string) {
  const { keys } = shop;
  const content = { from: eva, text: "Where is it?", subject: "Again", signedInCustomerId };
  await systemPrisma.message.update({
    where: { id: messageId },
    data: { sealed: sealJson(keys, `messages.sealed:${messageId}`, content) },
  });
}
