import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeIssue } from "#tests/factories/issue.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** Of the whole page of a conversation, its transaction with them. */
const MOST_STATEMENTS = 40;
const NOW = new Date("2026-11-20T10:00:00Z");
const MARA = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
const day = (of: number) => new Date(Date.UTC(2026, 10, of, 9));

let world: { shop: { id: string }; keys: ShopKeys; inShop: InShop };
beforeEach(async () => {
  const { shop, keys } = await makeShop();
  world = { shop, keys, inShop: forShop(shop.id) };
});

type Given = { at: Date; subject?: string; status?: string; customerId?: string; contact?: typeof MARA };

const wrote = ({ contact = MARA, ...given }: Given) =>
  makeConversation({ keys: world.keys, contact, ...given });

const shopperOf = async ({ conversationId }: { conversationId: string }) =>
  (await showConversation({ ...world, now: () => NOW }, conversationId))?.shopper;

async function promised(conversationId: string, state: "open" | "kept" | "broken") {
  const id = randomUUID();
  await systemPrisma.promise.create({
    data: {
      ...{ id, shopId: world.shop.id, conversationId, state },
      sealed: sealJson(world.keys, `promises.sealed:${id}`, { text: "We write on Friday.", told: true }),
    },
  });
}

const rated = (conversationId: string, rating: number | null, scale = 5) =>
  systemPrisma.csatRequest.create({
    data: {
      ...{ id: randomUUID(), shopId: world.shop.id, conversationId, rating, scale },
      ...{ state: rating === null ? "asked" : "rated", closedAt: day(10) },
    },
  });

describe("what is known of a shopper", () => {
  it("is what they bought, what was before and how it ended, and what they were promised", async () => {
    const { id: customerId } = await makeCustomer(world.shop, world.keys, {
      ...{ emailConsent: "unsubscribed", emailConsentAt: "2026-10-01T08:00:00.000Z" },
    });
    const { order } = await makeOrder(world.shop, world.keys, { customerId });
    const issue = await makeIssue(world.keys, { orderId: order.id, status: "resolved" });
    const first = await wrote({ at: day(8), subject: "The first", status: "closed" });
    const second = await wrote({
      at: day(9),
      subject: "The second",
      customerId,
      contact: { ...MARA, address: "m@example.com" },
    });
    const now = await wrote({ at: day(12), subject: "Now", customerId });
    await rated(first.conversationId, 4);
    await rated(second.conversationId, null);
    await promised(first.conversationId, "kept");
    await promised(second.conversationId, "broken");
    await promised(now.conversationId, "open");
    const optedOut = { shopId: world.shop.id, contactIndex: indexOf(MARA.address), reason: "asked" };
    await world.inShop((tx) => suppress(tx, { ...optedOut, scope: "outreach" }));

    expect(await shopperOf(now)).toMatchObject({
      orders: { count: 2, more: false },
      spent: { amount: "119.80", currency: "EUR" },
      customerSince: "2026-01-02T09:00:00.000Z",
      past: [
        { subject: "The second", status: "open", rating: null },
        { subject: "The first", status: "closed", rating: { rating: 4, scale: 5, good: true } },
      ],
      more: false,
      rating: null,
      promises: { open: 1, kept: 1, broken: 1 },
      optOuts: [{ scope: "outreach" }],
      marketing: { state: "unsubscribed", since: "2026-10-01T08:00:00.000Z" },
      issues: [{ id: issue.id, status: "resolved", order: { id: order.id, name: order.name } }],
    });
    expect((await shopperOf(first))?.rating).toEqual({ rating: 4, scale: 5, good: true });
  });

  it("is nothing of who is new, and what their address bought of who has no account", async () => {
    const guest = { name: "Guest", address: "guest@example.com" };
    expect(await shopperOf(await wrote({ at: day(9), contact: guest }))).toEqual({
      ...{
        orders: { count: 0, more: false },
        spent: null,
        customerSince: null,
        past: [],
        more: false,
        rating: null,
      },
      ...{ promises: { open: 0, kept: 0, broken: 0 }, optOuts: [], marketing: null, issues: [] },
    });
    await makeOrder(world.shop, world.keys, { person: { email: guest.address } });
    const again = await wrote({ at: day(10), contact: guest });
    expect(await shopperOf(again)).toMatchObject({ orders: { count: 1, more: false }, past: [{}] });
  });

  it("leaves out who else writes, what was begun and not sent, and side conversations", async () => {
    await wrote({ at: day(8), contact: { name: "Otto", address: "otto@example.com" } });
    const unsent = await wrote({ at: day(8) });
    await systemPrisma.conversation.update({ where: { id: unsent.conversationId }, data: { unsent: true } });
    const now = await wrote({ at: day(9) });
    const aside = await wrote({ at: day(10) });
    await systemPrisma.conversation.update({
      where: { id: aside.conversationId },
      data: { parentId: now.conversationId },
    });
    expect((await shopperOf(now))?.past).toEqual([]);
  });

  it("is the newest ten of many conversations, and says that there are more", async () => {
    for (let of = 1; of <= 12; of += 1) await wrote({ at: day(of), subject: `Day ${of}` });
    const now = await wrote({ at: day(13) });
    const shopper = await shopperOf(now);
    expect(shopper?.past.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Day ${12 - at}`),
    );
    expect(shopper?.more).toBe(true);
  });
});

describe("looking a shopper up", () => {
  it("asks the database as often for who wrote and bought much as for who did little", async () => {
    const { id: customerId } = await makeCustomer(world.shop, world.keys);
    const now = await wrote({ at: day(13), customerId });
    await makeOrder(world.shop, world.keys, { customerId });
    await wrote({ at: day(1), customerId });
    const asked = async () => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      await shopperOf(now);
      const count = query.mock.calls.length;
      query.mockRestore();
      return count;
    };
    const little = await asked();
    for (let of = 2; of <= 9; of += 1) {
      const { order } = await makeOrder(world.shop, world.keys, { customerId });
      await makeIssue(world.keys, { orderId: order.id });
      const { conversationId } = await wrote({ at: day(of), customerId });
      await promised(conversationId, "kept");
    }
    expect(await asked()).toBe(little);
    expect(little).toBeLessThanOrEqual(MOST_STATEMENTS);
  });
});

const indexOf = (address: string) => blindIndex(world.keys, "email", address);
