import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import { admin, adminOf, call, startTestStore, type Answer } from "./devstore-harness.ts";

let store: Devstore;
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

beforeAll(async () => {
  store = await startTestStore("http://127.0.0.1:9", { webhookBackoffMs: [] });
  ask = await adminOf(store);
});
afterAll(() => store.close());

const orders = () => store.context.store.defaultShop().orders;

describe("what Shopify would refuse", () => {
  it("names an unknown field as Shopify does", async () => {
    const answer = await ask('query Bad { order(id: "gid://shopify/Order/1") { bogus } }');
    expect(answer.status).toBe(200);
    expect(answer.errors).toEqual([
      {
        message: "Field 'bogus' doesn't exist on type 'Order'",
        locations: [{ line: 1, column: 50 }],
        path: ["query Bad", "order", "bogus"],
        extensions: { code: "undefinedField", typeName: "Order", fieldName: "bogus" },
      },
    ]);
  });

  it.each([
    ["{ shop }", "selectionMismatch"],
    ["{ order { id } }", "missingRequiredArguments"],
    ["{ shop(x: 1) { id } }", "argumentNotAccepted"],
    ["query Q($id: String!) { order(id: $id) { id } }", "variableMismatch"],
    ["query Q($id: ID!) { shop { id } }", "variableNotUsed"],
  ])("%s", async (query, code) => {
    expect((await ask(query)).errors?.[0]?.extensions).toMatchObject({ code });
  });

  it("a connection without a size, and one that is too large", async () => {
    expect((await ask("{ orders { nodes { id } } }")).errors?.[0]?.message).toContain("first or last");
    expect((await ask("{ orders(first: 251) { nodes { id } } }")).errors?.[0]?.message).toContain("250");
  });

  it("other versions and unknown tokens", async () => {
    expect((await admin(store, { token: "x", query: "{ shop { id } }", version: "2024-01" })).status).toBe(
      404,
    );
    expect((await admin(store, { token: "x", query: "{ shop { id } }" })).status).toBe(401);
  });

  it("a field whose scope was not granted", async () => {
    await call(store, "/control/scopes-update", { scopes: ["read_orders"] });
    const answer = await ask("{ shop { name } customers(first: 1) { nodes { id } } }");
    expect(answer.errors?.[0]).toMatchObject({ path: ["customers"], extensions: { code: "ACCESS_DENIED" } });
    await call(store, "/control/uninstall", {});
    ask = await adminOf(store);
  });

  it("a query beyond the bucket, with THROTTLED in a 200", async () => {
    // Dear enough that what the bucket gains meanwhile is too little.
    const dear = "{ orders(first: 100) { nodes { id lineItems(first: 100) { nodes { id } } } } }";
    await call(store, "/control/graphql/throttle", {});
    const answer = await ask(dear);
    expect(answer.status).toBe(200);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "THROTTLED" });
    expect(answer.extensions?.cost.throttleStatus).toMatchObject({
      maximumAvailable: 2000,
      restoreRate: 100,
    });
  });
});

describe("reading", () => {
  beforeAll(async () => {
    await store.context.webhooks.idle();
    store = await restarted(store);
    ask = await adminOf(store);
  });

  it("pages through every order exactly once", async () => {
    const query = `query Page($after: String) { orders(first: 20, after: $after, sortKey: UPDATED_AT) {
      nodes { id updatedAt } pageInfo { hasNextPage endCursor } } }`;
    const seen: { id: string; updatedAt: string }[] = [];
    let after: string | null = null;
    do {
      const { data } = (await ask(query, { after })) as { data: { orders: Page } };
      seen.push(...data.orders.nodes);
      after = data.orders.pageInfo.hasNextPage ? data.orders.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen.map((one) => one.id)).size).toBe(orders().length);
    expect(seen.map((one) => one.updatedAt)).toEqual(seen.map((one) => one.updatedAt).toSorted());
  });

  it("filters by updated_at", async () => {
    const since =
      orders()
        .map((one) => one.updatedAt)
        .toSorted()
        .at(-5) ?? "";
    const query = "query Q($q: String) { orders(first: 50, query: $q) { nodes { updatedAt } } }";
    const { data } = (await ask(query, { q: `updated_at:>='${since}'` })) as { data: { orders: Page } };
    expect(data.orders.nodes.length).toBeGreaterThanOrEqual(5);
    expect(data.orders.nodes.every((one) => one.updatedAt >= since)).toBe(true);
  });

  it("finds records of every kind by global id, ids above 2^53 included", async () => {
    const large = orders().find((one) => BigInt(one.id) > 2n ** 53n && one.fulfillments.length > 0);
    const fulfillment = large?.fulfillments[0];
    const ids = [`gid://shopify/Order/${large?.id}`, `gid://shopify/Fulfillment/${fulfillment?.id}`];
    const { data } = await ask("query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids });
    expect(data).toEqual({
      nodes: [
        { __typename: "Order", id: ids[0] },
        { __typename: "Fulfillment", id: ids[1] },
      ],
    });
  });

  it("tells what the app may do, and the shop's policies", async () => {
    const { data } = (await ask(
      "{ currentAppInstallation { accessScopes { handle } } shop { shopPolicies { type body } } }",
    )) as {
      data: {
        currentAppInstallation: { accessScopes: { handle: string }[] };
        shop: { shopPolicies: { body: string }[] };
      };
    };
    expect(data.currentAppInstallation.accessScopes.map((one) => one.handle)).toContain("read_orders");
    expect(data.shop.shopPolicies).toHaveLength(5);
    expect(data.shop.shopPolicies[0]?.body).toContain("30 days");
  });

  it("keeps the books' currency and the shopper's apart", async () => {
    const abroad = orders().find((one) => one.currency !== one.presentmentCurrency);
    const query = `query Q($id: ID!) { order(id: $id) { totalPriceSet { shopMoney { amount currencyCode }
      presentmentMoney { amount currencyCode } } } }`;
    const { data } = await ask(query, { id: `gid://shopify/Order/${abroad?.id}` });
    expect(data).toMatchObject({
      order: {
        totalPriceSet: { shopMoney: { currencyCode: "EUR" }, presentmentMoney: { currencyCode: "USD" } },
      },
    });
  });
});

describe("without read_all_orders", () => {
  it("hides orders older than 60 days", async () => {
    const all = store.context.manifest.scopes;
    await call(store, "/control/scopes-update", { scopes: all.filter((one) => one !== "read_all_orders") });
    const oldest = orders()[0];
    const query = "query Q($id: ID!) { order(id: $id) { id } orders(first: 100) { nodes { createdAt } } }";
    const { data } = (await ask(query, { id: `gid://shopify/Order/${oldest?.id}` })) as {
      data: { order: unknown; orders: { nodes: { createdAt: string }[] } };
    };
    const days = (at: string) => (Date.now() - new Date(at).getTime()) / 86_400_000;
    expect(data.order).toBeNull();
    expect(data.orders.nodes.length).toBeGreaterThan(20);
    expect(data.orders.nodes.every((one) => days(one.createdAt) <= 60)).toBe(true);
    await call(store, "/control/scopes-update", { scopes: all });
  });
});

describe("writing", () => {
  const refund = `mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
    refund { id totalRefundedSet { shopMoney { amount } } } userErrors { message } } }`;

  it("refunds once per idempotency key, and only with one", async () => {
    const order = orders().findLast((one) => one.financialStatus === "PAID" && one.currency === "EUR");
    if (!order) throw new Error("the seed has no paid order");
    const line = order.lines[0];
    const input = {
      orderId: `gid://shopify/Order/${order.id}`,
      refundLineItems: [{ lineItemId: `gid://shopify/LineItem/${line?.id}`, quantity: 1 }],
    };
    const without = await ask(refund.replace("@idempotent(key: $key)", "").replace(", $key: String!", ""), {
      input,
    });
    expect(without.errors?.[0]?.message).toBe(
      "The @idempotent directive is required for this mutation but was not provided.",
    );
    const first = await ask(refund, { input, key: "once" });
    const again = await ask(refund, { input, key: "once" });
    expect(first.data).toMatchObject({ refundCreate: { userErrors: [] } });
    expect(again.data).toEqual(first.data);
    expect(order.refunds).toHaveLength(1);
    const other = await ask(refund, { input: { ...input, note: "else" }, key: "once" });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" });
  });

  it("cancels an open order and refuses a shipped one", async () => {
    const cancel = `mutation Cancel($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true,
      refundMethod: { originalPaymentMethodsRefund: true }) { job { id } orderCancelUserErrors { code message } } }`;
    const open = orders().find((one) => one.fulfillments.length === 0 && one.cancelledAt === null);
    const shipped = orders().find((one) => one.fulfillments.length > 0);
    expect((await ask(cancel, { id: `gid://shopify/Order/${open?.id}` })).data).toMatchObject({
      orderCancel: { orderCancelUserErrors: [] },
    });
    expect(open).toMatchObject({ financialStatus: "REFUNDED", cancelReason: "CUSTOMER" });
    expect((await ask(cancel, { id: `gid://shopify/Order/${shipped?.id}` })).data).toMatchObject({
      orderCancel: { job: null, orderCancelUserErrors: [{ code: "INVALID" }] },
    });
  });

  it("adds tags, changes an address, reports a carrier's event", async () => {
    const order = orders().find((one) => one.fulfillments.length > 0);
    if (!order) throw new Error("the seed has no shipped order");
    const id = `gid://shopify/Order/${order.id}`;
    await ask('mutation T($id: ID!) { tagsAdd(id: $id, tags: ["vip", "late"]) { userErrors { message } } }', {
      id,
    });
    await ask(
      'mutation U($id: ID!) { orderUpdate(input: { id: $id, shippingAddress: { city: "Graz" } }) { userErrors { message } } }',
      { id },
    );
    const event = await ask(
      `mutation E($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) {
        fulfillmentEvent { status city } userErrors { message } } }`,
      {
        event: {
          fulfillmentId: `gid://shopify/Fulfillment/${order.fulfillments[0]?.id}`,
          status: "OUT_FOR_DELIVERY",
          city: "Graz",
        },
      },
    );
    expect(order.tags).toEqual(expect.arrayContaining(["vip", "late"]));
    expect(order.shippingAddress?.city).toBe("Graz");
    expect(event.data).toMatchObject({
      fulfillmentEventCreate: { fulfillmentEvent: { status: "OUT_FOR_DELIVERY" } },
    });
  });

  it("is refused without the write scope", async () => {
    await call(store, "/control/scopes-update", { scopes: ["read_orders"] });
    const answer = await ask(
      'mutation { tagsAdd(id: "gid://shopify/Order/1", tags: ["x"]) { userErrors { message } } }',
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "ACCESS_DENIED" });
  });
});

type Page = {
  nodes: { id: string; updatedAt: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};

async function restarted(old: Devstore): Promise<Devstore> {
  await old.close();
  return startTestStore("http://127.0.0.1:9", { webhookBackoffMs: [] });
}
