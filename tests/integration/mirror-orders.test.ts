import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { mirroredOrderSchema } from "#app/mirror/order.ts";
import { findCustomerByEmail, readCustomer } from "#app/mirror/read-customer.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

type Place = Awaited<ReturnType<typeof makeShop>>;
type Answers = Parameters<typeof fakeShopAdmin>[0];

/** Records a webhook and handles it; `answers` is what Shopify's Admin API says meanwhile. */
async function deliver(place: Place, topic: string, body: string | object) {
  return deliverWith({}, place, { topic, body });
}

async function deliverWith(
  answers: Answers,
  { shop, keys }: Place,
  { topic, body }: { topic: string; body: string | object },
) {
  const deliveryId = await makeDelivery(keys, { topic, body, domain: shop.domain });
  const admin = fakeShopAdmin(answers);
  const phrase = await mirrorDelivery(portsWith(admin), makeRun(shop.id), { shopId: shop.id, deliveryId });
  const { state, reason } = await systemPrisma.webhookDelivery.findUniqueOrThrow({
    where: { id: deliveryId },
  });
  return { phrase, state, reason, asked: admin.asked };
}

const read = (keys: ShopKeys, id: string) => forShop(keys.shopId)((tx) => readOrders(tx, keys, [id]));
const ORDER = "820982911946154508";

/** Shopify's example order at a version of our choice. */
function orderBody(domain: string, changes: Record<string, unknown>): string {
  const body = exampleBody("orders/updated", domain);
  const entries = Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)] as const);
  return entries.reduce(
    (text, [key, value]) => text.replace(new RegExp(`"${key}":("[^"]*"|null|\\[\\])`), `"${key}":${value}`),
    body,
  );
}

describe("mirrorDelivery: orders", () => {
  it("mirrors an order with its lines, seals the person and tells who listens", async () => {
    const place = await makeShop();
    const { state, phrase } = await deliver(
      place,
      "orders/create",
      exampleBody("orders/create", place.shop.domain),
    );

    expect({ state, phrase }).toEqual({ state: "mirrored", phrase: "orders/create: orders changed: 1" });
    const [order] = await read(place.keys, ORDER);
    expect(mirroredOrderSchema.parse(order)).toMatchObject({
      id: ORDER,
      gid: `gid://shopify/Order/${ORDER}`,
      name: "#9999",
      currency: "USD",
      customer: { id: "115310627314723954", email: "jon@example.com" },
      shippingAddress: { city: "Shippington", countryCode: "US" },
    });
    expect(order?.lines[0]).toMatchObject({
      title: "Aviator sunglasses",
      quantity: 1,
      price: { amount: "89.99", currency: "USD" },
    });
    const stored = await systemPrisma.$queryRaw<
      { row: string }[]
    >`SELECT orders::text AS row FROM orders WHERE id = ${ORDER} AND shop_id = ${place.shop.id}`;
    expect(JSON.stringify(stored)).not.toMatch(/jon@example|Shippington|Steve/);
    expect(
      await systemPrisma.job.findMany({
        where: { shopId: place.shop.id, event: "order-mirrored" },
        orderBy: { name: "asc" },
      }),
    ).toMatchObject([
      { name: "detectIssues", data: { orderId: ORDER } },
      { name: "refreshDrafts", data: { orderId: ORDER } },
    ]);
  });

  it("never lets a late old version overwrite a newer one", async () => {
    const place = await makeShop();
    const { domain } = place.shop;
    await deliver(
      place,
      "orders/updated",
      orderBody(domain, { updated_at: "2026-11-20T10:00:00Z", financial_status: "refunded" }),
    );
    const late = await deliver(
      place,
      "orders/updated",
      orderBody(domain, { updated_at: "2026-11-19T10:00:00Z", financial_status: "paid" }),
    );

    expect(late).toMatchObject({
      state: "mirrored",
      phrase: "orders/updated: this or a newer version is known: nothing changed",
    });
    expect((await read(place.keys, ORDER))[0]?.financialStatus).toBe("refunded");
  });

  it("asks Shopify when two contents claim one version", async () => {
    const place = await makeShop();
    const { domain } = place.shop;
    const at = "2026-11-20T10:00:00Z";
    await deliver(
      place,
      "orders/updated",
      orderBody(domain, { updated_at: at, financial_status: "refunded" }),
    );
    await deliver(place, "orders/updated", orderBody(domain, { updated_at: at, financial_status: "paid" }));
    expect(
      await systemPrisma.job.findMany({ where: { shopId: place.shop.id, event: "order-unclear" } }),
    ).toMatchObject([{ name: "readOrder", data: { orderId: ORDER } }]);
  });

  it("handles a delivery once", async () => {
    const place = await makeShop();
    const deliveryId = await makeDelivery(place.keys, {
      topic: "orders/create",
      body: exampleBody("orders/create", place.shop.domain),
      domain: place.shop.domain,
    });
    const go = () =>
      mirrorDelivery(portsWith(fakeShopAdmin()), makeRun(place.shop.id), {
        shopId: place.shop.id,
        deliveryId,
      });
    await go();
    expect(await go()).toBe("the delivery is mirrored already");
    const where = { shopId: place.shop.id, name: "refreshDrafts" };
    expect(await systemPrisma.job.count({ where })).toBe(1);
  });

  it("keeps a deleted order hidden, also from a version that comes later", async () => {
    const place = await makeShop();
    const { domain } = place.shop;
    await deliver(place, "orders/delete", `{"id":${ORDER}}`);
    await deliver(place, "orders/create", exampleBody("orders/create", domain));

    expect(await read(place.keys, ORDER)).toEqual([]);
    expect(await systemPrisma.job.count({ where: { shopId: place.shop.id, event: "record-deleted" } })).toBe(
      1,
    );
  });

  it("finds orders by name, address, parcel and customer, in their own shop only", async () => {
    const place = await makeShop();
    const other = await makeShop();
    const customer = await makeCustomer(place.shop, place.keys);
    const { order } = await makeOrder(place.shop, place.keys, {
      name: "#1042",
      customerId: customer.id,
      fulfillments: [
        {
          trackingNumber: "JD0123",
          events: [{ status: "delivered", happenedAt: "2026-11-14T10:00:00.000Z" }],
        },
      ],
    });
    const find = (keys: ShopKeys, query: object) =>
      forShop(keys.shopId)((tx) => findOrders(tx, keys, { limit: 10, ...query }));
    const emailIndex = blindIndex(place.keys, "email", "MARA.lindqvist@example.com ");

    expect(await find(place.keys, { nameKeys: ["1042"] })).toEqual([order.id]);
    expect(await find(place.keys, { emailIndex })).toEqual([order.id]);
    expect(await find(place.keys, { trackingNumbers: ["jd0123"] })).toEqual([order.id]);
    expect(await find(place.keys, { customerId: customer.id })).toEqual([order.id]);
    expect(await find(place.keys, {})).toEqual([]);
    expect(await find(other.keys, { nameKeys: ["1042"] })).toEqual([]);
    expect(await read(other.keys, order.id)).toEqual([]);
    expect((await read(place.keys, order.id))[0]?.fulfillments[0]).toMatchObject({
      deliveredAt: "2026-11-14T10:00:00.000Z",
    });
  });

  it("moves a merged customer's orders, and follows the merge", async () => {
    const place = await makeShop();
    const gone = await makeCustomer(place.shop, place.keys, {
      id: "11",
      person: { email: "old@example.com" },
    });
    await makeCustomer(place.shop, place.keys, { id: "12", person: { email: "new@example.com" } });
    const { order } = await makeOrder(place.shop, place.keys, { customerId: gone.id });
    await deliver(place, "customers/merge", {
      admin_graphql_api_customer_kept_id: "gid://shopify/Customer/12",
      admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/11",
      admin_graphql_api_job_id: null,
      status: "completed",
      errors: [],
    });
    expect((await read(place.keys, order.id))[0]?.customer?.id).toBe("12");
    const inShop = forShop(place.shop.id);
    expect((await inShop((tx) => readCustomer(tx, place.keys, "11")))?.email).toBe("new@example.com");
    expect(await inShop((tx) => findCustomerByEmail(tx, place.keys, "old@example.com"))).toBeNull();
  });
});

describe("mirrorDelivery: merged customers", () => {
  it("own what comes after the merge, to the end of the chain, in any order of the merges", async () => {
    const place = await makeShop();
    const merge = (gone: string, kept: string) =>
      deliver(place, "customers/merge", {
        admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept}`,
        admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${gone}`,
        status: "completed",
      });
    const before = await makeOrder(place.shop, place.keys, { customerId: "11" });
    await merge("12", "13");
    await merge("11", "12");
    const after = await makeOrder(place.shop, place.keys, { customerId: "11" });
    for (const { order } of [before, after])
      expect((await read(place.keys, order.id))[0]?.customer?.id).toBe("13");
  });
});

describe("mirrorDelivery: refunds that name no currency", () => {
  const refund = (orderId: string) => ({
    id: 929_361_463,
    admin_graphql_api_id: "gid://shopify/Refund/929361463",
    order_id: Number(orderId),
    created_at: "2026-11-20T10:00:00Z",
    transactions: [],
    refund_line_items: [],
  });

  it("are in the order's, else in what Shopify says, and never in one that was made up", async () => {
    const place = await makeShop();
    await systemPrisma.shop.update({ where: { id: place.shop.id }, data: { currency: null } });
    const { order } = await makeOrder(place.shop, place.keys, { id: "4500000000001", currency: "JPY" });
    const known = await deliver(place, "refunds/create", refund(order.id));
    expect(known).toMatchObject({ state: "mirrored", asked: [] });
    expect((await read(place.keys, order.id))[0]?.refunds).toMatchObject([{ amount: { currency: "JPY" } }]);

    const unknown = await deliver(place, "refunds/create", refund("4500000000002"));
    expect(unknown).toMatchObject({ state: "skipped", asked: [{ operation: "ReadOrder" }] });
    expect(await systemPrisma.refund.count({ where: { shopId: place.shop.id, currency: "XXX" } })).toBe(0);
  });
});

describe("mirrorDelivery: what is set aside", () => {
  it.each([
    ["orders/unheard_of", "{}", "the topic is unknown"],
    ["orders/create", "not json", "the body is not JSON"],
    ["orders/create", `{"id":1,"name":"#1"}`, /^the body does not fit the topic/],
    ["app/uninstalled", `{"id":1}`, /^the body does not fit the topic/],
    ["shop/redact", `{"shop_id":1,"shop_domain":"another.myshopify.com"}`, "the body names another shop"],
  ])("%s %s", async (topic, body, reason) => {
    const place = await makeShop();
    const result = await deliver(place, topic, body);
    expect(result.state).toBe("quarantined");
    expect(result.reason).toMatch(reason);
    expect(await systemPrisma.job.count({ where: { shopId: place.shop.id } })).toBe(0);
    expect(
      (await systemPrisma.shop.findUniqueOrThrow({ where: { id: place.shop.id } })).uninstalledAt,
    ).toBeNull();
  });

  it("what is nested deeper than the stack", async () => {
    const result = await deliver(await makeShop(), "orders/create", "[".repeat(20_000));
    expect(result).toMatchObject({ state: "quarantined", reason: "the body is not JSON" });
  });

  it("an order's body neither uninstalls nor redacts under another topic", async () => {
    for (const topic of [
      "app/uninstalled",
      "shop/redact",
      "customers/redact",
      "orders/delete",
      "customers/delete",
    ]) {
      const place = await makeShop();
      const result = await deliver(place, topic, exampleBody("orders/create", place.shop.domain));
      expect({ topic, state: result.state }).toEqual({ topic, state: "quarantined" });
    }
  });

  it("puts the job off when Shopify wants it, and does nothing meanwhile", async () => {
    const place = await makeShop();
    const body = exampleBody("returns/request", place.shop.domain);
    const throttled = { ReadOrder: () => ({ outcome: "throttled", retryAfter: 4_000 }) };
    await expect(deliverWith(throttled, place, { topic: "returns/request", body })).rejects.toMatchObject({
      name: "TryAgainAt",
    });
    const down = { ReadOrder: () => ({ outcome: "unavailable", reason: "HTTP 503" }) };
    await expect(deliverWith(down, place, { topic: "returns/request", body })).rejects.toThrow(
      "Shopify is not available",
    );
    expect(
      await systemPrisma.webhookDelivery.count({ where: { shopId: place.shop.id, state: "recorded" } }),
    ).toBe(2);
  });
});
