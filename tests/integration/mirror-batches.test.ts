import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { mirrorDeliveries } from "#app/mirror/mirror-deliveries.server.ts";
import { readOrder } from "#app/mirror/read-order.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

type Place = Awaited<ReturnType<typeof makeShop>>;
type Webhook = { topic: string; body: string | object; trace?: string; triggeredAt?: string };

/** Records webhooks and handles them as one batch. */
async function deliver(place: Place, webhooks: readonly Webhook[]) {
  const { shop, keys } = place;
  const ids: string[] = [];
  for (const { topic, body, triggeredAt } of webhooks)
    ids.push(
      await makeDelivery(keys, { topic, body, domain: shop.domain, ...(triggeredAt ? { triggeredAt } : {}) }),
    );
  const handle = () =>
    mirrorDeliveries(
      portsWith({}),
      makeRun(shop.id),
      ids.map((deliveryId, index) => ({
        data: { shopId: shop.id, deliveryId },
        trace: webhooks[index]?.trace ?? null,
      })),
    );
  const phrases = await handle();
  const rows = await systemPrisma.webhookDelivery.findMany({ where: { id: { in: ids } } });
  const states = ids.map((id) => rows.find((row) => row.id === id)?.state);
  return { ids, phrases, states, rows, again: handle };
}

const jobs = (place: Place, event: string) =>
  systemPrisma.job.findMany({ where: { shopId: place.shop.id, event }, orderBy: { id: "asc" } });
const read = ({ shop, keys }: Place, id = ORDER) => forShop(shop.id)((tx) => readOrders(tx, keys, [id]));

const ORDER = "820982911946154508";
const at = (second: number) => `2026-11-20T10:00:0${second}Z`;

function orderBody({ shop }: Place, changes: Record<string, unknown>): string {
  const text = exampleBody("orders/updated", shop.domain);
  return Object.entries(changes).reduce(
    (body, [key, value]) =>
      body.replace(new RegExp(`"${key}":("[^"]*"|null|\\[\\])`), `"${key}":${JSON.stringify(value)}`),
    text,
  );
}

describe("mirrorDeliveries", () => {
  it("folds what is about one order, writes once, and tells of it once, with the trace of what caused it", async () => {
    const place = await makeShop();
    const trace = (digit: number) => `00-${String(digit).repeat(32)}-${"b".repeat(16)}-01`;
    const { phrases, states } = await deliver(place, [
      {
        topic: "orders/updated",
        body: orderBody(place, { updated_at: at(3), financial_status: "refunded" }),
        trace: trace(1),
      },
      {
        topic: "orders/create",
        body: orderBody(place, { updated_at: at(1), financial_status: "pending" }),
        trace: trace(1),
      },
      { topic: "customers/update", body: exampleBody("customers/update", place.shop.domain) },
    ]);
    expect(states).toEqual(["mirrored", "mirrored", "mirrored"]);
    expect(phrases).toEqual([
      "orders/updated: orders changed: 1",
      "orders/create: orders changed: 1",
      "customers/update: the customer is up to date",
    ]);
    expect((await read(place))[0]).toMatchObject({ financialStatus: "refunded" });
    expect(await jobs(place, "order-mirrored")).toMatchObject([
      { name: "refreshDrafts", data: { orderId: ORDER }, trace: trace(1) },
      { name: "detectIssues", data: { orderId: ORDER }, trace: trace(1) },
    ]);
  });

  it("sets aside what does not fit, hands on what rows do not say, and mirrors the rest", async () => {
    const place = await makeShop();
    const { ids, phrases, states, rows, again } = await deliver(place, [
      { topic: "orders/create", body: "not json" },
      { topic: "orders/create", body: exampleBody("orders/create", place.shop.domain) },
      { topic: "orders/unheard_of", body: "{}" },
      {
        topic: "returns/request",
        body: exampleBody("returns/request", place.shop.domain),
        trace: "00-a-b-01",
      },
      { topic: "orders/delete", body: `{"id":12}` },
    ]);
    expect(states).toEqual(["quarantined", "mirrored", "quarantined", "recorded", "recorded"]);
    expect(phrases).toEqual([
      "orders/create: the body is not JSON",
      "orders/create: orders changed: 1",
      "orders/unheard_of: the topic is unknown",
      "returns/request: handed on, to be looked at alone",
      "orders/delete: handed on, to be looked at alone",
    ]);
    expect(rows.find(({ id }) => id === ids[0])).toMatchObject({
      reason: "the body is not JSON",
      handledAt: expect.any(Date),
    });
    // A worker that dies before its job is settled does all of it again.
    await again();
    expect(await jobs(place, "webhook-unclear")).toMatchObject([
      { name: "mirrorDelivery", data: { deliveryId: ids[3] }, trace: "00-a-b-01" },
      { name: "mirrorDelivery", data: { deliveryId: ids[4] }, trace: null },
    ]);
  });

  it("dates orders that came with their payments, and hands on a payment whose order has not come", async () => {
    const place = await makeShop();
    const paying = (orderId: string) =>
      exampleBody("order_transactions/create", place.shop.domain).replace(
        /"order_id":\d+/u,
        `"order_id":${orderId}`,
      );
    const { phrases } = await deliver(place, [
      { topic: "order_transactions/create", body: paying(ORDER) },
      { topic: "order_transactions/create", body: paying("4500000000021"), trace: "00-a-b-01" },
      { topic: "orders/create", body: exampleBody("orders/create", place.shop.domain) },
    ]);
    expect(phrases).toEqual([
      "order_transactions/create: orders changed: 1",
      "order_transactions/create: handed on, to be looked at alone",
      "orders/create: orders changed: 1",
    ]);
    expect((await read(place))[0]?.paidAt).toBe("2022-01-01T00:00:00.000Z");
    expect(await jobs(place, "webhook-unclear")).toMatchObject([
      { name: "mirrorDelivery", trace: "00-a-b-01" },
    ]);
  });

  it("does nothing the second time, and announces no repeat", async () => {
    const place = await makeShop();
    const body = exampleBody("orders/create", place.shop.domain);
    const first = await deliver(place, [{ topic: "orders/create", body }]);
    expect(await first.again()).toEqual(["the delivery is mirrored already"]);
    const repeat = await deliver(place, [
      { topic: "orders/create", body },
      { topic: "orders/updated", body, triggeredAt: "2026-11-20T10:00:00Z" },
    ]);
    expect(repeat.phrases).toEqual([
      "orders/create: this or a newer version is known: nothing changed",
      "orders/updated: this or a newer version is known: nothing changed",
    ]);
    const told = (await jobs(place, "order-mirrored")).map(({ name }) => name);
    expect(told.toSorted()).toEqual(["detectIssues", "refreshDrafts"]);
    expect(await jobs(place, "order-unclear")).toEqual([]);
  });

  it.each(["together", "one after the other"])(
    "asks Shopify when two contents claim one version, %s, and ends the same",
    async (how) => {
      const place = await makeShop();
      const webhooks = ["refunded", "paid"].map((financial_status, index) => ({
        topic: "orders/updated",
        body: orderBody(place, { updated_at: at(1), financial_status }),
        triggeredAt: at(9 - index),
      }));
      if (how === "together") await deliver(place, webhooks);
      else for (const one of webhooks) await deliver(place, [one]);
      expect((await read(place))[0]).toMatchObject({ financialStatus: "refunded" });
      expect(await jobs(place, "order-unclear")).toMatchObject([
        { name: "readOrder", data: { orderId: ORDER } },
      ]);

      const { shopAdmin, asked } = fakeShopAdmin({ ReadOrder: () => ({ order: null }) });
      const outcome = await readOrder(portsWith({ shopAdmin }), makeRun(place.shop.id), {
        shopId: place.shop.id,
        orderId: ORDER,
      });
      expect(outcome).toBe("Shopify does not show this order");
      expect(asked).toEqual([{ operation: "ReadOrder", variables: { id: `gid://shopify/Order/${ORDER}` } }]);
    },
  );

  it("empties the body of what tells of a redacted person, also when a newer one in the batch does not", async () => {
    const place = await makeShop();
    await systemPrisma.redactionMark.create({
      data: { shopId: place.shop.id, entity: "order", entityKey: ORDER },
    });
    const other = "4500000000001";
    const { ids, rows } = await deliver(place, [
      { topic: "orders/create", body: orderBody(place, { updated_at: at(1) }) },
      { topic: "orders/updated", body: orderBody(place, { updated_at: at(2) }) },
      { topic: "orders/updated", body: orderBody(place, { updated_at: at(3) }).replaceAll(ORDER, other) },
    ]);
    const sizes = ids.map((id) => rows.find((row) => row.id === id)?.sealedBody.length ?? 0);
    expect(sizes.map((size) => size < 100)).toEqual([true, true, false]);
    expect((await read(place))[0]).toMatchObject({ customer: null, shippingAddress: null });
    expect((await read(place, other))[0]).toMatchObject({ customer: { email: "jon@example.com" } });
  });

  it("leaves a shop that is gone alone, and takes no delivery of another shop", async () => {
    const [place, other] = [await makeShop(), await makeShop()];
    await systemPrisma.shop.update({ where: { id: place.shop.id }, data: { uninstalledAt: new Date() } });
    const { phrases, states } = await deliver(place, [
      { topic: "orders/create", body: exampleBody("orders/create", place.shop.domain) },
    ]);
    expect({ phrases, states }).toEqual({
      phrases: ["orders/create: the app is uninstalled"],
      states: ["skipped"],
    });
    const { ids } = await deliver(other, [{ topic: "orders/unheard_of", body: "{}" }]);
    const run = makeRun(place.shop.id);
    const [deliveryId = ""] = ids;
    const items = [{ data: { shopId: place.shop.id, deliveryId }, trace: null }];
    expect(await mirrorDeliveries(portsWith({}), run, items)).toEqual(["there is no such delivery"]);
  });
});
