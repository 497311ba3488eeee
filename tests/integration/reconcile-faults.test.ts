import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ports, ShopAdmin } from "#app/ports.ts";
import { connectShop } from "#tests/factories/connected-shop.ts";
import {
  backfill,
  control,
  expectedOrders,
  forgetSeldom,
  mirroredOrders,
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
  await control(listening.store, "/webhooks", { method: "PUT", body: { loseEvery: 1 } });
  await fail(null);
  await plan(PLUS);
  await forgetSeldom(connected.shopId);
});

const fail = (fault: object | null) =>
  control(listening.store, "/graphql/fault", { method: "PUT", body: { fault } });
const plan = (pointsPerSecond: number) =>
  control(listening.store, "/graphql/plan", { method: "PUT", body: { pointsPerSecond } });
/** Of Shopify's plans: points a second. */
const [ADVANCED, PLUS] = [200, 1_000];
/** More than one page of changed orders. */
const outage = (count = 70) => control(listening.store, "/load/orders", { body: { count } });
const row = async () => {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  return systemPrisma.reconcile.findUniqueOrThrow({ where: { shopId: connected.shopId } });
};
const with_ = (given: Partial<Ports>) => portsWith({ now: ports.now, shopAdmin: ports.shopAdmin, ...given });
const operationOf = (document: string) => /query (\w+)/.exec(document)?.[1] ?? "";

describe("reconcile, when things go wrong", () => {
  it("waits for the shop's points, and comes to the end", async () => {
    await outage(25);
    await plan(ADVANCED);
    await control(listening.store, "/graphql/throttle");
    const { outcome, pauses } = await reconcile(ports, connected);
    expect(outcome).toMatch(/^compared: /);
    expect(pauses).toContain("Shopify asked to wait");
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  }, 60_000);

  it("goes on after kill -9 at any question, and repeats one page at most", async () => {
    await outage();
    const pages: unknown[] = [];
    let allowed = 3;
    let left = allowed;
    const shopAdmin: ShopAdmin = async (request) => {
      if (left <= 0) throw new Error("killed");
      left -= 1;
      if (operationOf(request.document) === "ChangedOrders") pages.push(request.variables?.["query"]);
      return ports.shopAdmin(request);
    };
    const died: string[] = [];
    for (;;) {
      try {
        await reconcile(with_({ shopAdmin }), connected);
        break;
      } catch (error) {
        died.push(String(error));
        allowed += 4;
        left = allowed;
      }
    }
    expect(new Set(died)).toEqual(new Set(["Error: killed"]));
    expect(died.length).toBeGreaterThan(2);
    // Each kill costs the page it was in; none begins over.
    expect(pages.length).toBeLessThanOrEqual(new Set(pages).size + died.length);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  }, 60_000);

  it.each([{ kind: "status", status: 503 }, { kind: "malformed" }, { kind: "partial" }, { kind: "reset" }])(
    "stands still while Shopify fails ($kind), and heals afterwards",
    async (fault) => {
      await control(listening.store, "/orders");
      await fail({ ...fault, operation: "ChangedOrders" });
      expect((await reconcile(ports, connected)).outcome).toBe(
        "Shopify is not available: the next run goes on",
      );
      const paused = await row();
      expect(paused).toMatchObject({ state: "failed", failures: 1, error: "Shopify could not be reached" });
      expect(paused.nextAt.getTime()).toBeGreaterThan(Date.now());
      await fail(null);
      expect((await reconcile(ports, connected)).outcome).toMatch(/^compared: /);
      expect(await row()).toMatchObject({ state: "idle", failures: 0, error: null });
      expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
    },
  );

  it("tries again what failed once on the way", async () => {
    await control(listening.store, "/orders");
    await fail({ kind: "status", status: 502, times: 1 });
    expect((await reconcile(ports, connected)).outcome).toMatch(/^compared: /);
    await fail({ kind: "status", status: 429, retryAfter: "1", times: 1 });
    expect((await reconcile(ports, connected)).outcome).toMatch(/^compared: /);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  });

  it("begins a page of one second over when Shopify forgot its cursor", async () => {
    // More orders of one second than a page holds.
    const { orders } = listening.store.context.store.defaultShop();
    const at = new Date(Date.now() + 1_000).toISOString().replace(/\.\d+Z$/, "Z");
    for (const order of orders.slice(-80)) order.updatedAt = at;
    let expired = 0;
    const shopAdmin: ShopAdmin = async (request) => {
      if (
        request.variables?.["after"] &&
        expired === 0 &&
        operationOf(request.document) === "ChangedOrders"
      ) {
        expired += 1;
        return { outcome: "refused", errors: [{ message: "Invalid cursor for current pagination sort." }] };
      }
      return ports.shopAdmin(request);
    };
    await reconcile(with_({ shopAdmin }), connected);
    expect(expired).toBe(1);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  });

  it.each([-10, 10])("loses nothing when our clock is %i minutes off", async (minutes) => {
    const skewed = with_({ now: () => new Date(Date.now() + minutes * 60_000) });
    await reconcile(skewed, connected);
    await control(listening.store, "/orders");
    await reconcile(skewed, connected);
    await control(listening.store, "/orders");
    await reconcile(ports, connected);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
    expect((await row()).ordersWatermark.getTime()).toBeLessThan(Date.now() + 2_000);
  });

  it("renews a token that expired in the middle", async () => {
    await control(listening.store, "/orders");
    const shop = listening.store.context.store.defaultShop();
    let asked = 0;
    const shopAdmin: ShopAdmin = async (request) => {
      asked += 1;
      if (asked === 3) for (const token of shop.tokens) token.expiresAt = new Date(0).toISOString();
      return ports.shopAdmin(request);
    };
    expect((await reconcile(with_({ shopAdmin }), connected)).outcome).toMatch(/^compared: /);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  });

  it("ends quietly when the app is uninstalled in the middle, and is not asked again", async () => {
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const { uninstallShop } = await import("#app/shop/uninstall-shop.server.ts");
    const { shopId, domain } = connected;
    let asked = 0;
    const shopAdmin: ShopAdmin = async (request) => {
      asked += 1;
      if (asked === 2) await uninstallShop(domain, new Date());
      return ports.shopAdmin(request);
    };
    expect((await reconcile(with_({ shopAdmin }), connected)).outcome).toBe("the app is uninstalled");
    expect(asked).toBe(2);
    // The next time it would be due, nobody is asked.
    expect((await reconcile(with_({ shopAdmin }), connected)).outcome).toBe("the app is uninstalled");
    expect(asked).toBe(2);
    expect((await row()).nextAt.getFullYear()).toBe(9999);

    // Opening the app again backfills, and what ends that makes the shop due.
    connected = await connectShop(listening.store);
    await backfill(ports, connected);
    expect(connected.shopId).toBe(shopId);
    expect((await row()).nextAt.getTime()).toBeLessThan(Date.now() + 120_000);
    expect((await reconcile(ports, connected)).outcome).toMatch(/^compared: /);
    expect(await systemPrisma.shop.findUnique({ where: { id: shopId } })).toMatchObject({
      uninstalledAt: null,
    });
  }, 60_000);
});
