import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readWebhookHeaders } from "#app/ingest/read-webhook-headers.ts";
import { recordDelivery } from "#app/ingest/record-delivery.server.ts";
import { webhookDoor } from "#app/ingest/webhook-door.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { openBytes } from "#app/shop/seal.ts";
import { doorPool, systemPool, systemPrisma } from "#app/system-db.server.ts";
import { startDoor } from "#tests/factories/door.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";

let door: Awaited<ReturnType<typeof startDoor>>;

beforeAll(async () => {
  door = await startDoor((request, response) => void webhookDoor(request, response));
});
beforeEach(async () => {
  await systemPool.query("TRUNCATE webhook_deliveries, jobs");
});
afterAll(async () => {
  door.stop();
  await doorPool.end();
});

const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const count = async (table: "webhook_deliveries" | "jobs") =>
  Number((await systemPool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

/** As the door hands a proven delivery on; `change` puts into its headers what HTTP would not carry. */
function record(webhook: ReturnType<typeof makeWebhook>, change: Record<string, string> = {}) {
  const headers = Object.fromEntries(
    Object.entries(webhook.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return recordDelivery({ ...readWebhookHeaders(headers, webhook.body), ...change }, webhook.body);
}

/** Nothing can be written while `work` runs. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const blocker = await systemPool.connect();
  try {
    await blocker.query("BEGIN");
    await blocker.query("LOCK TABLE webhook_deliveries IN ACCESS EXCLUSIVE MODE");
    await work();
  } finally {
    await blocker.query("ROLLBACK");
    blocker.release();
  }
}

describe("many at once", () => {
  it("are written by few statements, each with its own bytes, shop and job", async () => {
    const shops = [await makeShop(), await makeShop(), await makeShop()] as const;
    const sent = many(300, (at) => {
      const { shop, keys } = shops[at % 3] ?? shops[0];
      const body = JSON.stringify({ id: at, note: "x".repeat((at * 37) % 3_000) });
      return { shop, keys, webhook: makeWebhook({ shop: shop.domain, body }) };
    });
    const results = await Promise.all(sent.map(({ webhook }) => record(webhook)));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["recorded"]));

    const rows = await systemPrisma.webhookDelivery.findMany();
    const byWebhook = new Map(rows.map((row) => [row.webhookId, row]));
    expect(byWebhook.size).toBe(300);
    for (const { shop, keys, webhook } of sent) {
      const row = byWebhook.get(webhook.headers["X-Shopify-Webhook-Id"] ?? "");
      if (!row) throw new Error("A delivery is missing");
      expect(row.shopId).toBe(shop.id);
      expect(openBytes(keys, `webhook_deliveries.sealed_body:${row.id}`, row.sealedBody)).toEqual(
        webhook.body,
      );
    }
    const jobs = await systemPrisma.job.findMany();
    expect(new Set(jobs.map(({ shopId, data }) => JSON.stringify([shopId, data])))).toEqual(
      new Set(rows.map(({ shopId, id }) => JSON.stringify([shopId, { shopId, deliveryId: id }]))),
    );
    const { rows: written } = await systemPool.query(
      "SELECT count(DISTINCT xmin::text) AS statements FROM webhook_deliveries",
    );
    expect(Number(written[0].statements)).toBeLessThan(20);
  });

  it("get each its own outcome, repeats within one statement too", async () => {
    const { shop } = await makeShop();
    const gone = await makeShop({ domain: "gone-and-back.myshopify.com" });
    await record(makeWebhook({ shop: gone.shop.domain })); // so that its shop is remembered
    await systemPrisma.shop.delete({ where: { id: gone.shop.id } });
    const back = await makeShop({ domain: gone.shop.domain });
    await systemPool.query("TRUNCATE webhook_deliveries, jobs");

    const [one, two] = [makeWebhook({ shop: shop.domain }), makeWebhook({ shop: shop.domain })];
    const event = { "X-Shopify-Event-Id": "event-in-a-crowd" };
    const outcomes = async (webhooks: ReturnType<typeof makeWebhook>[]) =>
      (await Promise.all(webhooks.map((webhook) => record(webhook))))
        .map(({ outcome }) => outcome)
        .toSorted();

    expect(
      await outcomes([
        ...many(20, () => one),
        ...many(20, () => two),
        ...many(10, () => makeWebhook({ shop: shop.domain, headers: event })),
        ...many(5, () => makeWebhook({ shop: gone.shop.domain })),
        ...many(5, () => makeWebhook({ shop: "nobody-in-the-crowd.myshopify.com" })),
      ]),
    ).toEqual([
      ...many(47, () => "duplicate"),
      ...many(5, () => "quarantined"),
      ...many(8, () => "recorded"),
    ]);
    expect([await count("webhook_deliveries"), await count("jobs")]).toEqual([13, 8]);
    expect(await systemPrisma.webhookDelivery.count({ where: { shopId: back.shop.id } })).toBe(5);
  });

  it("are not lost with one that PostgreSQL refuses", async () => {
    const { shop } = await makeShop();
    const results = await Promise.all(
      many(40, (at) =>
        record(makeWebhook({ shop: shop.domain }), at === 20 ? { apiVersion: "2026-10\u0000" } : {}),
      ),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(
      many(40, (at) => (at === 20 ? "unavailable" : "recorded")),
    );
    expect([await count("webhook_deliveries"), await count("jobs")]).toEqual([39, 39]);
  });
});

describe("while the database does not write", () => {
  it("says 503 to two thousand within two seconds each, holds little, and says 200 right after", async () => {
    const { shop } = await makeShop();
    const body = Buffer.alloc(10_000, 32);
    await door.send(makeWebhook({ shop: shop.domain, body }));
    const before = process.memoryUsage.rss();
    await whileLocked(async () => {
      const answers = await Promise.all(
        many(2_000, () => door.send(makeWebhook({ shop: shop.domain, body }))),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(seconds(2));
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(250 * 1024 * 1024);
    await expect
      .poll(async () => (await door.send(makeWebhook({ shop: shop.domain, body }))).status, {
        timeout: seconds(5),
      })
      .toBe(200);
    const after = await Promise.all(many(200, () => door.send(makeWebhook({ shop: shop.domain, body }))));
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
    expect(doorPool.waitingCount).toBe(0);
  });

  it("refuses at the head, before the body, when too many wait", async () => {
    const { shop } = await makeShop();
    await record(makeWebhook({ shop: shop.domain }));
    await whileLocked(async () => {
      const webhook = makeWebhook({ shop: shop.domain });
      const socket = connect(door.port, "127.0.0.1");
      await once(socket, "connect");
      const waiting = many(5_000, () => record(webhook));
      socket.write("POST /webhooks HTTP/1.1\r\nHost: door\r\nContent-Length: 10000\r\n\r\n");
      const [head] = await once(socket, "data");
      expect(String(head)).toMatch(/^HTTP\/1\.1 503 [^]*Retry-After: /);
      socket.destroy();
      const late = await Promise.all(waiting);
      expect(new Set(late.map(({ outcome }) => outcome))).toEqual(new Set(["unavailable"]));
    });
    await expect
      .poll(async () => (await door.send(makeWebhook({ shop: shop.domain }))).status, { timeout: seconds(5) })
      .toBe(200);
  });
});
