import { describe, expect, it } from "vitest";
import { forShop, sqlOf } from "#app/db.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { closeShop } from "#app/privacy/close-shop.server.ts";
import { eraseDeleted } from "#app/privacy/erase-deleted.server.ts";
import { redactShop } from "#app/privacy/redact-shop.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { countIssues } from "#tests/factories/inhabited-issues.ts";
import { countConversations, CUSTOMER, inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { tenantTables } from "#tests/factories/tenant-rows.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";

describe("shop/redact", () => {
  it("leaves no row of the shop but what came and what ran, and lets it begin again", async () => {
    const { shop, keys } = await inhabitedShop();
    const bystander = await inhabitedShop();
    const before = await countConversations(bystander.shop.id);
    const deliveryId = await makeDelivery(keys, {
      topic: "shop/redact",
      body: `{"shop_id":1,"shop_domain":"${shop.domain}"}`,
      domain: shop.domain,
    });
    await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    const nobody = await makeDelivery(keys, { topic: "orders/create", body: {}, domain: shop.domain });
    await systemPrisma.webhookDelivery.update({ where: { id: nobody }, data: { shopId: null } });
    const gone = fakeShopAdmin({ ReadScopes: () => ({ outcome: "uninstalled" }) });
    const go = () => redactShop(portsWith(gone), makeRun(shop.id), { shopId: shop.id, deliveryId });
    expect(await go()).toMatch(/^redacted: tables \d+$/);
    expect(await go()).toBe("the shop was redacted before");

    for (const table of (await tenantTables()).filter(
      (name) => !["jobs", "webhook_deliveries"].includes(name),
    )) {
      const { rows } = await systemPool.query(`SELECT 1 FROM "${table}" WHERE shop_id = $1 LIMIT 1`, [
        shop.id,
      ]);
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
    expect(await systemPrisma.shop.findUnique({ where: { id: shop.id } })).toBeNull();
    const kept = await systemPrisma.webhookDelivery.findMany({ where: { shopDomain: shop.domain } });
    expect(kept).toHaveLength(3);
    expect(kept.every(({ sealedBody }) => sealedBody.length === 0)).toBe(true);
    expect(await countConversations(bystander.shop.id)).toEqual(before);
    const again = await installShop({ domain: shop.domain, scopes: ["read_orders"] });
    expect(again).toMatchObject({ outcome: "installed" });
    expect(again.shopId).not.toBe(shop.id);
  });
});

describe("shop/redact replayed", () => {
  it("removes nothing of a shop whose token works: an operator decides", async () => {
    const { shop } = await inhabitedShop();
    const before = await countConversations(shop.id);
    const alive = fakeShopAdmin({
      ReadScopes: () => ({ currentAppInstallation: { accessScopes: [{ handle: "read_orders" }] } }),
    });
    const data = { shopId: shop.id, deliveryId: "undated" };
    await expect(redactShop(portsWith(alive), makeRun(shop.id), data)).rejects.toMatchObject({
      name: "Unretryable",
      message: "the app is installed in this shop and its token works: nothing was removed",
    });
    expect(await systemPrisma.shop.findUnique({ where: { id: shop.id } })).toMatchObject({
      uninstalledAt: null,
    });
    expect(await countConversations(shop.id)).toEqual(before);
  });
});

describe("after an uninstall", () => {
  it("cancels what was about to leave, parks what reaches outside, and goes on when the app is opened again", async () => {
    const { shop, keys, hers } = await inhabitedShop();
    await systemPrisma.delivery.updateMany({ where: { shopId: shop.id }, data: { status: "queued" } });
    const { draftId } = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId: shop.id } });
    const told = { shopId: shop.id, conversationId: hers.conversationId };
    await systemPrisma.outreach.updateMany({ where: told, data: { state: "approved", draftId } });
    const conversation = { id: hers.conversationId };
    await systemPrisma.conversation.update({ where: conversation, data: { status: "waiting" } });
    await systemPrisma.job.deleteMany({ where: { shopId: shop.id } });
    await systemPrisma.job.create({
      data: {
        shopId: shop.id,
        event: "message-received",
        name: "understandMessage",
        data: { messageId: hers.messageId },
      },
    });
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt: new Date() } });
    const go = () => closeShop(portsWith({}), makeRun(shop.id), { shopId: shop.id });

    expect(await go()).toBe("closed: deliveries cancelled 2, jobs parked 1");
    expect(await systemPrisma.delivery.findFirst({ where: { shopId: keys.shopId } })).toMatchObject({
      status: "cancelled",
    });
    expect(await systemPrisma.outreach.findFirst({ where: told })).toMatchObject({
      state: "refused",
      reasons: [{ rule: "uninstalled" }],
    });
    // The reply did not leave: the shopper waits for us, and somebody sees it.
    expect(await systemPrisma.conversation.findUnique({ where: conversation })).toMatchObject({
      status: "open",
    });
    const due = { shopId: shop.id, name: "understandMessage", runAt: { lte: new Date() } };
    expect(await systemPrisma.job.count({ where: due })).toBe(0);
    await installShop({ domain: shop.domain, scopes: ["read_orders"] });
    expect(
      await systemPrisma.job.count({ where: { ...due, runAt: { lte: new Date(Date.now() + 1_000) } } }),
    ).toBe(1);
    expect(await go()).toBe("the app was opened again");
  });
});

describe("orders/delete and customers/delete", () => {
  type Deleted = { entity: "order" | "customer"; id: string };
  const erase = (shopId: string, deleted: Deleted, answers: Parameters<typeof fakeShopAdmin>[0]) =>
    eraseDeleted(portsWith(fakeShopAdmin(answers)), makeRun(shopId), { shopId, ...deleted });

  it("takes parts that arrive after an order was erased with it", async () => {
    const { shop, keys } = await makeShop();
    const { order, rows } = await makeOrder(shop, keys, { fulfillments: [{ events: [{}] }], refunds: [{}] });
    await systemPrisma.order.updateMany({ where: { shopId: shop.id }, data: { deletedAt: new Date() } });
    const gone = { ReadOrder: () => ({ order: null }) };
    expect(await erase(shop.id, { entity: "order", id: order.id }, gone)).toBe("the order is erased");
    await forShop(shop.id)((tx) => writeRows(sqlOf(tx), keys, rows));
    for (const table of ["fulfillments", "fulfillment_events", "refunds"]) {
      const { rows: left } = await systemPool.query(`SELECT 1 FROM "${table}" WHERE shop_id = $1`, [shop.id]);
      expect({ table, left: left.length }).toEqual({ table, left: 0 });
    }
  });

  it("erase once Shopify confirms, and stay hidden while it does not say", async () => {
    const { shop, keys, order } = await inhabitedShop();
    await systemPrisma.order.updateMany({
      where: { shopId: shop.id, id: order.id },
      data: { deletedAt: new Date() },
    });
    await systemPrisma.customer.updateMany({
      where: { shopId: shop.id, id: CUSTOMER },
      data: { deletedAt: new Date() },
    });
    expect(await erase(shop.id, { entity: "order", id: order.id }, {})).toMatch(/it stays hidden$/);
    expect(await countIssues(shop.id)).toMatchObject({
      orderIssue: 2,
      orderOccasion: 2,
      orderWatch: 2,
      outreach: 2,
      holdOut: 2,
    });
    expect(
      await erase(shop.id, { entity: "order", id: order.id }, { ReadOrder: () => ({ order: null }) }),
    ).toBe("the order is erased");
    expect(await countIssues(shop.id)).toMatchObject({
      orderIssue: 1,
      orderOccasion: 1,
      orderWatch: 1,
      outreach: 1,
      holdOut: 1,
    });
    expect(
      await erase(
        shop.id,
        { entity: "customer", id: CUSTOMER },
        { ReadCustomer: () => ({ customer: null }) },
      ),
    ).toBe("the customer is erased");

    const row = await systemPrisma.order.findFirstOrThrow({ where: { shopId: shop.id, id: order.id } });
    expect(row).toMatchObject({ name: "", lines: [], customerId: null, emailIndex: null });
    expect(await systemPrisma.refund.count({ where: { shopId: shop.id, orderId: order.id } })).toBe(0);
    // A late webhook does not fill the tombstone again.
    await forShop(shop.id)((tx) =>
      writeRows(sqlOf(tx), keys, { orders: [{ ...order, updatedAt: "2099-01-01T00:00:00.000Z" }] }),
    );
    expect(await systemPrisma.order.findFirst({ where: { shopId: shop.id, id: order.id } })).toMatchObject({
      name: "",
    });
  });

  it("come back when Shopify still has them", async () => {
    const { shop, keys } = await makeShop();
    await makeCustomer(shop, keys, { id: CUSTOMER });
    await systemPrisma.customer.updateMany({ where: { shopId: shop.id }, data: { deletedAt: new Date() } });
    const customer = {
      id: `gid://shopify/Customer/${CUSTOMER}`,
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "2026-11-20T00:00:00Z",
      firstName: "Mara",
      state: "ENABLED",
      numberOfOrders: "3",
      amountSpent: { amount: "10.0", currencyCode: "EUR" },
    };
    expect(
      await erase(shop.id, { entity: "customer", id: CUSTOMER }, { ReadCustomer: () => ({ customer }) }),
    ).toBe("the customer is still there");
    expect(await systemPrisma.customer.findFirst({ where: { shopId: shop.id } })).toMatchObject({
      deletedAt: null,
      ordersCount: 3,
    });
  });
});
