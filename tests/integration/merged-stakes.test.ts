import { expect, it } from "vitest";
import { mergeConversations } from "#app/care/review/merge/merge-conversations.server.ts";
import { splitConversation } from "#app/care/review/merge/split-conversation.server.ts";
import { unmergeConversations } from "#app/care/review/merge/unmerge-conversations.server.ts";
import { after, triageShop } from "#tests/factories/triage-shop.ts";

const staff = { id: "42" };

/** A shop to which Eva wrote of something that can wait, and of an order that leaves in twenty hours. */
async function twoThings() {
  const shop = await triageShop();
  const { order } = await shop.anOrder(4);
  const calm = await shop.mail({ text: "Do you have the rain jacket in green?", at: after(-1) });
  const pressing = await shop.mail({ text: `Please cancel my order ${order.name}.` });
  expect(await shop.rowOf(pressing)).toMatchObject({ priority: "high", actBy: after(20) });
  const deps = { inShop: shop.inShop, now: shop.now };
  const merge = async () => {
    const done = await mergeConversations(deps, {
      ...{ shopId: shop.shopId, intoId: calm.conversationId, fromId: pressing.conversationId, staff },
    });
    if (done.outcome !== "merged") throw new Error(done.outcome);
    return done.mergeId;
  };
  return { ...shop, deps, calm, pressing, merge };
}

it("a conversation that took another one in is acted on by when that one had to be", async () => {
  const { calm, merge, judgeDue, rowOf, reasonsOf, clock } = await twoThings();
  await merge();
  await judgeDue();
  expect(await rowOf(calm)).toMatchObject({ priority: "high", actBy: after(20) });
  expect((await reasonsOf(calm)).map(({ code }) => code)).toContain("before_fulfilment");
  clock.now = after(18);
  await judgeDue();
  expect(await rowOf(calm)).toMatchObject({ priority: "urgent" });
});

it("both are judged again when they are two again", async () => {
  const { shopId, deps, calm, pressing, merge, judgeDue, rowOf, reasonsOf } = await twoThings();
  const mergeId = await merge();
  await judgeDue();
  await unmergeConversations(deps, { shopId, mergeId, staff });
  await judgeDue();
  expect(await rowOf(pressing)).toMatchObject({ priority: "high", actBy: after(20) });
  expect((await reasonsOf(pressing)).map(({ code }) => code)).toContain("before_fulfilment");
  expect(await rowOf(calm)).toMatchObject({ actBy: null });
});

it("what is split off is judged by itself", async () => {
  const { shopId, deps, calm, pressing, merge, judgeDue, rowOf } = await twoThings();
  await merge();
  const done = await splitConversation(deps, {
    ...{ shopId, conversationId: calm.conversationId, messageIds: [pressing.messageId], staff },
  });
  if (done.outcome !== "split") throw new Error(done.outcome);
  await judgeDue();
  expect(await rowOf(done)).toMatchObject({ actBy: after(20) });
});
