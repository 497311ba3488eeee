import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { problems } from "#devstore/history/problems.ts";
import type { Devstore } from "#devstore/start.ts";
import { call, startStubApp, startTestStore, type StubApp } from "./devstore-harness.ts";

const time = z.iso.datetime();
const answerSchema = z.object({ now: time, next: time.nullable() });
const historySchema = answerSchema.extend({
  items: z.array(
    z.object({
      key: z.string(),
      orderId: z.string().nullable(),
      planted: z.enum(problems).nullable(),
      labels: z.array(z.object({ kind: z.enum(problems), from: time, asked: z.boolean() })),
    }),
  ),
});

const MONTHS_AHEAD = 150 * 86_400_000;
const started = new Date("2026-03-02T06:00:00Z");
let app: StubApp;
let store: Devstore;

beforeAll(async () => {
  app = await startStubApp();
  store = await startTestStore(app.url, { now: () => started });
  await call(store, "/control/history", { orders: 30, days: 20, empty: true, seed: 5 });
  await call(store, "/control/grant", {});
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const live = async (until: Date) => {
  const { status, json } = await call(store, "/control/history/live", { until: until.toISOString() });
  expect(status).toBe(200);
  await call(store, "/control/webhooks/idle", {});
  return answerSchema.parse(json);
};
const history = async () => historySchema.parse((await call(store, "/control/history")).json);

describe("a shop that lives through a history", () => {
  it("has every kind of problem planted, and no order yet", async () => {
    const { items } = await history();
    expect(new Set(items.map(({ planted }) => planted).filter(Boolean))).toEqual(new Set(problems));
    expect(items.every(({ orderId }) => orderId === null)).toBe(true);
    expect(store.context.store.defaultShop().orders).toEqual([]);
  });

  it("does what is due on the way to a time, each thing at its own", async () => {
    const tenDays = new Date(started.getTime() + 10 * 86_400_000);
    const { now, next } = await live(tenDays);
    expect(Date.parse(now)).toBe(tenDays.getTime());
    expect(Date.parse(next ?? "")).toBeGreaterThan(tenDays.getTime());
    const created = app.received.filter(({ topic }) => topic === "orders/create");
    const placed = (await history()).items.filter(({ orderId }) => orderId !== null);
    expect(created.length).toBe(placed.length);
    expect(created.length).toBeGreaterThan(5);
    for (const { body, headers } of created) {
      const at = Date.parse(String(body["created_at"]));
      expect(at).toBeGreaterThanOrEqual(started.getTime());
      expect(at).toBeLessThanOrEqual(tenDays.getTime());
      expect(Math.abs(Date.parse(String(headers["x-shopify-triggered-at"])) - at)).toBeLessThan(2_000);
    }
  });

  it("does not go back, and does not begin another before it is over", async () => {
    expect((await call(store, "/control/history/live", { until: started.toISOString() })).status).toBe(409);
    expect((await call(store, "/control/history/live", { until: "tomorrow" })).status).toBe(400);
    expect((await call(store, "/control/history", { orders: 3, days: 2 })).status).toBe(409);
  });

  it("comes to an end with every order placed and every step told", async () => {
    const { next } = await live(new Date(started.getTime() + MONTHS_AHEAD));
    expect(next).toBeNull();
    const { items } = await history();
    const { orders } = store.context.store.defaultShop();
    expect(new Set(items.map(({ orderId }) => orderId))).toEqual(new Set(orders.map(({ id }) => id)));
    const topics = new Set(app.received.map(({ topic }) => topic));
    for (const topic of ["fulfillment_events/create", "refunds/create", "orders/cancelled", "returns/close"])
      expect(topics).toContain(topic);
    expect(store.context.webhooks.deliveries().every(({ status }) => status === "delivered")).toBe(true);
  });

  it("is asked for a shop that has one, and before the app is installed where the shop is to be empty", async () => {
    await call(store, "/control/shops", { domain: "other-demo.myshopify.com" });
    expect((await call(store, "/control/history?shop=other-demo.myshopify.com")).status).toBe(404);
    expect((await call(store, "/control/history", { orders: 3, days: 2, empty: true })).status).toBe(409);
  });
});
