import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { forShop, sqlOf } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { blindIndex, openBytes, openWithDeploymentKey, sealWithDeploymentKey } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { EMAIL } from "#tests/factories/inhabited-shop.ts";
import { makeJob } from "#tests/factories/job.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

type Place = Awaited<ReturnType<typeof makeShop>>;

const OLD_EMAIL = "jonna.before@example.com";

/** A recorded request that the mirror handed on. */
async function requested({ shop, keys }: Place, customer: { id?: string; email?: string }) {
  const id = customer.id ? `"id":${customer.id},` : "";
  const deliveryId = await makeDelivery(keys, {
    topic: "customers/redact",
    body: `{"shop_id":1,"shop_domain":"${shop.domain}","customer":{${id}"email":${JSON.stringify(customer.email ?? null)}},"orders_to_redact":[]}`,
    domain: shop.domain,
  });
  await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
  return () => redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
}

async function bodyOf({ keys }: Place, id: string): Promise<string> {
  const { sealedBody } = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } });
  return openBytes(keys, `webhook_deliveries.sealed_body:${id}`, sealedBody).toString("utf8");
}

async function handled(place: Place, body: string | object, state = "mirrored") {
  const id = await makeDelivery(place.keys, { topic: "orders/updated", body, domain: place.shop.domain });
  await systemPrisma.webhookDelivery.update({ where: { id }, data: { state } });
  return id;
}

describe("customers/redact that runs more than once", () => {
  it("still knows who the person is, by addresses and orders that only the mirror knew", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    const customer = await makeCustomer(shop, keys, { id: "7001", person: { email: EMAIL } });
    await makeOrder(shop, keys, { id: "8001", customerId: customer.id, person: { email: OLD_EMAIL } });
    const go = await requested(place, { id: customer.id });
    const waiting = await makeDelivery(keys, {
      topic: "orders/updated",
      body: '{"id":8001}',
      domain: shop.domain,
    });
    const job = await makeJob(shop.id, { name: "mirrorDelivery", data: { deliveryId: waiting } });
    await expect(go()).rejects.toMatchObject({ name: "TryAgainAt" });

    // These name the person only by what run 1 took out of the mirror.
    const later = [{ id: 8001 }, { note: OLD_EMAIL }, { email: EMAIL }];
    const ids = await Promise.all(later.map((body) => handled(place, body)));
    await expect(go()).rejects.toMatchObject({ name: "TryAgainAt" });
    for (const id of ids) expect(await bodyOf(place, id)).toBe("{}");
    await systemPool.query("UPDATE jobs SET state = 'done' WHERE id = $1", [job]);
    await systemPrisma.webhookDelivery.update({ where: { id: waiting }, data: { state: "mirrored" } });

    expect(await go()).toBe("redacted: orders 1, conversations 0");
    expect(await bodyOf(place, waiting)).toBe("{}");
    await expectNowhere(keys, /jonna/i);
    expect(await go()).toBe("it was redacted before");
  });

  it("empties what no job will handle, and leaves another redaction's request to it", async () => {
    const place = await makeShop();
    await makeCustomer(place.shop, place.keys, { id: "7002", person: { email: EMAIL } });
    const dead = await handled(place, { email: EMAIL }, "recorded");
    const job = await makeJob(place.shop.id, { name: "mirrorDelivery", data: { deliveryId: dead } });
    await systemPool.query("UPDATE jobs SET state = 'quarantined' WHERE id = $1", [job]);
    const first = await requested(place, { id: "7002" });
    const second = await requested(place, { id: "7002", email: EMAIL });

    expect(await second()).toMatch(/^redacted/);
    expect(await systemPrisma.webhookDelivery.findUnique({ where: { id: dead } })).toMatchObject({
      state: "skipped",
      reason: "redacted",
    });
    expect(await first()).toMatch(/^redacted/);
    await expectNowhere(place.keys, /jonna/i);
  });

  it("empties what arrives later about the person, and keeps what does not concern them", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    await makeCustomer(shop, keys, { id: "7002", person: { email: EMAIL } });
    const go = await requested(place, { id: "7002", email: EMAIL });
    await go();
    const arrives = async (id: number, email: string) => {
      const deliveryId = await makeDelivery(keys, {
        topic: "customers/update",
        body: `{"id":${id},"admin_graphql_api_id":"gid://shopify/Customer/${id}","email":"${email}","first_name":"Jonna","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-12-01T00:00:00Z","state":"enabled"}`,
        domain: shop.domain,
      });
      await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
      return bodyOf(place, deliveryId);
    };
    expect(await arrives(7002, EMAIL)).toBe("{}");
    expect(await arrives(7003, "somebody.else@example.com")).toContain("somebody.else@example.com");
  });

  it("passes over a body that does not open, and goes on after it in small batches", async () => {
    const place = await makeShop();
    const broken = await handled(place, { email: "x@example.com" });
    await systemPrisma.webhookDelivery.update({
      where: { id: broken },
      data: { sealedBody: Buffer.from("\u0001broken"), receivedAt: new Date("2026-01-01T00:00:00Z") },
    });
    const filler = "x".repeat(3_000_000);
    const large = await Promise.all([1, 2, 3, 4].map(() => handled(place, { email: EMAIL, filler })));
    const go = await requested(place, { email: EMAIL });
    expect(await go()).toMatch(/^redacted/);
    for (const id of large) expect(await bodyOf(place, id)).toBe("{}");
  });

  it("does not pass over a body that a later release sealed: it is tried again", async () => {
    const place = await makeShop();
    const later = await handled(place, { email: EMAIL });
    await systemPrisma.webhookDelivery.update({
      where: { id: later },
      data: { sealedBody: Buffer.from("\u0009sealed") },
    });
    const go = await requested(place, { email: EMAIL });
    await expect(go()).rejects.toThrow("Unknown seal version 9");
  });
});

describe("customers/redact reaches", () => {
  it("tracking, places and notes of the person's parcels, also those that arrive later", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    const canary = "Canary";
    const { order, rows } = await makeOrder(shop, keys, {
      person: { email: EMAIL },
      fulfillments: [
        {
          trackingNumber: canary,
          trackingUrl: `https://t.example/${canary}`,
          events: [{ message: `left with ${canary}`, city: canary, country: canary }],
        },
      ],
      parts: {
        fulfillmentOrders: [
          {
            id: "31",
            orderId: null,
            status: "on_hold",
            requestStatus: null,
            fulfillAt: null,
            holds: [{ reason: "other", notes: `${canary} is away` }],
            updatedAt: "2026-11-12T09:00:00.000Z",
          },
        ],
      },
    });
    const [parcel] = rows.fulfillments;
    const [event] = rows.events;
    const held = rows.fulfillmentOrders?.[0];
    if (!parcel || !event || !held) throw new Error("The order has no parts");
    await forShop(shop.id)((tx) =>
      writeRows(sqlOf(tx), keys, { fulfillmentOrders: [{ ...held, orderId: order.id }] }),
    );
    const others = await makeOrder(shop, keys, { person: { email: "o@example.com" }, fulfillments: [{}] });
    const go = await requested(place, { email: EMAIL });
    await go();
    await expectNowhere(keys, /canary/i);

    const updatedAt = "2026-12-01T00:00:00.000Z";
    await forShop(shop.id)(async (tx) => {
      await writeRows(sqlOf(tx), keys, { fulfillments: [{ ...parcel, updatedAt }] });
      // The carrier's webhook does not say whose parcel it is, and may come before the parcel's own.
      await writeRows(sqlOf(tx), keys, { events: [{ ...event, id: "41", orderId: null }] });
      await writeRows(sqlOf(tx), keys, {
        events: [{ ...event, id: "42", orderId: null, fulfillmentId: "51" }],
      });
      await writeRows(sqlOf(tx), keys, { fulfillments: [{ ...parcel, id: "51", updatedAt }] });
      await writeRows(sqlOf(tx), keys, { fulfillmentOrders: [{ ...held, updatedAt }] });
    });
    await expectNowhere(keys, /canary/i);
    expect(await systemPrisma.fulfillment.findFirst({ where: { orderId: order.id } })).toMatchObject({
      status: "success",
      trackingCompany: "DHL",
    });
    expect(await systemPrisma.fulfillment.findFirst({ where: { orderId: others.order.id } })).toMatchObject({
      trackingNumber: "00340434161094042557",
    });
  });

  it("a parcel of an order that was not known then and is recognised by its buyer", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    const go = await requested(place, { email: EMAIL });
    await go();
    const { rows } = await makeOrder(shop, keys, {
      person: { email: EMAIL },
      fulfillments: [{ trackingNumber: "Canary" }],
    });
    await forShop(shop.id)((tx) =>
      writeRows(sqlOf(tx), keys, {
        fulfillments: rows.fulfillments.map((one) => ({ ...one, updatedAt: "2026-12-01T00:00:00.000Z" })),
      }),
    );
    await expectNowhere(keys, /canary/i);
    expect(await systemPrisma.fulfillment.findFirst({ where: { shopId: shop.id } })).toMatchObject({
      trackingCompany: "DHL",
      trackingNumber: null,
    });
  });

  it("what the person wrote into somebody else's conversation, and nothing else of it", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    const his = await makeConversation({ keys, contact: { name: "Otto", address: "otto@example.com" } });
    const hers = await makeConversation({
      keys,
      contact: { name: "Jonna Canary", address: EMAIL },
      text: "Canary here, the gift is for me",
    });
    const senderIndex = blindIndex(keys, "email", EMAIL);
    await systemPrisma.message.update({
      where: { id: hers.messageId },
      data: { conversationId: his.conversationId },
    });
    const { searchTokens } = await systemPrisma.conversation.findUniqueOrThrow({
      where: { id: hers.conversationId },
    });
    await systemPrisma.conversation.delete({ where: { id: hers.conversationId } });
    const before = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: his.conversationId } });
    await systemPrisma.conversation.update({
      where: { id: his.conversationId },
      data: { searchTokens: [...new Set([...before.searchTokens, ...searchTokens])] },
    });
    await systemPrisma.inboundMessage.create({
      data: {
        id: hers.messageId,
        shopId: shop.id,
        channel: "email",
        contentHash: randomUUID(),
        size: 1,
        senderIndex,
        state: "threaded",
        sealed: Buffer.from("not opened"),
      },
    });
    const go = await requested(place, { email: EMAIL });
    await go();

    expect(await systemPrisma.message.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { id: his.messageId },
    ]);
    const after = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: his.conversationId } });
    expect(after.searchTokens.toSorted()).toEqual(before.searchTokens.toSorted());
    await expectNowhere(keys, /canary/i);
  });

  it("webhooks that came under the shop's name before it was known", async () => {
    const place = await makeShop();
    const rows = [{ email: EMAIL }, { email: "otto@example.com" }].map((body) => {
      const id = randomUUID();
      const context = `webhook_deliveries.sealed_body:${id}`;
      return { id, context, body: JSON.stringify(body) };
    });
    for (const { id, context, body } of rows) {
      await systemPrisma.webhookDelivery.create({
        data: {
          id,
          shopDomain: place.shop.domain,
          topic: "customers/create",
          webhookId: id,
          state: "quarantined",
          sealedBody: sealWithDeploymentKey(env.ENCRYPTION_KEY, context, Buffer.from(body)),
        },
      });
    }
    const go = await requested(place, { email: EMAIL });
    await go();
    const bodies = await Promise.all(
      rows.map(async ({ id, context }) => {
        const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } });
        return openWithDeploymentKey(env.ENCRYPTION_KEY, context, row.sealedBody).toString("utf8");
      }),
    );
    expect(bodies).toEqual(["{}", '{"email":"otto@example.com"}']);
  });
});
