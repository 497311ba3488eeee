import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Devstore } from "#devstore/start.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
const received: { topic: string; body: string; triggeredAt: string }[] = [];
const app = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push({
      topic: String(request.headers["x-shopify-topic"]),
      triggeredAt: String(request.headers["x-shopify-triggered-at"]),
      body: Buffer.concat(chunks).toString("utf8"),
    });
    response.writeHead(200).end();
  });
});
let store: Devstore;

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  store = await startShopify(`http://127.0.0.1:${(app.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await store.close();
  app.closeAllConnections();
  app.close();
});

async function control(path: string, body: object = {}) {
  const response = await fetch(`${store.url}/control${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}

it("comes to what the Admin API says, from webhooks in any order", async () => {
  const { shopId, domain, keys } = await connectShop(store);
  const customer = store.context.store.defaultShop().customers[0];
  const placed: unknown = JSON.parse(await control("/orders", { customer: customer?.id }));
  const { id } = z.object({ id: z.string() }).parse(placed);
  await control(`/orders/${id}/ship`);
  await control(`/orders/${id}/event`, { status: "out_for_delivery" });
  for (const action of ["deliver", "return", "refund"]) await control(`/orders/${id}/${action}`);
  await control("/webhooks/idle");
  const topics = received.map(({ topic }) => topic);
  expect(topics).toEqual(
    expect.arrayContaining([
      "orders/create",
      "fulfillments/create",
      "fulfillment_events/create",
      "refunds/create",
    ]),
  );
  expect(topics.some((topic) => topic.startsWith("returns/"))).toBe(true);

  const { mirrorDelivery } = await import("#app/mirror/mirror-delivery.server.ts");
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { forShop, sqlOf } = await import("#app/db.server.ts");
  const { readOrders } = await import("#app/mirror/read-orders.server.ts");
  const { readOrderAgain } = await import("#app/mirror/read-order-again.server.ts");
  const { writeRows } = await import("#app/mirror/write-rows.server.ts");
  const { systemPrisma } = await import("#app/system-db.server.ts");
  const { makeDelivery, makeRun } = await import("#tests/factories/delivery.ts");
  const ports = portsWith({ now: () => new Date(), shopAdmin: makeShopAdmin() });
  const inShop = forShop(shopId);

  // The newest first: the worst order of arrival.
  const mirrorReceived = async () => {
    for (const webhook of received.splice(0).toReversed()) {
      const deliveryId = await makeDelivery(keys, { ...webhook, domain });
      await mirrorDelivery(ports, makeRun(shopId), { shopId, deliveryId });
    }
  };
  await mirrorReceived();

  expect(
    await systemPrisma.webhookDelivery.findMany({
      where: { shopId, state: "quarantined" },
      select: { topic: true, reason: true },
    }),
  ).toEqual([]);
  const fromWebhooks = await inShop((tx) => readOrders(tx, keys, [id]));
  const again = await readOrderAgain(ports, shopId, id);
  if (again.outcome !== "rows") throw new Error(`Shopify answered ${again.outcome}`);
  await inShop((tx) => writeRows(sqlOf(tx), keys, again.rows));
  const fromAdmin = await inShop((tx) => readOrders(tx, keys, [id]));
  expect(fromWebhooks).toEqual(fromAdmin);
  expect(fromWebhooks).toMatchObject([
    {
      fulfillmentStatus: "fulfilled",
      fulfillments: [
        {
          deliveredAt: expect.any(String),
          events: expect.arrayContaining([expect.objectContaining({ status: "delivered" })]),
        },
      ],
      refunds: [{ settled: true }],
      returns: [{ status: expect.any(String) }],
    },
  ]);

  // What Shopify said itself, before the carrier took it back.
  await control(`/orders/${id}/delete-event`);
  await control("/webhooks/idle");
  await mirrorReceived();
  expect(await inShop((tx) => readOrders(tx, keys, [id]))).toMatchObject([
    { fulfillments: [{ deliveredAt: null }] },
  ]);
});

it("knows whether somebody takes marketing as they said last, from webhooks in any order", async () => {
  const { shopId, domain, keys } = await connectShop(store);
  const { mirrorDelivery } = await import("#app/mirror/mirror-delivery.server.ts");
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { forShop, sqlOf } = await import("#app/db.server.ts");
  const { readCustomer } = await import("#app/mirror/read-customer.server.ts");
  const { readCustomerAgain } = await import("#app/mirror/read-customer-again.server.ts");
  const { writeRows } = await import("#app/mirror/write-rows.server.ts");
  const { makeDelivery, makeRun } = await import("#tests/factories/delivery.ts");
  const ports = portsWith({ now: () => new Date(), shopAdmin: makeShopAdmin() });
  const inShop = forShop(shopId);
  const customer = store.context.store.defaultShop().customers[0];
  const id = customer?.id ?? "";
  const known = () => inShop((tx) => readCustomer(tx, keys, id));

  await control("/webhooks/idle");
  received.splice(0);
  for (const state of ["SUBSCRIBED", "PENDING", "UNSUBSCRIBED"])
    await control(`/customers/${id}/consent`, { state });
  await control("/webhooks/idle");
  const consents = received
    .splice(0)
    .filter(({ topic }) => topic === "customers_email_marketing_consent/update");
  expect(consents).toHaveLength(3);
  for (const webhook of consents.toReversed()) {
    const deliveryId = await makeDelivery(keys, { ...webhook, domain });
    await mirrorDelivery(ports, makeRun(shopId), { shopId, deliveryId });
  }
  const { systemPrisma } = await import("#app/system-db.server.ts");
  const told = await systemPrisma.customer.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });
  const since = new Date(customer?.marketingUpdatedAt ?? "");
  expect(told).toMatchObject({ emailConsent: "unsubscribed", emailConsentAt: since });

  const again = await readCustomerAgain(ports, makeRun(shopId), id);
  if (again.outcome !== "rows") throw new Error(`Shopify answered ${again.outcome}`);
  await inShop((tx) => writeRows(sqlOf(tx), keys, again.rows));
  expect(await known()).toMatchObject({
    email: customer?.email,
    emailConsent: "unsubscribed",
    emailConsentAt: since.toISOString(),
  });
});
