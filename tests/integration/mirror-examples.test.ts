import { describe, expect, it } from "vitest";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { declaredTopics, exampleBody } from "#tests/fixtures/webhooks/examples.ts";

/**
 * Nothing follows from these: the merge example is a failed merge, the `returns/process` example is empty, and three name what
 * only Shopify could say more of, which does not know these ids.
 */
const WITHOUT_EFFECT = new Set([
  "customers/merge",
  "returns/process",
  "returns/update",
  "orders/edited",
  "order_transactions/create",
]);

const ORDER = "gid://shopify/Order/820982911946154508";

describe("Shopify's documented example of each topic", () => {
  it.each(declaredTopics())("%s goes through its mirror function", async (topic) => {
    const { shop, keys } = await makeShop();
    const deliveryId = await makeDelivery(keys, {
      topic,
      body: exampleBody(topic, shop.domain),
      domain: shop.domain,
    });
    // Which order a fulfillment order is of, its webhook does not say.
    const { shopAdmin } = fakeShopAdmin(
      topic.startsWith("fulfillment_orders/")
        ? { FindOrderOf: () => ({ node: { id: "", orderId: ORDER } }) }
        : {},
    );

    await mirrorDelivery(portsWith({ shopAdmin }), makeRun(shop.id), { shopId: shop.id, deliveryId });

    const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
    expect(row).toMatchObject({ state: WITHOUT_EFFECT.has(topic) ? "skipped" : "mirrored" });
    expect(row.handledAt).not.toBeNull();
  });
});
