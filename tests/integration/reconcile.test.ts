import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hours } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import { purchasingSummary } from "#devstore/webhooks/payloads/customer.ts";
import { connectShop } from "#tests/factories/connected-shop.ts";
import {
  backfill,
  control,
  expectedOrders,
  forgetSeldom,
  mirroredOrders,
  mirrorHeard,
  reconcile,
  startListening,
} from "#tests/factories/reconciled-shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
let listening: Awaited<ReturnType<typeof startListening>>;
let connected: Awaited<ReturnType<typeof connectShop>>;
let ports: Ports;

beforeAll(async () => {
  listening = await startListening();
  connected = await connectShop(listening.store);
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
  ports = portsWith({ now: () => new Date(), shopAdmin: makeShopAdmin(), readBulkResult });
  await backfill(ports, connected);
});
afterAll(() => listening.close());
beforeEach(async () => {
  await control(listening.store, "/webhooks", { method: "PUT", body: { loseEvery: 0, hold: false } });
  await control(listening.store, "/graphql/plan", { method: "PUT", body: { pointsPerSecond: 1_000 } });
  listening.heard.splice(0);
  await forgetSeldom(connected.shopId);
});

const row = async () => {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  return systemPrisma.reconcile.findUniqueOrThrow({ where: { shopId: connected.shopId } });
};
const purchases = async (customerId: string | null) => {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  const one = await systemPrisma.customer.findFirst({
    where: { shopId: connected.shopId, id: customerId ?? "" },
  });
  return { orders: one?.ordersCount, spent: Number(one?.amountSpent) * 100, lastOrderId: one?.lastOrderId };
};
const jobsNamed = async (event: string) => {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  return systemPrisma.job.count({ where: { shopId: connected.shopId, event } });
};

/** A day in the shop: everything that can happen to an order, and to its parts. */
async function aDay() {
  const { store } = listening;
  const first = store.context.store.defaultShop().customers[0]?.id;
  for (let index = 0; index < 6; index += 1) {
    const { id } = await control(store, "/orders", { body: { customer: first } });
    if (index % 2 === 0) await control(store, `/orders/${id}/update`, { body: { tags: ["gift"] } });
    if (index === 1) await control(store, `/orders/${id}/cancel`);
    if (index === 2) await control(store, `/orders/${id}/fulfillment-order`, { body: { action: "hold" } });
    if (index === 3) await control(store, `/orders/${id}/edit`);
    if (index < 4) continue;
    await control(store, `/orders/${id}/ship`);
    for (const status of ["in_transit", "out_for_delivery"])
      await control(store, `/orders/${id}/event`, { body: { status } });
    if (index === 4) await control(store, `/orders/${id}/delete-event`);
    await control(store, `/orders/${id}/deliver`);
    for (const action of ["return", "refund", "dispute"]) await control(store, `/orders/${id}/${action}`);
    await control(store, `/orders/${id}/return`, { body: { action: "close" } });
  }
  await control(store, `/customers/${first}/update`, { body: { note: "Rings twice" } });
}

describe("reconcile, against the dev store", () => {
  it("begins a minute after the backfill, and finds nothing to repair", async () => {
    expect((await row()).nextAt.getTime()).toBeGreaterThan(Date.now());
    expect((await row()).ordersWatermark.getTime()).toBeLessThan(Date.now() - 19 * 60_000);
    expect((await reconcile(ports, connected)).outcome).toBe(
      "compared: orders repaired 0, customers repaired 0, deleted 0",
    );
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
    const after = await row();
    expect(after).toMatchObject({ state: "idle", error: null, lastRepairedAt: null, failures: 0 });
    expect(after.lastAt).toBeInstanceOf(Date);
    expect(after.nextAt.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  });

  it.each([
    [2, true],
    [20, false],
  ])("repairs what every %ith webhook would have told", async (loseEvery, apart) => {
    await control(listening.store, "/webhooks", { method: "PUT", body: { loseEvery } });
    await aDay();
    await control(listening.store, "/webhooks/idle");
    await mirrorHeard(ports, connected, listening.heard);
    // Of a few lost ones, later webhooks may have told all.
    const equal = isDeepStrictEqual(await mirroredOrders(connected), expectedOrders(listening.store));
    expect(equal && apart).toBe(false);
    await reconcile(ports, connected);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  });

  it("heals after an outage in which nothing arrived, and tells who listens", async () => {
    await control(listening.store, "/webhooks", { method: "PUT", body: { loseEvery: 1 } });
    await aDay();
    const before = await jobsNamed("order-mirrored");
    const later = { ...ports, now: () => new Date(Date.now() + 3_600_000) };
    const { outcome } = await reconcile(portsWith(later), connected);
    expect(outcome).toMatch(/orders repaired 6, customers repaired [1-9]/);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
    expect(await jobsNamed("order-mirrored")).toBeGreaterThanOrEqual(before + 2 * 6);
    expect(await row()).toMatchObject({
      repaired: { orders: expect.any(Number) },
      lastRepairedAt: expect.any(Date),
    });
    expect((await row()).nextAt.getTime()).toBeLessThan(Date.now() + 7 * 60_000);
    expect((await reconcile(portsWith(later), connected)).outcome).toBe(
      "compared: orders repaired 0, customers repaired 0, deleted 0",
    );
  });

  it("asks again for a customer of whom all came but whether they take marketing", async () => {
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const customer = listening.store.context.store.defaultShop().customers[1];
    const id = customer?.id ?? "";
    const consent = () =>
      systemPrisma.customer.findUniqueOrThrow({
        where: { shopId_id: { shopId: connected.shopId, id } },
        select: { emailConsent: true, emailConsentAt: true },
      });
    await control(listening.store, `/customers/${id}/consent`, { body: { state: "UNSUBSCRIBED" } });
    await control(listening.store, "/webhooks/idle");
    const told = listening.heard.splice(0).filter(({ topic }) => topic === "customers/update");
    await mirrorHeard(ports, connected, told);
    expect(await consent()).not.toMatchObject({ emailConsent: "unsubscribed" });

    await reconcile(ports, connected);
    expect(await consent()).toEqual({
      emailConsent: "unsubscribed",
      emailConsentAt: new Date(customer?.marketingUpdatedAt ?? ""),
    });
    expect((await reconcile(ports, connected)).outcome).toContain("customers repaired 0");
  });

  it("finds what was deleted, confirmed by Shopify, and nothing else", async () => {
    const { store } = listening;
    const { eraseDeleted } = await import("#app/privacy/erase-deleted.server.ts");
    const { forShop } = await import("#app/db.server.ts");
    const { makeRun } = await import("#tests/factories/delivery.ts");
    const { shopId } = connected;
    await control(store, "/webhooks", { method: "PUT", body: { loseEvery: 1 } });
    const { id: person } = await control(store, "/customers", {
      body: { firstName: "Ida", email: "ida@example.com" },
    });
    await reconcile(ports, connected);
    await forgetSeldom(shopId);
    const { id: gone, customerId: buyer } = expectedOrders(store).findLast((one) => one.customerId) ?? {
      id: "",
      customerId: null,
    };
    await control(store, `/orders/${gone}/delete`);
    await control(store, `/customers/${person}/delete`);
    expect((await reconcile(ports, connected)).outcome).toMatch(/deleted 2$/);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(store));
    const told = await jobsNamed("record-deleted");
    expect(told).toBe(2);
    const later = { ...ports, now: () => new Date(Date.now() + hours(2)) }; // than the reconcile's own now
    expect(await eraseDeleted(later, makeRun(shopId), { shopId, entity: "order", id: gone })).toBe(
      "the order is erased",
    );
    // No webhook came of it either that the buyer has one order less.
    expect(await purchases(buyer)).toEqual(purchasingSummary(store.context.store.defaultShop(), buyer ?? ""));
    const deleted = await forShop(shopId)((tx) =>
      tx.customer.findMany({ where: { deletedAt: { not: null } } }),
    );
    expect(deleted.map(({ id }) => id)).toEqual([person]);
    await forgetSeldom(shopId);
    expect((await reconcile(ports, connected)).outcome).toMatch(/deleted 0$/);
  });

  it("takes a tombstone back that a forged webhook set", async () => {
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const { eraseDeleted } = await import("#app/privacy/erase-deleted.server.ts");
    const { makeRun } = await import("#tests/factories/delivery.ts");
    const { store } = listening;
    const { shopId } = connected;
    const { id } = await control(store, "/orders");
    await control(store, "/webhooks/idle");
    await mirrorHeard(ports, connected, listening.heard);
    await systemPrisma.order.update({
      where: { shopId_id: { shopId, id } },
      data: { deletedAt: new Date() },
    });
    await reconcile(ports, connected);
    const job = await systemPrisma.job.findFirstOrThrow({
      where: { event: "record-deleted" },
      orderBy: { id: "desc" },
    });
    expect(job.data).toEqual({ shopId, entity: "order", id });
    expect(await eraseDeleted(ports, makeRun(shopId), { shopId, entity: "order", id })).toBe(
      "the order is still there",
    );
  });

  it("reads policies, which no webhook tells of", async () => {
    const { forShop } = await import("#app/db.server.ts");
    const { readPolicies } = await import("#app/mirror/read-policies.server.ts");
    await control(listening.store, "/shop/update", {
      body: { name: "Fernweh & Co", policies: { REFUND_POLICY: "<p>Ninety days.</p>" } },
    });
    await reconcile(ports, connected);
    const policies = await forShop(connected.shopId)((tx) => readPolicies(tx));
    expect(policies.find(({ type }) => type === "REFUND_POLICY")?.body).toBe("Ninety days.");
    expect(await forShop(connected.shopId)((tx) => tx.shop.findFirst())).toMatchObject({
      name: "Fernweh & Co",
    });
  });
});
