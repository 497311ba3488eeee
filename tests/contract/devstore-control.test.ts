import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkSessionToken } from "#devstore/oauth/session-token.ts";
import type { Devstore } from "#devstore/start.ts";
import {
  admin,
  apiKey,
  apiSecret,
  call,
  exchange,
  put,
  shop,
  startStubApp,
  startTestStore,
  type StubApp,
} from "./devstore-harness.ts";

const second = "second-demo.myshopify.com";
let store: Devstore;
let app: StubApp;

beforeAll(async () => {
  app = await startStubApp();
  store = await startTestStore(app.url);
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(() => void app.received.splice(0));

const orderNamed = (name: string) =>
  store.context.store.defaultShop().orders.find((one) => one.name === name);

describe("installing", () => {
  it("opens the app as a browser would, with a valid id token", async () => {
    const { status, json } = await call(store, "/control/install", {});
    expect(status).toBe(200);
    expect(json).toMatchObject({ shop, status: 200 });
    expect(app.received[0]?.headers["user-agent"]).toContain("Chrome/");
    const token = new URL(String(json["url"])).searchParams.get("id_token") ?? "";
    expect(checkSessionToken(token, { apiKey, apiSecret, shop, now: new Date() }).outcome).toBe("valid");
  });

  it("says when the app did not answer 200", async () => {
    app.answers.push(500);
    expect((await call(store, "/control/install", {})).status).toBe(502);
  });

  it("hands out session tokens without installing", async () => {
    await call(store, "/control/uninstall", {});
    const { json } = await call(store, "/control/session-token?user=42");
    const check = checkSessionToken(String(json["token"]), { apiKey, apiSecret, shop, now: new Date() });
    expect(check).toEqual({ outcome: "valid", user: "42" });
    expect(store.context.store.defaultShop().installed).toBe(false);
    await call(store, "/control/grant", {});
  });
});

describe("a second shop", () => {
  it("has records, tokens and webhooks of its own", async () => {
    expect((await call(store, "/control/shops", { domain: second })).status).toBe(201);
    expect((await call(store, "/control/shops", { domain: second })).status).toBe(409);
    const token = String((await exchange(store)).json["access_token"]);
    const theirs = await fetch(`${store.url}/${second}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query: "{ shop { id } }" }),
    });
    expect(theirs.status).toBe(401);
    await call(store, "/control/grant", { shop: second });
    await call(store, "/control/orders", { shop: second });
    await store.context.webhooks.idle();
    expect(app.received.every((one) => one.headers["x-shopify-shop-domain"] === second)).toBe(true);
    const ids = (domain: string) => store.context.store.shop(domain)?.orders.map((one) => one.id) ?? [];
    expect(ids(second).filter((id) => ids(shop).includes(id))).toEqual([]);
    const mine = await admin(store, {
      token,
      query: `{ order(id: "gid://shopify/Order/${ids(second).at(-1)}") { id } }`,
    });
    expect(mine.data).toEqual({ order: null });
  });
});

describe("things that happen to parcels", () => {
  it("lets a fresh order stall: silent for days, the promised day past", async () => {
    const { json } = await call(store, "/control/orders", {});
    await call(store, `/control/orders/${String(json["id"])}/event`, { status: "out_for_delivery" });
    await call(store, `/control/orders/${String(json["id"])}/stall`, { days: 9 });
    const order = store.context.store.defaultShop().orders.find((one) => one.id === json["id"]);
    const parcel = order?.fulfillments[0];
    const age = (at: string | null | undefined) => (Date.now() - new Date(at ?? 0).getTime()) / 86_400_000;
    expect(parcel?.events.map((one) => one.status)).toEqual(["in_transit"]);
    expect(age(parcel?.events[0]?.happenedAt)).toBeCloseTo(9, 1);
    expect(age(parcel?.estimatedDeliveryAt)).toBeGreaterThan(6);
    expect(age(order?.createdAt)).toBeGreaterThan(10);
    await store.context.webhooks.idle();
    expect(app.received.map((one) => one.topic)).toContain("fulfillment_events/delete");
  });

  it("fails a delivery, then delivers, then has nothing left to deliver", async () => {
    await call(store, "/control/orders/1048/fail-delivery", {});
    expect(orderNamed("#1048")?.fulfillments[0]?.shipmentStatus).toBe("attempted_delivery");
    await call(store, "/control/orders/1048/deliver", {});
    expect(orderNamed("#1048")?.fulfillments[0]?.deliveredAt).not.toBeNull();
    const again = await call(store, "/control/orders/1048/deliver", {});
    expect(again).toMatchObject({
      status: 409,
      json: { error: { message: expect.stringContaining("already delivered") as string } },
    });
  });

  it("gives every version of an order a later updated_at", async () => {
    for (const note of ["one", "two", "three"])
      await call(store, "/control/orders/1047/update-note", { note });
    await store.context.webhooks.idle();
    const times = app.received
      .filter((one) => one.topic === "orders/updated")
      .map((one) => String(one.body["updated_at"]));
    expect(new Set(times).size).toBe(3);
  });
});

describe("bad calls", () => {
  it.each([
    ["/control/orders/9999/ship", {}, 404, "id"],
    ["/control/orders/1047/refund", { amount: "99999.00" }, 409, undefined],
    ["/control/orders/1047/event", { status: "flying" }, 400, "status"],
    ["/control/orders/1047/explode", {}, 409, "action"],
    ["/control/orders", { lines: [{ sku: "nothing" }] }, 409, "lines"],
    ["/control/mail", { from: "not an address", subject: "x", text: "y" }, 400, "from"],
    ["/control/shop/update", { shop: "unknown.myshopify.com" }, 409, "shop"],
    ["/control/nothing", {}, 404, undefined],
  ] as [string, object, number, string | undefined][])(
    "%s %j → %i",
    async (...[path, body, status, field]) => {
      const answer = await call(store, path, body);
      expect(answer.status).toBe(status);
      expect((answer.json["error"] as { field?: string }).field).toBe(field);
    },
  );

  it("keeps the settings it was told, and refuses an address that is none", async () => {
    expect((await put(store, "/control/settings", { inboundAddress: "a@in.example" })).status).toBe(200);
    expect((await put(store, "/control/settings", { inboundAddress: "none" })).status).toBe(400);
    expect((await call(store, "/control/settings")).json).toEqual({ inboundAddress: "a@in.example" });
  });
});
