import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { env } from "#app/env.server.ts";
import { webhookDoor } from "#app/ingest/webhook-door.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { openBytes, openWithDeploymentKey } from "#app/shop/seal.ts";
import { doorPool, systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";

const server = createServer((request, response) => void webhookDoor(request, response));
let url = "";
let port = 0;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  port = address.port;
  url = `http://127.0.0.1:${port}/webhooks`;
});
beforeEach(async () => {
  await systemPool.query("TRUNCATE webhook_deliveries, jobs");
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await doorPool.end();
});

const send = async (webhook: ReturnType<typeof makeWebhook>) => (await fetch(url, webhook)).status;
const deliveries = () => systemPrisma.webhookDelivery.findMany({ orderBy: { receivedAt: "asc" } });
const jobs = () => systemPrisma.job.findMany();

describe("POST /webhooks", () => {
  it("records once, sealed, with the job that handles it, and says yes to the repeat", async () => {
    const { shop, keys } = await makeShop();
    const webhook = makeWebhook({ shop: shop.domain });
    expect(await send(webhook)).toBe(200);
    expect(await send(webhook)).toBe(200);
    const [delivery, ...others] = await deliveries();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({
      shopId: shop.id,
      shopDomain: shop.domain,
      topic: "orders/updated",
      apiVersion: "2026-10",
      triggeredAt: "2026-11-21T08:00:00.123456789Z",
      state: "recorded",
      reason: null,
    });
    if (!delivery) throw new Error("Nothing was recorded");
    expect(Buffer.from(delivery.sealedBody).includes("1001")).toBe(false);
    expect(openBytes(keys, `webhook_deliveries.sealed_body:${delivery.id}`, delivery.sealedBody)).toEqual(
      webhook.body,
    );
    expect(await jobs()).toEqual([
      expect.objectContaining({
        shopId: shop.id,
        event: "webhook-recorded",
        name: "mirrorDeliveries",
        data: { shopId: shop.id, deliveryId: delivery.id },
        state: "waiting",
      }),
    ]);
  });

  it("records twenty copies that arrive together once", async () => {
    const { shop } = await makeShop();
    const webhook = makeWebhook({ shop: shop.domain });
    const statuses = await Promise.all(Array.from({ length: 20 }, () => send(webhook)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await deliveries()).toHaveLength(1);
    expect(await jobs()).toHaveLength(1);
  });

  it("knows the same event of the same topic under another webhook id, and another topic's is its own", async () => {
    const { shop } = await makeShop();
    const event = { "X-Shopify-Event-Id": "event-1" };
    expect(await send(makeWebhook({ shop: shop.domain, topic: "orders/paid", headers: event }))).toBe(200);
    expect(await send(makeWebhook({ shop: shop.domain, topic: "orders/paid", headers: event }))).toBe(200);
    expect(await send(makeWebhook({ shop: shop.domain, topic: "orders/updated", headers: event }))).toBe(200);
    expect((await deliveries()).map(({ topic }) => topic)).toEqual(["orders/paid", "orders/updated"]);
  });

  it("keeps deliveries without an event id apart by their webhook ids", async () => {
    const { shop } = await makeShop();
    const none = { "X-Shopify-Event-Id": null };
    expect(await send(makeWebhook({ shop: shop.domain, headers: none }))).toBe(200);
    expect(await send(makeWebhook({ shop: shop.domain, headers: none }))).toBe(200);
    expect(await deliveries()).toHaveLength(2);
  });

  it("keeps ids above 2^53 and NUL bytes untouched", async () => {
    const { shop, keys } = await makeShop();
    const body = Buffer.concat([
      Buffer.from('{"id":9007199254740993,"note":"a\\u0000b\\ud800"}'),
      Buffer.from([0, 0xff, 0xfe]),
    ]);
    expect(await send(makeWebhook({ shop: shop.domain, body }))).toBe(200);
    const [delivery] = await deliveries();
    if (!delivery) throw new Error("Nothing was recorded");
    expect(openBytes(keys, `webhook_deliveries.sealed_body:${delivery.id}`, delivery.sealedBody)).toEqual(
      body,
    );
  });

  it.each([
    ["what is not JSON", { body: "<html>not json", topic: "orders/create" }],
    ["an empty body", { body: "", topic: "orders/create" }],
    ["a topic nobody knows", { topic: "moons/waxed" }],
  ])("records %s under a good signature for the worker to judge", async (_what, given) => {
    const { shop } = await makeShop();
    expect(await send(makeWebhook({ shop: shop.domain, ...given }))).toBe(200);
    expect(await deliveries()).toHaveLength(1);
    expect(await jobs()).toHaveLength(1);
  });

  it("keeps a delivery of a shop it does not know, sealed by the deployment's key, in quarantine", async () => {
    const webhook = makeWebhook({ shop: "nobody-knows-me.myshopify.com" });
    expect(await send(webhook)).toBe(200);
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ shopId: null, state: "quarantined", reason: "unknown shop" });
    if (!delivery) throw new Error("Nothing was recorded");
    const context = `webhook_deliveries.sealed_body:${delivery.id}`;
    expect(openWithDeploymentKey(env.ENCRYPTION_KEY, context, delivery.sealedBody)).toEqual(webhook.body);
    expect(await jobs()).toEqual([]);
  });

  it("finds a shop that was installed after its first webhook", async () => {
    const domain = "early-bird.myshopify.com";
    expect(await send(makeWebhook({ shop: domain }))).toBe(200);
    const { shop } = await makeShop({ domain });
    await expect
      .poll(
        async () => {
          await send(makeWebhook({ shop: domain }));
          return (await deliveries()).at(-1)?.shopId;
        },
        { timeout: seconds(5) },
      )
      .toBe(shop.id);
  });

  it("follows a shop that was erased and installed anew", async () => {
    const domain = "phoenix.myshopify.com";
    const { shop } = await makeShop({ domain });
    expect(await send(makeWebhook({ shop: domain }))).toBe(200);
    await systemPrisma.shop.delete({ where: { id: shop.id } });
    const { shop: again, keys } = await makeShop({ domain });
    const webhook = makeWebhook({ shop: domain });
    expect(await send(webhook)).toBe(200);
    const delivery = (await deliveries()).at(-1);
    expect(delivery).toMatchObject({ shopId: again.id, state: "recorded" });
    if (!delivery) throw new Error("Nothing was recorded");
    expect(openBytes(keys, `webhook_deliveries.sealed_body:${delivery.id}`, delivery.sealedBody)).toEqual(
      webhook.body,
    );
  });

  it("records for an uninstalled shop: its shop/redact comes later", async () => {
    const { shop } = await makeShop();
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt: new Date() } });
    expect(await send(makeWebhook({ shop: shop.domain, topic: "shop/redact" }))).toBe(200);
    expect(await deliveries()).toEqual([
      expect.objectContaining({ shopId: shop.id, topic: "shop/redact", state: "recorded" }),
    ]);
  });

  it.each([
    ["X-Shopify-Topic", "no X-Shopify-Topic"],
    ["X-Shopify-Shop-Domain", "no X-Shopify-Shop-Domain"],
    ["X-Shopify-Webhook-Id", "no X-Shopify-Webhook-Id"],
  ])("quarantines a delivery without %s, once", async (header, reason) => {
    const { shop } = await makeShop();
    const webhook = makeWebhook({
      shop: shop.domain,
      headers: { [header]: null, "X-Shopify-Event-Id": null },
    });
    expect(await send(webhook)).toBe(200);
    expect(await send(webhook)).toBe(200);
    expect(await deliveries()).toEqual([expect.objectContaining({ state: "quarantined", reason })]);
    expect(await jobs()).toEqual([]);
  });

  it("refuses a missing, a wrong and another body's signature, and keeps nothing", async () => {
    const { shop } = await makeShop();
    const good = makeWebhook({ shop: shop.domain });
    expect(await send(makeWebhook({ shop: shop.domain, headers: { "X-Shopify-Hmac-Sha256": null } }))).toBe(
      401,
    );
    expect(await send(makeWebhook({ shop: shop.domain, secret: "not-the-secret" }))).toBe(401);
    expect(await send({ ...good, body: Buffer.concat([good.body, Buffer.from(" ")]) })).toBe(401);
    expect(await deliveries()).toEqual([]);
  });

  it("answers other methods with 405", async () => {
    const response = await fetch(url);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("too large", () => {
  it("is refused by its announced length, before a byte of it is read", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("POST /webhooks HTTP/1.1\r\nHost: door\r\nContent-Length: 5242881\r\n\r\n");
    const [head] = await once(socket, "data");
    expect(String(head)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it("is refused while reading, when no length was announced, and its memory is let go", async () => {
    const chunk = Buffer.alloc(64 * 1024, 120);
    const request = httpRequest(url, { method: "POST", headers: { "Transfer-Encoding": "chunked" } });
    const answered = once(request, "response");
    request.on("error", () => {}); // The door may close while we still write.
    let written = 0;
    let status = 0;
    void answered.then(([response]) => {
      status = response.statusCode;
    });
    while (status === 0 && written < 64 * 1024 * 1024) {
      written += chunk.length;
      if (!request.write(chunk)) await Promise.race([once(request, "drain"), answered]);
    }
    expect(status).toBe(413);
    expect(written).toBeLessThan(16 * 1024 * 1024);
    request.destroy();
    expect(await deliveries()).toEqual([]);
  });

  it("says 503 to what does not fit into memory beside the others, and lets go when they leave", async () => {
    const { shop } = await makeShop();
    const almost = Buffer.alloc(5 * 1024 * 1024 - 1, 120);
    const held = Array.from({ length: 26 }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {}); // The one that did not fit is closed on us.
      socket.write("POST /webhooks HTTP/1.1\r\nHost: door\r\nContent-Length: 5242880\r\n\r\n");
      socket.write(almost);
      return socket;
    });
    const refused = await Promise.race(held.map((socket) => once(socket, "data")));
    expect(String(refused[0])).toMatch(/^HTTP\/1\.1 503 /);
    for (const socket of held) socket.destroy();
    await expect
      .poll(() => send(makeWebhook({ shop: shop.domain, body: almost })), { timeout: seconds(5) })
      .toBe(200);
  });

  it("takes what just fits", async () => {
    const { shop } = await makeShop();
    expect(await send(makeWebhook({ shop: shop.domain, body: Buffer.alloc(5 * 1024 * 1024, 32) }))).toBe(200);
  });
});

describe("when it cannot be made durable", () => {
  it("says 503 within two seconds while the table is locked, and takes the repeat afterwards", async () => {
    const { shop } = await makeShop();
    const webhook = makeWebhook({ shop: shop.domain });
    const blocker = await systemPool.connect();
    await blocker.query("BEGIN");
    await blocker.query("LOCK TABLE webhook_deliveries IN ACCESS EXCLUSIVE MODE");
    const begun = Date.now();
    const statuses = await Promise.all(Array.from({ length: 30 }, () => send(webhook)));
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(Date.now() - begun).toBeLessThan(seconds(2.5)); // thirty at once, on a machine that has other work
    await blocker.query("ROLLBACK");
    blocker.release();
    expect(await send(webhook)).toBe(200);
    expect(await deliveries()).toHaveLength(1);
  });

  it("says 503 within two seconds when the database takes no connections, and works again afterwards", async () => {
    const { shop } = await makeShop();
    const webhook = makeWebhook({ shop: shop.domain });
    const name = new URL(env.DATABASE_URL).pathname.slice(1);
    const admin = new pg.Client({ connectionString: inject("database").adminUrl });
    await admin.connect();
    try {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
      const begun = Date.now();
      expect(await send(webhook)).toBe(503);
      expect(Date.now() - begun).toBeLessThan(seconds(2));
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    // One more may meet a connection of before, of which this process has not yet heard that it ended.
    await expect.poll(() => send(webhook)).toBe(200);
    expect(await deliveries()).toEqual([expect.objectContaining({ shopId: shop.id, state: "recorded" })]);
  });
});
