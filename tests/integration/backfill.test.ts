import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import type { BulkLines, Ports } from "#app/ports.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
let store: Devstore;
let connected: Awaited<ReturnType<typeof connectShop>>;
let ports: Ports;

beforeAll(async () => {
  store = await startShopify();
  connected = await connectShop(store);
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
  ports = portsWith({ now: () => new Date(), shopAdmin: makeShopAdmin(), readBulkResult });
});
afterAll(() => store.close());

/** Runs the handler as the queue does, until it is done; waits as it asks to (a bulk operation takes a moment). */
async function backfill(given: Ports = ports): Promise<{ outcome: string; pauses: string[] }> {
  const { backfillShop } = await import("#app/mirror/backfill-shop.server.ts");
  const { TryAgainAt } = await import("#app/job.ts");
  const { makeRun } = await import("#tests/factories/delivery.ts");
  const pauses: string[] = [];
  for (;;) {
    try {
      const outcome = await backfillShop(given, makeRun(connected.shopId), { shopId: connected.shopId });
      return { outcome, pauses };
    } catch (error) {
      if (!(error instanceof TryAgainAt)) throw error;
      pauses.push(error.message);
      await sleep(Math.min(Math.max(error.at.getTime() - Date.now(), 0), 200));
    }
  }
}

async function startOver() {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  const where = { shopId: connected.shopId };
  await systemPrisma.order.deleteMany({ where });
  await systemPrisma.customer.deleteMany({ where });
  await systemPrisma.fulfillment.deleteMany({ where });
  await systemPrisma.fulfillmentEvent.deleteMany({ where });
  await systemPrisma.fulfillmentOrder.deleteMany({ where });
  await systemPrisma.refund.deleteMany({ where });
  await systemPrisma.return.deleteMany({ where });
  await systemPrisma.backfill.deleteMany({ where });
}

const visible = () => {
  const oldest = Date.now() - 60 * 24 * 3_600_000;
  return store.context.store.defaultShop().orders.filter((order) => Date.parse(order.createdAt) >= oldest);
};

async function mirrored() {
  const { forShop } = await import("#app/db.server.ts");
  const { readOrders } = await import("#app/mirror/read-orders.server.ts");
  return forShop(connected.shopId)((tx) =>
    readOrders(
      tx,
      connected.keys,
      visible().map(({ id }) => id),
    ),
  );
}

/** What the store holds of an order, in the mirror's words. */
function expectedOf(order: ReturnType<typeof visible>[number]) {
  return {
    id: order.id,
    name: order.name,
    lines: order.lines.map(({ id, title, quantity }) => ({ id, title, quantity })),
    refunds: order.refunds.map(({ id }) => ({ id, settled: true })),
    returns: order.returns.map(({ id, status, closedAt }) => ({
      id,
      status: status.toLowerCase(),
      closedAt: closedAt && new Date(closedAt).toISOString(),
    })),
    fulfillments: order.fulfillments.map(({ id, events }) => ({
      id,
      events: [...events]
        .sort((one, other) => Date.parse(one.happenedAt) - Date.parse(other.happenedAt))
        .map(({ status }) => status),
    })),
    fulfillmentOrders: order.fulfillmentOrders.length,
  };
}

function actualOf(order: Awaited<ReturnType<typeof mirrored>>[number]) {
  return {
    id: order.id,
    name: order.name,
    lines: order.lines.map(({ id, title, quantity }) => ({ id, title, quantity })),
    refunds: order.refunds.map(({ id, settled }) => ({ id, settled })),
    returns: order.returns.map(({ id, status, closedAt }) => ({ id, status, closedAt })),
    fulfillments: order.fulfillments.map(({ id, events }) => ({
      id,
      events: events.map(({ status }) => status),
    })),
    fulfillmentOrders: order.fulfillmentOrders.length,
  };
}

describe("the backfill, against the dev store", () => {
  it("mirrors the shop, its policies, customers and orders with all their parts", async () => {
    const { forShop } = await import("#app/db.server.ts");
    const { olderOrdersUnseen, readBackfill } = await import("#app/mirror/read-backfill.server.ts");
    const { readPolicies } = await import("#app/mirror/read-policies.server.ts");
    const inShop = forShop(connected.shopId);

    const { outcome, pauses } = await backfill();

    expect(outcome).toBe("the backfill is done");
    // Nobody is told of a single order: habits are learned now, and then every order is looked at.
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const heard = { shopId: connected.shopId, event: "detection-due" };
    expect(await systemPrisma.job.findMany({ where: heard })).toMatchObject([{ name: "learnHabits" }]);
    expect(pauses).toContain("a bulk operation was started");
    const orders = await mirrored();
    expect(orders.map(actualOf)).toEqual(visible().map(expectedOf));
    expect(orders.length).toBeGreaterThan(10);
    const state = store.context.store.defaultShop();
    expect(await inShop((tx) => tx.customer.count())).toBe(state.customers.length);
    expect(await inShop((tx) => tx.shop.findFirst())).toMatchObject({
      name: state.name,
      currency: state.currency,
      timezone: state.timezone,
    });
    const policies = await inShop((tx) => readPolicies(tx));
    expect(policies.map(({ type }) => type)).toContain("REFUND_POLICY");
    expect(policies.every(({ body }) => !body.includes("<p>"))).toBe(true);
    const progress = await inShop((tx) => readBackfill(tx, ports.now));
    expect(progress).toMatchObject({ state: "done", error: null, secondsLeft: null });
    expect(progress.done).toBe(progress.total);
    expect(await inShop((tx) => olderOrdersUnseen(tx))).toBe(true);
    expect(progress.done).toBeGreaterThanOrEqual(orders.length + state.customers.length);
    expect(await backfill()).toMatchObject({ outcome: "the backfill is done" });
  });

  it("goes on after a crash in the middle of a result, and repeats nothing that is done", async () => {
    const first = await mirrored();
    await startOver();
    let lines = 0;
    // The worker dies with the stream half read, each time a little later.
    let allowed = 7;
    async function* broken(stretches: AsyncIterable<BulkLines>): AsyncGenerator<BulkLines> {
      for await (const stretch of stretches) {
        if (stretch.lines.length > allowed) throw new Error("the stream broke");
        lines += stretch.lines.length;
        yield stretch;
      }
    }
    const dying = portsWith({
      now: ports.now,
      shopAdmin: ports.shopAdmin,
      readBulkResult: async (url, from) => {
        const found = await ports.readBulkResult(url, from);
        return found.outcome === "gone" ? found : { ...found, stretches: broken(found.stretches) };
      },
    });
    const errors: string[] = [];
    let done = "";
    while (!done) {
      try {
        done = (await backfill(dying)).outcome;
      } catch (error) {
        errors.push(String(error));
        allowed *= 3;
      }
    }
    expect(done).toBe("the backfill is done");
    expect(new Set(errors)).toEqual(new Set(["Error: the stream broke"]));
    expect(errors.length).toBeGreaterThan(2);
    expect(lines).toBeGreaterThan(0);
    expect((await mirrored()).map(actualOf)).toEqual(first.map(actualOf));
  });

  it("asks for another result when the first is no longer there, and counts nothing twice", async () => {
    const { forShop } = await import("#app/db.server.ts");
    const { readBackfill } = await import("#app/mirror/read-backfill.server.ts");
    const first = await mirrored();
    const before = await forShop(connected.shopId)((tx) => readBackfill(tx, ports.now));
    await startOver();
    const addresses = new Set<string>();
    const forgetful = portsWith({
      now: ports.now,
      shopAdmin: ports.shopAdmin,
      // Its seven days are over by the time it is asked for.
      readBulkResult: async (url, from) => {
        addresses.add(url);
        return addresses.size === 1 ? { outcome: "gone" } : ports.readBulkResult(url, from);
      },
    });
    const { outcome, pauses } = await backfill(forgetful);
    expect(outcome).toBe("the backfill is done");
    expect(pauses.filter((why) => why === "a bulk operation was started")).toHaveLength(3); // orders twice, customers
    expect((await mirrored()).map(actualOf)).toEqual(first.map(actualOf));
    const after = await forShop(connected.shopId)((tx) => readBackfill(tx, ports.now));
    expect(after).toMatchObject({ state: "done", done: before.done, total: before.total });
  });

  it("leaves what a webhook told meanwhile, and runs twice at once without harm", async () => {
    const { forShop } = await import("#app/db.server.ts");
    await startOver();
    const [newer] = visible();
    if (!newer) throw new Error("The store has no orders");
    const { makeOrder } = await import("#tests/factories/order.ts");
    await makeOrder({ id: connected.shopId }, connected.keys, {
      id: newer.id,
      name: newer.name,
      updatedAt: new Date(Date.now() + 60_000).toISOString(),
      financialStatus: "voided",
      lines: [
        {
          id: newer.lines[0]?.id ?? "1",
          title: "As the webhook said",
          variantTitle: null,
          sku: null,
          quantity: 9,
          currentQuantity: 9,
          price: "1.00",
        },
      ],
    });
    const outcomes = await Promise.all([backfill(), backfill()]);
    expect(outcomes.map(({ outcome }) => outcome)).toContain("the backfill is done");
    const [order] = (await mirrored()).filter(({ id }) => id === newer.id);
    expect(order).toMatchObject({ financialStatus: "voided" });
    expect(order?.lines[0]).toMatchObject({ title: "As the webhook said", quantity: 9 });
    expect(await forShop(connected.shopId)((tx) => tx.order.count())).toBe(visible().length);
  });

  it("says what Shopify refused, and starts over when the app is opened next", async () => {
    const { forShop } = await import("#app/db.server.ts");
    const { installShop } = await import("#app/shop/install-shop.server.ts");
    const { systemPrisma } = await import("#app/system-db.server.ts");
    await startOver();
    const refusing = portsWith({
      shopAdmin: async () => ({
        outcome: "refused",
        errors: [{ message: "Access denied for shopPolicies field.", code: "ACCESS_DENIED" }],
      }),
    });
    expect((await backfill(refusing)).outcome).toBe("the backfill failed");
    const inShop = forShop(connected.shopId);
    expect(await inShop((tx) => tx.backfill.findFirst())).toMatchObject({
      state: "failed",
      error: "Access denied for shopPolicies field.",
    });
    const before = await systemPrisma.job.count({ where: { event: "shop-installed" } });
    await installShop({ domain: connected.domain, scopes: connected.token.scope.split(",") });
    expect(await systemPrisma.job.count({ where: { event: "shop-installed" } })).toBe(before + 1);
    expect((await backfill()).outcome).toBe("the backfill is done");
  });

  it.each([0, 1])(
    "ends as failed when the token is refused at question %i, so that it can start over",
    async (nth) => {
      const { installShop } = await import("#app/shop/install-shop.server.ts");
      const { systemPrisma } = await import("#app/system-db.server.ts");
      const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
      await startOver();
      const answering = makeShopAdmin();
      let asked = 0;
      const losing = portsWith({
        shopAdmin: async (request) => {
          asked += 1;
          return asked > nth ? { outcome: "uninstalled" } : answering(request);
        },
      });
      expect((await backfill(losing)).outcome).toBe("the app is uninstalled");
      const where = { shopId: connected.shopId };
      expect(await systemPrisma.backfill.findUnique({ where })).toMatchObject({ state: "failed" });
      await installShop({ domain: connected.domain, scopes: connected.token.scope.split(",") });
      expect((await backfill()).outcome).toBe("the backfill is done");
    },
  );
});
