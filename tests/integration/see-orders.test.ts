import { describe, expect, it } from "vitest";
import { readPractice } from "#app/care/detect/read-practice.server.ts";
import { seeOrders } from "#app/care/detect/see-orders.server.ts";
import { forShop, forShopSql } from "#app/db.server.ts";
import { days, hours } from "#app/lib/duration.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeIssue, makeOutreach } from "#tests/factories/issue.ts";
import { keptShop, SENT } from "#tests/factories/kept-shop.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage } from "#tests/factories/thread.ts";

const NOW = new Date("2026-11-20T09:00:00.000Z");
const LATER = new Date(SENT.getTime() + hours(1));
const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T09:00:00.000Z`;

async function aShop() {
  const { shop, keys } = await makeShop();
  const order = async (given: GivenOrder) => (await makeOrder(shop, keys, given)).order;
  const seeAll = async (orderIds: string[]) =>
    forShopSql(shop.id)(async (sql) => {
      const practice = await readPractice(sql, shop.id);
      if (practice.outcome !== "known") throw new Error(practice.outcome);
      return seeOrders(sql, keys, { orderIds, now: NOW, practice });
    });
  const see = async ({ id }: { id: string }) => {
    const [one] = await seeAll([id]);
    if (!one) throw new Error("The order is not seen");
    return one.see();
  };
  return { shop, keys, order, seeAll, see };
}

describe("what is known of who placed an order", () => {
  it("counts what they bought before, as a guest and with an account", async () => {
    const { order, see } = await aShop();
    const mara = { email: "mara@example.com" };
    await order({ placedAt: day(1), person: mara });
    await order({ placedAt: day(2), customerId: "7", person: { email: "other@example.com" } });
    const third = await order({ placedAt: day(10), customerId: "7", person: mara });
    await order({ placedAt: day(18), person: mara });
    const stranger = await order({ placedAt: day(10), person: { email: "otto@example.com" } });
    const nobody = await order({ person: { email: null, customerName: null } });
    expect((await see(third)).history.earlierOrders).toBe(2);
    expect((await see(stranger)).history.earlierOrders).toBe(0);
    expect((await see(nobody)).history.earlierOrders).toBeNull();
  });

  it("believes Shopify's count of orders that the app is not shown", async () => {
    const { shop, keys, order, see } = await aShop();
    await makeCustomer(shop, keys, { id: "7", ordersCount: 9 });
    const first = await order({ placedAt: day(1), customerId: "7" });
    await order({ placedAt: day(2), customerId: "7" });
    expect((await see(first)).history.earlierOrders).toBe(7);
  });

  it("shows orders near it, and whether they go to the same place", async () => {
    const { order, see } = await aShop();
    const first = await order({ placedAt: day(10), name: "#1" });
    await order({ placedAt: day(10), name: "#2" });
    const elsewhere = {
      shippingAddress: { address1: "Am Kai 1", city: "Kiel", zip: "24103", countryCode: "DE" },
    };
    await order({ placedAt: day(12), name: "#3", person: elsewhere });
    await order({ placedAt: day(1), name: "#4" });
    const { near } = (await see(first)).history;
    expect(
      near.map(({ name, samePlace }) => ({ name, samePlace })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: "#2", samePlace: true },
      { name: "#3", samePlace: false },
    ]);
    expect(near[0]?.lines).toEqual([{ key: "tb-07", quantity: 1 }]);
  });

  it("counts what went wrong: of the order what is over, of the shopper's others what was lately", async () => {
    const { keys, order, see } = await aShop();
    const [one, other] = [await order({ placedAt: day(10) }), await order({ placedAt: day(11) })];
    const at = new Date(day(14));
    const over = { status: "resolved", resolvedBy: "records", resolvedAt: at };
    await makeIssue(keys, { orderId: one.id, kind: "stalled", subject: "a" });
    await makeIssue(keys, { orderId: one.id, kind: "unfulfilled", subject: "b", ...over });
    await makeIssue(keys, {
      orderId: one.id,
      kind: "past_estimate",
      subject: "c",
      ...over,
      resolvedBy: "never_was",
    });
    await makeIssue(keys, { orderId: other.id, kind: "stalled", subject: "d" });
    await makeIssue(keys, {
      orderId: other.id,
      kind: "stalled",
      subject: "e",
      status: "dismissed",
      resolvedBy: "staff:1",
    });
    await makeIssue(keys, {
      orderId: other.id,
      kind: "stalled",
      subject: "f",
      openedAt: new Date(NOW.getTime() - days(91)),
    });
    const { history } = await see(one);
    expect(history).toMatchObject({ earlierIssues: 2, over: { unfulfilled: at.toISOString() } });
    expect(history.over).not.toHaveProperty("past_estimate");
  });
});

describe("what the shop wrote of an order", () => {
  it("is every mail to its shopper in a conversation about it; of a person's own words nothing is known", async () => {
    const { keys, order, see } = await aShop();
    const one = await order({ person: { email: "eva@shopper.example" } });
    const unspoken = await order({ person: { email: "eva@shopper.example" } });
    const place = await makeConversation({ keys, orderIds: [one.id] });
    await makeConversation({
      keys,
      orderIds: [one.id],
      contact: { name: "Otto", address: "otto@example.com" },
    });
    expect((await see(one)).told).toEqual([]);
    await addMessage(keys, { ...place, text: "It left today.", direction: "out", at: new Date(day(13)) });
    await addMessage(keys, { ...place, text: "It left at last.", direction: "out", at: new Date(day(12)) });
    expect((await see(one)).told).toEqual([
      { at: day(12), about: [] },
      { at: day(13), about: [] },
    ]);
    expect((await see(unspoken)).told).toEqual([]);
  });

  it("knows what a reply cited, and which issue was told of unasked", async () => {
    const shop = await keptShop();
    const place = await shop.toldEta();
    const see = async () => {
      const seen = await forShopSql(shop.shopId)(async (sql) => {
        const practice = await readPractice(sql, shop.shopId);
        if (practice.outcome !== "known") throw new Error(practice.outcome);
        return seeOrders(sql, shop.keys, { orderIds: [place.order.id], now: NOW, practice });
      });
      return seen[0]?.see().told;
    };
    expect(await see()).toEqual([{ at: SENT.toISOString(), about: ["partly_shipped"] }]);
    const { draftId } = await sendReply(shop.keys, {
      ...place.reply,
      draft: {},
      text: "It stands still.",
      at: LATER,
    });
    const issue = await makeIssue(shop.keys, { orderId: place.order.id });
    await makeOutreach(shop.keys, { issue, state: "sent", draftId });
    expect(await see()).toMatchObject([{ about: ["partly_shipped"] }, { about: ["stalled"] }]);
  });
});

describe("what is looked at", () => {
  it("is no order of somebody who was redacted, or that is deleted or unknown", async () => {
    const { shop, order, seeAll } = await aShop();
    const [redacted, deleted, kept] = [await order({}), await order({}), await order({})];
    await forShop(shop.id)((tx) =>
      tx.redactionMark.create({ data: { shopId: shop.id, entity: "order", entityKey: redacted.id } }),
    );
    await systemPrisma.order.updateMany({ where: { id: deleted.id }, data: { deletedAt: NOW } });
    const seen = await seeAll([redacted.id, deleted.id, "unknown", kept.id]);
    expect(seen.map(({ orderId }) => orderId)).toEqual([kept.id]);
  });

  it("is looked at again after the shop wrote, and when what was like it changes", async () => {
    const told = await keptShop();
    const place = await told.aConversation();
    await makeIssue(told.keys, { orderId: place.order.id });
    await told.send(place, "It left today.");
    expect(await systemPrisma.orderWatch.findMany({ where: { shopId: told.shopId } })).toMatchObject([
      { orderId: place.order.id, lookAt: SENT },
    ]);

    const shop = await lookedShop();
    const first = await makeOrder(shop.shop, shop.keys, { placedAt: day(18) });
    const second = await makeOrder(shop.shop, shop.keys, { placedAt: day(18) });
    await systemPool.query("DELETE FROM jobs WHERE shop_id = $1", [shop.shopId]);
    await makeIssue(shop.keys, { orderId: second.order.id, kind: "placed_twice" });
    await shop.detect(first.order.id);
    const soon = (await shop.watches()).filter(({ lookAt }) => lookAt <= shop.clock.now);
    expect(soon.map(({ orderId }) => orderId)).toEqual([second.order.id]);
  });
});
