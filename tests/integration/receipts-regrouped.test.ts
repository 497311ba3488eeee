import { describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { keepReceipt } from "#app/care/keep/keep-receipt.server.ts";
import { mergeConversations } from "#app/care/review/merge/merge-conversations.server.ts";
import { splitConversation } from "#app/care/review/merge/split-conversation.server.ts";
import { unmergeConversations } from "#app/care/review/merge/unmerge-conversations.server.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { after, ASKS, receiptShop } from "#tests/factories/receipt-shop.ts";
import { understand } from "#tests/factories/thread.ts";

const ELSE = "Do you have the rain jacket in green?";
const staff = { id: "42" };

/** A shop in which a shopper asked twice, of different things, and was told of both. */
async function askedTwice() {
  const shop = await receiptShop();
  const shopId = shop.shop.id;
  const deps = { inShop: shop.inShop, now: () => shop.clock.now };
  const [first, second] = [await shop.wrote(ASKS), await shop.wrote(ELSE)];
  for (const { messageId } of [first, second])
    expect(await shop.receipt(messageId)).toBe("they are told by when");
  const leaveAll = async () => {
    shop.clock.now = new Date(shop.clock.now.getTime() + minutes(5));
    for (const { id: deliveryId } of await shop.deliveries())
      await deliverReply(shop.ports, makeRun(shopId), { shopId, deliveryId });
  };
  const keepAll = async () => {
    const said: string[] = [];
    for (const { id: deliveryId, status } of await shop.deliveries())
      if (status === "sent")
        said.push((await keepReceipt(shop.ports, makeRun(shopId), { shopId, deliveryId })) ?? "");
    return said;
  };
  const merge = async () => {
    const done = await mergeConversations(deps, {
      ...{ shopId, intoId: second.conversationId, fromId: first.conversationId, staff },
    });
    if (done.outcome !== "merged") throw new Error(done.outcome);
    return done.mergeId;
  };
  const unmerge = (mergeId: string) => unmergeConversations(deps, { shopId, mergeId, staff });
  return { ...shop, deps, first, second, leaveAll, keepAll, merge, unmerge };
}

describe("conversations of which a receipt waits or was sent", () => {
  it("that become one before it leaves are told of once", async () => {
    const shop = await askedTwice();
    await shop.merge();
    await shop.leaveAll();
    expect(shop.mails).toHaveLength(1);
    const statuses = (await shop.deliveries()).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(["cancelled", "sent"]);
    expect(await shop.keepAll()).toEqual(["wrote down its promise"]);
    expect(await shop.promises()).toHaveLength(1);
  });

  it("that become one after both left keep both times, each written down once", async () => {
    const shop = await askedTwice();
    await shop.leaveAll();
    await shop.merge();
    expect(await shop.keepAll()).toEqual(["wrote down its promise", "wrote down its promise"]);
    expect(await shop.keepAll()).toEqual(["it was written down before", "it was written down before"]);
    const into = { conversationId: shop.second.conversationId };
    expect(await shop.promises()).toMatchObject([into, into]);
  });

  it("that are two again are not told of anew", async () => {
    const shop = await askedTwice();
    const mergeId = await shop.merge();
    await shop.leaveAll();
    await shop.unmerge(mergeId);
    for (const { messageId } of [shop.first, shop.second])
      expect(await shop.receipt(messageId)).toBe("they were told before");
    expect(await shop.deliveries()).toHaveLength(2);
  });
});

describe("a message that was told that it arrived", () => {
  it("is not told again in the conversation that it is split off into", async () => {
    const shop = await receiptShop();
    const shopId = shop.shop.id;
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    await shop.leave();
    const later = await shop.says(conversationId, "in");
    await understand(shopId, later, shop.clock.now);
    shop.clock.now = after(hours(1));
    const done = await splitConversation(
      { inShop: shop.inShop, now: () => shop.clock.now },
      { shopId, conversationId, messageIds: [messageId], staff },
    );
    if (done.outcome !== "split") throw new Error(done.outcome);
    shop.clock.now = after(hours(2));
    expect(await shop.receipt(messageId)).toBe("a person put it where it is");
    expect(await shop.deliveries()).toHaveLength(1);
  });
});
