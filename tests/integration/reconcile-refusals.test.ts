import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hours, minutes } from "#app/lib/duration.ts";
import type { AdminAnswer, Ports, ShopAdmin } from "#app/ports.ts";
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
  await forgetSeldom(connected.shopId);
  await reconcile(ports, connected);
});

const with_ = (shopAdmin: ShopAdmin) => portsWith({ now: ports.now, shopAdmin });
const operationOf = (document: string) => /query (\w+)/.exec(document)?.[1] ?? "";
const inSteps = (at: number) => new Date(at).toISOString().replace(/\.\d+Z/, "Z");
const refusal: AdminAnswer<never> = {
  outcome: "refused",
  errors: [{ message: "HTTP 403", code: "FORBIDDEN" }],
};

/** Orders whose webhooks were lost over an hour, long enough ago that the overlap of windows does not find them. */
async function loseOrders(count: number): Promise<string[]> {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  await control(listening.store, "/load/orders", { body: { count } });
  const lost = listening.store.context.store
    .defaultShop()
    .orders.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, count);
  lost.forEach((order, place) => {
    order.updatedAt = inSteps(Date.now() - minutes(place * 10 + 5));
  });
  await systemPrisma.reconcile.update({
    where: { shopId: connected.shopId },
    data: { ordersWatermark: new Date(Date.now() - hours(3)) },
  });
  return lost.map(({ id }) => String(id));
}

/** Shopify refuses to read some orders whole. */
const refusing = (refuses: (gids: string[]) => boolean): ShopAdmin => {
  return async (request) => {
    const gids = (request.variables?.["ids"] ?? []) as string[];
    return operationOf(request.document) === "ReadOrders" && refuses(gids)
      ? refusal
      : ports.shopAdmin(request);
  };
};

describe("reconcile, when Shopify refuses", () => {
  it("reads alone what was refused together", async () => {
    await loseOrders(8);
    await reconcile(with_(refusing((gids) => gids.length > 1)), connected);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  }, 60_000);

  it("leaves out the one order that is refused, and says so", async () => {
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const lost = await loseOrders(8);
    const [, , bad] = lost;
    await reconcile(with_(refusing((gids) => gids.some((gid) => gid.endsWith(`/${bad}`)))), connected);
    const known = await systemPrisma.order.findMany({
      where: { shopId: connected.shopId, id: { in: lost } },
      select: { id: true },
    });
    expect(known.map(({ id }) => id).toSorted()).toEqual(lost.filter((id) => id !== bad).toSorted());
    const row = await systemPrisma.reconcile.findUniqueOrThrow({ where: { shopId: connected.shopId } });
    expect(row).toMatchObject({ state: "failed", error: "HTTP 403" });
    await control(listening.store, `/orders/${bad}/update`, { body: {} });
    await reconcile(ports, connected);
  }, 60_000);

  it("begins again where it was when everything is refused", async () => {
    await loseOrders(8);
    await reconcile(with_(refusing(() => true)), connected);
    await forgetSeldom(connected.shopId);
    await reconcile(ports, connected);
    expect(await mirroredOrders(connected)).toEqual(expectedOrders(listening.store));
  }, 60_000);

  it("takes nothing for taken back of a parcel that Shopify does not show", async () => {
    const { systemPrisma } = await import("#app/system-db.server.ts");
    const known = () =>
      systemPrisma.fulfillmentEvent.count({ where: { shopId: connected.shopId, deletedAt: null } });
    const before = await known();
    const later = inSteps(Date.now() + 2_000);
    for (const order of listening.store.context.store.defaultShop().orders) {
      if (!order.fulfillments.some(({ events }) => events.length > 0)) continue;
      order.updatedAt = later;
      for (const parcel of order.fulfillments) parcel.updatedAt = later;
    }
    const hiding: ShopAdmin = async (request) => {
      const ids = request.variables?.["ids"];
      if (operationOf(request.document) !== "ReadParts" || !Array.isArray(ids))
        return ports.shopAdmin(request);
      return { outcome: "answered", data: request.data.parse({ nodes: ids.map(() => null) }) };
    };
    await reconcile(with_(hiding), connected);
    expect(before).toBeGreaterThan(0);
    expect(await known()).toBe(before);
  }, 60_000);
});
