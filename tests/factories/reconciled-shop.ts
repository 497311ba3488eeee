import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Devstore } from "#devstore/start.ts";
import type { Ports } from "#app/ports.ts";
import { startShopify, type connectShop } from "#tests/factories/connected-shop.ts";

export type Heard = { topic: string; body: string; triggeredAt: string };
type Connected = Awaited<ReturnType<typeof connectShop>>;

/** An app that takes webhooks down, to be mirrored when the test wants. */
export async function startListening() {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push({
        topic: String(request.headers["x-shopify-topic"]),
        triggeredAt: String(request.headers["x-shopify-triggered-at"]),
        body: Buffer.concat(chunks).toString("utf8"),
      });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const store = await startShopify(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const close = async () => {
    await store.close();
    server.closeAllConnections();
    server.close();
  };
  return { store, heard, close };
}

/** Calls the dev store's control API. Throws what it refuses. */
export async function control(store: Devstore, path: string, given: { method?: string; body?: object } = {}) {
  const response = await fetch(`${store.url}/control${path}`, {
    method: given.method ?? "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(given.body ?? {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as { id: string };
}

/** Runs a handler as the queue does: again and again while it puts itself off. Answers its outcome and why it paused. */
export async function runToEnd(work: () => Promise<string>): Promise<{ outcome: string; pauses: string[] }> {
  const { TryAgainAt } = await import("#app/job.ts");
  const pauses: string[] = [];
  for (;;) {
    try {
      return { outcome: await work(), pauses };
    } catch (error) {
      if (!(error instanceof TryAgainAt)) throw error;
      pauses.push(error.message);
      await sleep(Math.min(Math.max(error.at.getTime() - Date.now(), 0), 100));
    }
  }
}

export async function backfill(ports: Ports, { shopId }: Connected) {
  const { backfillShop } = await import("#app/mirror/backfill-shop.server.ts");
  const { makeRun } = await import("#tests/factories/delivery.ts");
  return runToEnd(() => backfillShop(ports, makeRun(shopId), { shopId }));
}

export async function reconcile(ports: Ports, { shopId }: Connected) {
  const { reconcileShop } = await import("#app/mirror/reconcile-shop.server.ts");
  const { makeRun } = await import("#tests/factories/delivery.ts");
  return runToEnd(() => reconcileShop(ports, makeRun(shopId), { shopId }));
}

/** Mirrors what was heard, in the order it came. */
export async function mirrorHeard(ports: Ports, { keys, domain, shopId }: Connected, heard: Heard[]) {
  const { mirrorDelivery } = await import("#app/mirror/mirror-delivery.server.ts");
  const { makeDelivery, makeRun } = await import("#tests/factories/delivery.ts");
  for (const webhook of heard.splice(0)) {
    const deliveryId = await makeDelivery(keys, { ...webhook, domain });
    await mirrorDelivery(ports, makeRun(shopId), { shopId, deliveryId });
  }
}

/** Orders that the app may see, as the store has them, in the mirror's words. */
export function expectedOrders(store: Devstore) {
  const shop = store.context.store.defaultShop();
  const oldest = Date.now() - 60 * 24 * 3_600_000;
  return shop.orders
    .filter((order) => Date.parse(order.createdAt) >= oldest)
    .map((order) => ({
      id: order.id,
      updatedAt: new Date(order.updatedAt).toISOString(),
      cancelledAt: order.cancelledAt && new Date(order.cancelledAt).toISOString(),
      financialStatus: order.financialStatus.toLowerCase(),
      // What was paid back waits for nothing: nobody asks when it was paid.
      isPaidUndated: false,
      note: order.note,
      tags: order.tags,
      customerId: order.customerId,
      lines: order.lines.map(({ id, quantity, currentQuantity }) => ({ id, quantity, currentQuantity })),
      refunds: order.refunds.map(({ id }) => ({ id, settled: true })),
      returns: order.returns.map(({ id, status }) => ({ id, status: status.toLowerCase() })),
      disputes: shop.disputes
        .filter(({ orderId }) => orderId === order.id)
        .map(({ id, status, type }) => ({ id, status, type })),
      fulfillments: order.fulfillments.map((one) => ({
        id: one.id,
        trackingNumber: one.trackingNumber,
        shipmentStatus: one.shipmentStatus,
        events: [...one.events].map(({ id, status }) => ({ id, status })).toSorted(byId),
      })),
      // An order is mirrored without those that say nothing more than it does.
      held: order.fulfillmentOrders.filter(({ status }) => status === "ON_HOLD").map(({ id }) => id),
    }))
    .toSorted(byId);
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** The same of every order that the mirror has. */
export async function mirroredOrders({
  shopId,
  keys,
}: Connected): Promise<ReturnType<typeof expectedOrders>> {
  const { forShop } = await import("#app/db.server.ts");
  const { readOrders } = await import("#app/mirror/read-orders.server.ts");
  const { orders, events } = await forShop(shopId)(async (tx) => {
    const ids = await tx.order.findMany({ where: { deletedAt: null }, select: { id: true } });
    return {
      orders: await readOrders(
        tx,
        keys,
        ids.map(({ id }) => id),
      ),
      events: await tx.fulfillmentEvent.findMany({ where: { deletedAt: null } }),
    };
  });
  return orders
    .map((order) => ({
      id: order.id,
      updatedAt: order.updatedAt,
      cancelledAt: order.cancelledAt ?? null,
      financialStatus: order.financialStatus ?? "",
      isPaidUndated: order.financialStatus === "paid" && order.paidAt == null,
      note: order.note ?? null,
      tags: order.tags,
      customerId: order.customer?.id ?? null,
      lines: order.lines.map(({ id, quantity, currentQuantity }) => ({
        id,
        quantity,
        currentQuantity: currentQuantity ?? -1,
      })),
      refunds: order.refunds.map(({ id }) => ({ id, settled: true })),
      returns: order.returns.map(({ id, status }) => ({ id, status })),
      disputes: order.disputes.map(({ id, status, type }) => ({
        id,
        status: status as "won",
        type: type as "inquiry",
      })),
      fulfillments: order.fulfillments.map((one) => ({
        id: one.id,
        trackingNumber: one.trackingNumber ?? null,
        shipmentStatus: one.shipmentStatus ?? null,
        events: events
          .filter(({ fulfillmentId }) => fulfillmentId === one.id)
          .map(({ id, status }) => ({ id, status }))
          .toSorted(byId),
      })),
      held: order.fulfillmentOrders.filter(({ status }) => status === "on_hold").map(({ id }) => id),
    }))
    .toSorted(byId);
}

/** Makes the next run compare everything that is compared seldom, too. */
export async function forgetSeldom(shopId: string) {
  const { systemPrisma } = await import("#app/system-db.server.ts");
  await systemPrisma.reconcile.update({
    where: { shopId },
    data: { openCheckedAt: null, countedAt: null },
  });
}
