import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { openBytes } from "#app/shop/seal.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

type Place = Awaited<ReturnType<typeof makeShop>>;
const TOPIC = "order_transactions/create";

/** Records the webhook of a transaction and handles it; Shopify shows no order. */
async function deliver({ shop, keys }: Place, body: object) {
  const deliveryId = await makeDelivery(keys, { topic: TOPIC, body, domain: shop.domain });
  const admin = fakeShopAdmin();
  const phrase = await mirrorDelivery(portsWith(admin), makeRun(shop.id), { shopId: shop.id, deliveryId });
  const { state } = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
  return { id: deliveryId, phrase, state, asked: admin.asked };
}

describe("the payments of an order", () => {
  const transaction = (orderId: string, changes: object = {}) => ({
    ...(JSON.parse(exampleBody(TOPIC, "x.myshopify.com")) as object),
    order_id: Number(orderId),
    kind: "sale",
    created_at: "2026-11-14T10:00:00+01:00",
    ...changes,
  });

  it("date an order that is known, whatever comes first, and tell of it", async () => {
    const place = await makeShop();
    const { order } = await makeOrder(place.shop, place.keys, { id: "4500000000011" });
    const told = () => systemPrisma.job.count({ where: { shopId: place.shop.id, event: "order-mirrored" } });
    const before = await told();
    expect(await deliver(place, transaction(order.id))).toMatchObject({
      state: "mirrored",
      phrase: `${TOPIC}: orders changed: 1`,
      asked: [],
    });
    expect(await told()).toBeGreaterThan(before);
    // An earlier part of the money, and what was not paid, say nothing new.
    await deliver(place, transaction(order.id, { created_at: "2026-11-13T10:00:00Z" }));
    const failed = await deliver(
      place,
      transaction(order.id, { status: "failure", created_at: "2026-11-15T10:00:00Z" }),
    );
    expect(failed.phrase).toBe(`${TOPIC}: this or a newer version is known: nothing changed`);
    const [known] = await forShop(place.shop.id)((tx) => readOrders(tx, place.keys, [order.id]));
    expect(known?.paidAt).toBe("2026-11-14T09:00:00.000Z");
  });

  it("do not keep what their webhook tells of a redacted person", async () => {
    const place = await makeShop();
    const { order } = await makeOrder(place.shop, place.keys, { id: "4500000000013" });
    await systemPrisma.redactionMark.create({
      data: { shopId: place.shop.id, entity: "order", entityKey: order.id },
    });
    for (const kind of ["sale", "refund"]) {
      const { id } = await deliver(place, transaction(order.id, { kind }));
      const { sealedBody } = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } });
      const body = openBytes(place.keys, `webhook_deliveries.sealed_body:${id}`, sealedBody);
      expect(body.toString("utf8")).toBe("{}");
    }
  });

  it("have an order read that nobody told of before", async () => {
    const place = await makeShop();
    const unknown = await deliver(place, transaction("4500000000012"));
    expect(unknown).toMatchObject({ state: "skipped", asked: [{ operation: "ReadOrder" }] });
  });
});
