import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { forShop } from "#app/db.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { closeShop } from "#app/privacy/close-shop.server.ts";
import { eraseDeleted } from "#app/privacy/erase-deleted.server.ts";
import { exportCustomerData } from "#app/privacy/export-customer-data.server.ts";
import { listDataRequests, readDataExport } from "#app/privacy/read-data-requests.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { redactShop } from "#app/privacy/redact-shop.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import { blindIndex, openWithDeploymentKey, sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";

const EMAIL = "jonna.canary@example.com";
const CUSTOMER = "706405506930370084";

type Place = Awaited<ReturnType<typeof makeShop>>;

/** A shop in which Jonna bought, wrote and was answered, and so did somebody else. */
async function inhabitedShop() {
  const place = await makeShop();
  const { shop, keys } = place;
  const person = { email: EMAIL, customerName: "Jonna Canary" };
  await makeCustomer(shop, keys, {
    id: CUSTOMER,
    person: { firstName: "Jonna", lastName: "Canary", email: EMAIL },
  });
  const { order } = await makeOrder(shop, keys, { customerId: CUSTOMER, person, refunds: [{}] });
  const guest = await makeOrder(shop, keys, { person: { ...person, email: EMAIL.toUpperCase() } });
  const hers = await makeConversation({
    keys,
    contact: { name: "Jonna Canary", address: EMAIL },
    orderIds: [order.id],
  });
  await addAnswer(keys, hers);
  const other = { email: "otto@example.com", customerName: "Otto" };
  const ottos = await makeOrder(shop, keys, { person: other });
  const his = await makeConversation({ keys, contact: { name: "Otto", address: other.email } });
  const webhook = await makeDelivery(keys, {
    topic: "customers/update",
    body: { id: 1, email: EMAIL },
    domain: shop.domain,
  });
  await systemPrisma.webhookDelivery.update({ where: { id: webhook }, data: { state: "mirrored" } });
  return { ...place, order, guest: guest.order, ottos: ottos.order, hers, his };
}

async function addAnswer(
  keys: ShopKeys,
  { conversationId, messageId }: { conversationId: string; messageId: string },
) {
  const { shopId } = keys;
  const [draftId, deliveryId, attachmentId, promiseId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const contactIndex = blindIndex(keys, "email", EMAIL);
  await forShop(shopId)(async (tx) => {
    await tx.inboundMessage.create({
      data: {
        id: messageId,
        shopId,
        channel: "email",
        contentHash: messageId,
        size: 10,
        senderIndex: contactIndex,
        state: "threaded",
        sealed: sealBytes(keys, `inbound_messages.sealed:${messageId}`, Buffer.from(`From: ${EMAIL}`)),
      },
    });
    await tx.attachment.create({
      data: {
        id: attachmentId,
        shopId,
        messageId,
        mimeType: "text/plain",
        size: 5,
        sealedName: sealJson(keys, `attachments.sealed_name:${attachmentId}`, { name: "receipt.txt" }),
        sealedContent: sealBytes(keys, `attachments.sealed_content:${attachmentId}`, Buffer.from("hello")),
      },
    });
    await tx.reading.create({
      data: {
        messageId,
        shopId,
        conversationId,
        sealed: sealJson(keys, `readings.sealed:${messageId}`, { intent: "order_status" }),
      },
    });
    await tx.draft.create({
      data: {
        id: draftId,
        shopId,
        conversationId,
        messageId,
        version: 1,
        language: "en",
        maker: "composer",
        status: "sent",
        sealed: sealJson(keys, `drafts.sealed:${draftId}`, { text: "Dear Jonna" }),
      },
    });
    await tx.delivery.create({
      data: {
        id: deliveryId,
        shopId,
        key: `reply:${draftId}`,
        purpose: "reply",
        conversationId,
        draftId,
        mailMessageId: "<a@b>",
        recipientIndex: contactIndex,
        approvedBy: "1",
        status: "sent",
        sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, { text: "Dear Jonna" }),
      },
    });
    await tx.promise.create({
      data: {
        id: promiseId,
        shopId,
        conversationId,
        sealed: sealJson(keys, `promises.sealed:${promiseId}`, { text: "by Friday" }),
      },
    });
  });
}

const redactBody = (domain: string, customer: object, orders: string[] = []) =>
  `{"shop_id":954889,"shop_domain":"${domain}","customer":${JSON.stringify(customer)},"orders_to_redact":[${orders.join(",")}]}`;

async function redact({ shop, keys }: Place, body: string) {
  const deliveryId = await makeDelivery(keys, { topic: "customers/redact", body, domain: shop.domain });
  await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
  return redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
}

const counts = async (shopId: string) => {
  const names = ["conversation", "message", "attachment", "reading", "draft", "delivery", "promise"] as const;
  const tables = systemPrisma as unknown as Record<string, { count: (args: object) => Promise<number> }>;
  const entries = await Promise.all(
    names.map(async (name) => [name, await tables[name]?.count({ where: { shopId } })] as const),
  );
  return Object.fromEntries(entries);
};

describe("customers/redact", () => {
  it("removes the person everywhere and nobody else, and leaves figures without a person", async () => {
    const place = await inhabitedShop();
    const { shop, keys } = place;
    const inShop = forShop(shop.id);

    const phrase = await redact(
      place,
      redactBody(shop.domain, { id: Number(CUSTOMER), email: EMAIL, phone: null }).replace(
        `"id":${Number(CUSTOMER)}`,
        `"id":${CUSTOMER}`,
      ),
    );

    expect(phrase).toBe("redacted: orders 2, conversations 1");
    expect(await counts(shop.id)).toEqual({
      conversation: 1,
      message: 1,
      attachment: 0,
      reading: 0,
      draft: 0,
      delivery: 0,
      promise: 0,
    });
    const orders = await inShop((tx) =>
      readOrders(tx, keys, [place.order.id, place.guest.id, place.ottos.id]),
    );
    expect(
      orders.map(({ customer, shippingAddress }) => ({ customer, city: shippingAddress?.city ?? null })),
    ).toEqual([
      { customer: null, city: null },
      { customer: null, city: null },
      { customer: { id: null, name: "Otto", email: "otto@example.com" }, city: "Hamburg" },
    ]);
    expect(orders[0]?.refunds).toHaveLength(1);
    expect(await inShop((tx) => tx.customer.count())).toBe(0);
    expect(await inShop((tx) => tx.conversation.findMany({ select: { id: true } }))).toEqual([
      { id: place.his.conversationId },
    ]);
    await expectNowhere(keys, /jonna|canary/i);
  });

  it("is not undone by a late webhook, but lets the person buy again", async () => {
    const place = await inhabitedShop();
    const { shop, keys, order } = place;
    await redact(place, redactBody(shop.domain, { id: null, email: EMAIL }));
    const inShop = forShop(shop.id);
    const late = { ...order, updatedAt: "2026-12-01T00:00:00.000Z" };
    const again = {
      ...order,
      id: "9000",
      placedAt: "2099-01-01T00:00:00.000Z",
      updatedAt: "2099-01-01T00:00:00.000Z",
      customerId: null,
    };
    await inShop((tx) => writeRows(tx, keys, { orders: [late, again] }));
    await makeCustomer(shop, keys, {
      id: CUSTOMER,
      updatedAt: "2026-12-01T00:00:00.000Z",
      person: { firstName: "Jonna", email: EMAIL },
    });

    const [redacted, bought] = await inShop((tx) => readOrders(tx, keys, [order.id, "9000"]));
    expect(redacted).toMatchObject({ customer: null, shippingAddress: null, updatedAt: late.updatedAt });
    expect(bought?.customer?.email).toBe(EMAIL);
    expect(await inShop((tx) => tx.customer.count())).toBe(0);
  });

  it("redacts somebody who only wrote, and can be repeated", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    await makeConversation({ keys, contact: { name: "Jonna Canary", address: EMAIL } });
    const deliveryId = await makeDelivery(keys, {
      topic: "customers/redact",
      body: redactBody(shop.domain, { email: EMAIL }),
      domain: shop.domain,
    });
    await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    const go = () => redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    expect(await go()).toBe("redacted: orders 0, conversations 1");
    expect(await go()).toBe("it was redacted before");
    await expectNowhere(keys, /jonna|canary/i);
  });

  it("waits for webhooks about the person that are not handled yet", async () => {
    const place = await makeShop();
    await makeDelivery(place.keys, {
      topic: "customers/update",
      body: { email: EMAIL },
      domain: place.shop.domain,
    });
    await expect(redact(place, redactBody(place.shop.domain, { email: EMAIL }))).rejects.toMatchObject({
      name: "TryAgainAt",
    });
  });
});

/** Opens every sealed value of the shop and searches it, and every other column with it. */
async function expectNowhere(keys: ShopKeys, wanted: RegExp) {
  const tables = await tenantTables();
  for (const table of tables) {
    const { rows } = await systemPool.query<Record<string, unknown>>(
      `SELECT * FROM "${table}" WHERE shop_id = $1`,
      [keys.shopId],
    );
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const id = String(row[table === "readings" ? "message_id" : "id"]);
        const text = Buffer.isBuffer(value)
          ? open(keys, `${table}.${column}:${id}`, value)
          : JSON.stringify(value, (_key, inner: unknown) =>
              typeof inner === "bigint" ? String(inner) : inner,
            );
        expect({ table, column, text }).not.toMatchObject({ text: expect.stringMatching(wanted) });
      }
    }
  }
}

function open(keys: ShopKeys, context: string, bytes: Buffer): string {
  const { openBytes } = seal;
  return openBytes(keys, context as `${string}.${string}:${string}`, bytes).toString("utf8");
}
const seal = await import("#app/shop/seal.ts");

async function tenantTables(): Promise<string[]> {
  const { rows } = await systemPool.query<{ table_name: string }>(
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id'",
  );
  return rows.map(({ table_name: name }) => name);
}

describe("customers/data_request", () => {
  it("makes one file of everything held, for the owner to download", async () => {
    const { shop, keys, order } = await inhabitedShop();
    const body = `{"shop_id":954889,"shop_domain":"${shop.domain}","customer":{"id":${CUSTOMER},"email":"${EMAIL}"},"orders_requested":[],"data_request":{"id":9999}}`;
    const deliveryId = await makeDelivery(keys, {
      topic: "customers/data_request",
      body,
      domain: shop.domain,
    });
    const go = () => exportCustomerData(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    await go();
    await go();

    const inShop = forShop(shop.id);
    const requests = await inShop((tx) => listDataRequests(tx));
    expect(requests).toMatchObject([{ requestKey: "9999", state: "ready" }]);
    const file = await inShop((tx) => readDataExport(tx, keys, requests[0]?.id ?? ""));
    const parsed = z
      .object({
        customers: z.array(z.unknown()),
        orders: z.array(z.object({ id: z.string() })),
        conversations: z.array(z.unknown()),
        events: z.array(z.unknown()),
      })
      .parse(JSON.parse(file?.toString("utf8") ?? ""));
    expect(parsed.orders.map(({ id }) => id)).toContain(order.id);
    expect(parsed).toMatchObject({
      customers: [{ email: EMAIL }],
      conversations: [
        {
          messages: [
            {
              content: { text: "Hello, my parcel has not arrived." },
              attachments: [{ base64: Buffer.from("hello").toString("base64") }],
            },
          ],
          drafts: [{ content: { text: "Dear Jonna" } }],
        },
      ],
    });
    expect(file?.toString("utf8")).not.toMatch(/otto/i);
    const stored = await systemPrisma.dataRequest.findFirstOrThrow({ where: { shopId: shop.id } });
    expect(Buffer.from(stored.sealedExport ?? []).toString("latin1")).not.toContain("jonna");
  });
});

describe("shop/redact", () => {
  it("leaves no row of the shop but what came and what ran, and lets it begin again", async () => {
    const { shop, keys } = await inhabitedShop();
    const bystander = await inhabitedShop();
    const before = await counts(bystander.shop.id);
    const deliveryId = await makeDelivery(keys, {
      topic: "shop/redact",
      body: `{"shop_id":1,"shop_domain":"${shop.domain}"}`,
      domain: shop.domain,
    });
    await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    const go = () => redactShop(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    expect(await go()).toMatch(/^redacted: tables \d+$/);
    expect(await go()).toBe("the shop was redacted before");

    for (const table of (await tenantTables()).filter(
      (name) => !["jobs", "webhook_deliveries"].includes(name),
    )) {
      const { rows } = await systemPool.query(`SELECT 1 FROM "${table}" WHERE shop_id = $1 LIMIT 1`, [
        shop.id,
      ]);
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
    expect(await systemPrisma.shop.findUnique({ where: { id: shop.id } })).toBeNull();
    const kept = await systemPrisma.webhookDelivery.findMany({ where: { shopId: shop.id } });
    expect(kept.every(({ sealedBody }) => sealedBody.length === 0)).toBe(true);
    expect(await counts(bystander.shop.id)).toEqual(before);
    const again = await installShop({ domain: shop.domain, scopes: ["read_orders"] });
    expect(again).toMatchObject({ outcome: "installed" });
    expect(again.shopId).not.toBe(shop.id);
  });
});

describe("after an uninstall", () => {
  it("cancels what was about to leave, parks what reaches outside, and goes on when the app is opened again", async () => {
    const { shop, keys, hers } = await inhabitedShop();
    await systemPrisma.delivery.updateMany({ where: { shopId: shop.id }, data: { status: "queued" } });
    await systemPrisma.job.deleteMany({ where: { shopId: shop.id } });
    await systemPrisma.job.create({
      data: {
        shopId: shop.id,
        event: "message-received",
        name: "understandMessage",
        data: { messageId: hers.messageId },
      },
    });
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt: new Date() } });
    const go = () => closeShop(portsWith({}), makeRun(shop.id), { shopId: shop.id });

    expect(await go()).toBe("closed: deliveries cancelled 1, jobs parked 1");
    expect(await systemPrisma.delivery.findFirst({ where: { shopId: keys.shopId } })).toMatchObject({
      status: "cancelled",
    });
    const due = { shopId: shop.id, name: "understandMessage", runAt: { lte: new Date() } };
    expect(await systemPrisma.job.count({ where: due })).toBe(0);
    await installShop({ domain: shop.domain, scopes: ["read_orders"] });
    expect(
      await systemPrisma.job.count({ where: { ...due, runAt: { lte: new Date(Date.now() + 1_000) } } }),
    ).toBe(1);
    expect(await go()).toBe("the app was opened again");
  });
});

describe("orders/delete and customers/delete", () => {
  const erase = (
    shopId: string,
    entity: "order" | "customer",
    id: string,
    answers: Parameters<typeof fakeShopAdmin>[0],
  ) => eraseDeleted(portsWith(fakeShopAdmin(answers)), makeRun(shopId), { shopId, entity, id });

  it("erase once Shopify confirms, and stay hidden while it does not say", async () => {
    const { shop, keys, order } = await inhabitedShop();
    await systemPrisma.order.updateMany({
      where: { shopId: shop.id, id: order.id },
      data: { deletedAt: new Date() },
    });
    await systemPrisma.customer.updateMany({
      where: { shopId: shop.id, id: CUSTOMER },
      data: { deletedAt: new Date() },
    });
    expect(await erase(shop.id, "order", order.id, {})).toMatch(/it stays hidden$/);
    expect(await erase(shop.id, "order", order.id, { ReadOrder: () => ({ order: null }) })).toBe(
      "the order is erased",
    );
    expect(await erase(shop.id, "customer", CUSTOMER, { ReadCustomer: () => ({ customer: null }) })).toBe(
      "the customer is erased",
    );

    const row = await systemPrisma.order.findFirstOrThrow({ where: { shopId: shop.id, id: order.id } });
    expect(row).toMatchObject({ name: "", lines: [], customerId: null, emailIndex: null });
    expect(await systemPrisma.refund.count({ where: { shopId: shop.id, orderId: order.id } })).toBe(0);
    // A late webhook does not fill the tombstone again.
    await forShop(shop.id)((tx) =>
      writeRows(tx, keys, { orders: [{ ...order, updatedAt: "2099-01-01T00:00:00.000Z" }] }),
    );
    expect(await systemPrisma.order.findFirst({ where: { shopId: shop.id, id: order.id } })).toMatchObject({
      name: "",
    });
  });

  it("come back when Shopify still has them", async () => {
    const { shop, keys } = await makeShop();
    await makeCustomer(shop, keys, { id: CUSTOMER });
    await systemPrisma.customer.updateMany({ where: { shopId: shop.id }, data: { deletedAt: new Date() } });
    const customer = {
      id: `gid://shopify/Customer/${CUSTOMER}`,
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "2026-11-20T00:00:00Z",
      firstName: "Mara",
      state: "ENABLED",
      numberOfOrders: "3",
      amountSpent: { amount: "10.0", currencyCode: "EUR" },
    };
    expect(await erase(shop.id, "customer", CUSTOMER, { ReadCustomer: () => ({ customer }) })).toBe(
      "the customer is still there",
    );
    expect(await systemPrisma.customer.findFirst({ where: { shopId: shop.id } })).toMatchObject({
      deletedAt: null,
      ordersCount: 3,
    });
  });
});

it("a shop's wrapped key opens with the deployment's key only in its own place", async () => {
  const { shop } = await makeShop();
  expect(() =>
    openWithDeploymentKey([Buffer.alloc(32, 7)], `shops.wrapped_key:${randomUUID()}`, shop.wrappedKey),
  ).toThrow();
});
