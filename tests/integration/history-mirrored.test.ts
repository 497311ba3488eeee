import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { startHistory } from "#devstore/history/live.ts";
import { happeningsOf } from "#devstore/history/play-history.ts";
import type { Devstore } from "#devstore/start.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";
import { mirroredOrder } from "../../scripts/evals/detect/mirrored-order.ts";

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
/** Over Easter. */
const started = new Date("2026-03-30T06:00:00Z");
let store: Devstore;

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const behind = Date.now() - started.getTime();
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  store = await startShopify(url, { now: () => new Date(Date.now() - behind) });
});
afterAll(async () => {
  await store.close();
  app.closeAllConnections();
  app.close();
});

const ORDERS = 30;

it("is mirrored, step by step, as the backtest takes it to be", { timeout: 180_000 }, async () => {
  const shop = store.context.store.defaultShop();
  const { shopId, domain, keys } = await connectShop(store);
  const { mirrorDelivery } = await import("#app/mirror/mirror-delivery.server.ts");
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { forShop } = await import("#app/db.server.ts");
  const { readOrders } = await import("#app/mirror/read-orders.server.ts");
  const { makeDelivery, makeRun } = await import("#tests/factories/delivery.ts");
  const ports = portsWith({ now: store.context.now, shopAdmin: makeShopAdmin() });
  const mirrorReceived = async () => {
    await store.context.webhooks.idle();
    for (const webhook of received.splice(0)) {
      const deliveryId = await makeDelivery(keys, { ...webhook, domain });
      await mirrorDelivery(ports, makeRun(shopId), { shopId, deliveryId });
    }
  };

  // Weeks of questions are asked in seconds.
  await fetch(`${store.url}/control/graphql/plan`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ pointsPerSecond: 10_000 }),
  });
  const history = startHistory(store.context, shop, {
    orders: ORDERS,
    days: 15,
    from: started,
    seed: 3,
    spoken: true,
  });
  const known = new Map<string, MirroredOrder>();
  const differing: unknown[] = [];
  for (const { at, plan, step } of happeningsOf(history.plans)) {
    history.liveUntil(new Date(Math.max(at, store.context.now().getTime())));
    const id = history.orderIdOf(plan);
    const order = shop.orders.find((one) => one.id === id);
    if (!id || !order) throw new Error("the order was not placed");
    await mirrorReceived();
    const [mirrored] = await forShop(shopId)((tx) => readOrders(tx, keys, [id]));
    const taken = mirroredOrder({ shop, order, step, before: known.get(id) ?? null });
    known.set(id, taken);
    if (!isDeepStrictEqual(taken, mirrored)) differing.push({ story: plan.story, step, taken, mirrored });
  }
  expect(differing.slice(0, 3)).toEqual([]);
  expect(known.size).toBeGreaterThanOrEqual(ORDERS);
});
