import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { mirrorDeliveries } from "#app/mirror/mirror-deliveries.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

const ORDER = "820982911946154508";
const at = (second: number) => `"updated_at":"2026-11-20T10:00:0${second}Z"`;
const order = exampleBody("orders/updated", "fernweh.myshopify.com").replace(/"updated_at":"[^"]*"/, at(1));
const { line_items: lines } = parseBody(order) as { line_items: unknown[] };

/** Bodies that somebody's shop has sent, or could: what becomes of each is known, and none of them is tried for ever. */
const bodies: [name: string, body: string, state: "mirrored" | "quarantined"][] = [
  ["that is no JSON", "<html>", "quarantined"],
  ["that is empty", "", "quarantined"],
  ["that is null", "null", "quarantined"],
  ["that is a list", "[]", "quarantined"],
  ["nested 10,000 deep", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "quarantined"],
  [
    "with an attribute nested 10,000 deep",
    order.replace(
      '"note_attributes":[]',
      `"note_attributes":[{"name":"a","value":${"[".repeat(10_000)}${"]".repeat(10_000)}}]`,
    ),
    "quarantined",
  ],
  ["with NUL in it", order.replace('"note":null', String.raw`"note":"a\u0000b"`), "mirrored"],
  ["with half of a surrogate pair", order.replace('"note":null', String.raw`"note":"\ud83d!"`), "mirrored"],
  ["with 1e400 for an amount", order.replace(/"total_price":"[^"]*"/, '"total_price":1e400'), "quarantined"],
  ["with 1e400 for a quantity", order.replaceAll(/"quantity":1\b/g, '"quantity":1e400'), "quarantined"],
  [
    "with a time of no calendar",
    order.replace(/"created_at":"[^"]*"/, '"created_at":"9999-99-99T00:00:00Z"'),
    "quarantined",
  ],
  ["with text for a list", order.replace('"line_items":[', '"line_items":"x","other":['), "quarantined"],
  ["with an id that is none", order.replaceAll(ORDER, "-1"), "quarantined"],
  [
    "with fields missing",
    `{"id":${ORDER},"admin_graphql_api_id":"gid://shopify/Order/${ORDER}"}`,
    "quarantined",
  ],
  [
    "with a tracking number of 50,000 digits",
    order.replace('"fulfillments":[]', `"fulfillments":[${parcel("9".repeat(50_000))}]`),
    "mirrored",
  ],
  [
    "with 500 lines",
    order.replace('"line_items":[', `"line_items":[${`${JSON.stringify(lines[0])},`.repeat(500)}`),
    "mirrored",
  ],
  [
    "of 2 MB",
    order.replace(
      '"note":null',
      `"note":${JSON.stringify("n".repeat(99_000))},"padding":${JSON.stringify("p".repeat(1_900_000))}`,
    ),
    "mirrored",
  ],
];

function parcel(trackingNumber: string): string {
  return JSON.stringify({
    id: 255_858_046,
    admin_graphql_api_id: "gid://shopify/Fulfillment/255858046",
    order_id: 450_789_469,
    tracking_number: trackingNumber,
    updated_at: "2026-11-20T10:00:00Z",
  });
}

describe("a body", () => {
  it.each(bodies)(
    "%s is handled once, and the next webhook of the order works",
    async (_name, body, state) => {
      expect(body).not.toBe(order);
      const { shop, keys } = await makeShop();
      const record = (text: string) =>
        makeDelivery(keys, {
          topic: "orders/updated",
          body: text.replaceAll("fernweh.myshopify.com", shop.domain),
          domain: shop.domain,
        });
      const stateOf = async (id: string) =>
        (await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } })).state;
      const ports = portsWith(fakeShopAdmin());
      const items = [body, order.replace(at(1), at(2))];
      const ids: string[] = [];
      for (const text of items) ids.push(await record(text));

      await mirrorDeliveries(
        ports,
        makeRun(shop.id),
        ids.map((deliveryId) => ({ data: { shopId: shop.id, deliveryId }, trace: null })),
      );
      expect([await stateOf(ids[0] ?? ""), await stateOf(ids[1] ?? "")]).toEqual([state, "mirrored"]);
      const [mirrored] = await forShop(shop.id)((tx) => readOrders(tx, keys, [ORDER]));
      expect(mirrored).toMatchObject({ updatedAt: "2026-11-20T10:00:02.000Z" });

      // Alone, as a job in flight of the release before: the same.
      const again = await record(body);
      await mirrorDelivery(ports, makeRun(shop.id), { shopId: shop.id, deliveryId: again });
      expect(await stateOf(again)).toBe(state);
    },
  );
});
