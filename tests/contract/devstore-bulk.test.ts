import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import { adminOf, startStubApp, startTestStore, type Answer, type StubApp } from "./devstore-harness.ts";

let store: Devstore;
let app: StubApp;
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

beforeAll(async () => {
  app = await startStubApp();
  store = await startTestStore(app.url);
  ask = await adminOf(store);
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const RUN = `mutation Run($query: String!, $group: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $group) {
  bulkOperation { id status } userErrors { field message code } } }`;
const ORDERS = `{ orders { edges { node { id name refunds { id } customer { id }
  lineItems { edges { node { id title quantity } } } } } } }`;

type Run = {
  bulkOperationRunQuery: { bulkOperation: { id: string; status: string } | null; userErrors: object[] };
};
type Operation = {
  status: string;
  url: string | null;
  objectCount: string;
  rootObjectCount: string;
  fileSize: string;
  errorCode: string | null;
};

async function run(query: string, group = false) {
  return ((await ask(RUN, { query, group })).data as Run).bulkOperationRunQuery;
}

/** A busy machine may take its time. */
const PATIENT = { timeout: 10_000 };

async function finished(id: string | undefined): Promise<Operation> {
  return vi.waitFor(async () => {
    const query =
      "query B($id: ID!) { bulkOperation(id: $id) { status url objectCount rootObjectCount fileSize errorCode } }";
    const operation = ((await ask(query, { id })).data as { bulkOperation: Operation }).bulkOperation;
    expect(operation.status).not.toMatch(/CREATED|RUNNING|CANCELING/);
    return operation;
  }, PATIENT);
}

it.each([
  [
    "{ orders { edges { node { id fulfillments { id events { edges { node { id } } } } } } } }",
    "Queries that contain a connection field within a list field are not currently supported.",
  ],
  ["{ shop { id } }", "Bulk queries must contain at least one connection."],
  ['{ node(id: "gid://shopify/Order/1") { id } }', "Bulk queries cannot contain a top level `node` field."],
  [
    "{ orders { edges { node { name lineItems { edges { node { id } } } } } } }",
    "must select the 'id' field",
  ],
  ["{ orders { edges { node { bogus } } } }", "Field 'bogus' doesn't exist on type 'Order'"],
])("refuses %s", async (query, message) => {
  const { bulkOperation, userErrors } = await run(query);
  expect(bulkOperation).toBeNull();
  expect(userErrors[0]).toMatchObject({
    field: ["query"],
    code: "INVALID",
    message: expect.stringContaining(message) as string,
  });
});

it("writes JSONL with parents, counts it and says when it is done", async () => {
  const { bulkOperation } = await run(ORDERS);
  expect(bulkOperation?.status).toBe("CREATED");
  const operation = await finished(bulkOperation?.id);
  const text = await (await fetch(operation.url ?? "")).text();
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const shop = store.context.store.defaultShop();
  const roots = lines.filter((line) => line["__parentId"] === undefined);
  const children = lines.filter((line) => line["__parentId"] !== undefined);
  expect(roots).toHaveLength(shop.orders.length);
  expect(children).toHaveLength(shop.orders.reduce((total, one) => total + one.lines.length, 0));
  expect(roots[0]).not.toHaveProperty("lineItems");
  expect(roots[0]).toHaveProperty("refunds");
  const ids = new Set(roots.map((line) => line["id"]));
  expect(children.every((line) => ids.has(line["__parentId"]))).toBe(true);
  expect(operation).toMatchObject({
    status: "COMPLETED",
    objectCount: String(lines.length),
    rootObjectCount: String(roots.length),
    fileSize: String(Buffer.byteLength(text)),
  });
  await store.context.webhooks.idle();
  expect(app.received.find((one) => one.topic === "bulk_operations/finish")?.body).toMatchObject({
    admin_graphql_api_id: bulkOperation?.id,
    status: "completed",
    type: "query",
    error_code: null,
  });
});

it("puts children after their parent when asked to group", async () => {
  const operation = await finished((await run(ORDERS, true)).bulkOperation?.id);
  const lines = (await (await fetch(operation.url ?? "")).text()).trimEnd().split("\n");
  const [first, second] = lines.slice(0, 2).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(second?.["__parentId"]).toBe(first?.["id"]);
});

it("fails with ACCESS_DENIED where a scope is missing", async () => {
  const shop = store.context.store.defaultShop();
  const granted = shop.grantedScopes;
  shop.grantedScopes = ["read_orders"];
  const operation = await finished((await run("{ customers { edges { node { id } } } }")).bulkOperation?.id);
  shop.grantedScopes = granted;
  expect(operation).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
});

it("can be cancelled", async () => {
  const { bulkOperation } = await run(ORDERS);
  await ask(
    "mutation C($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }",
    {
      id: bulkOperation?.id,
    },
  );
  expect(await finished(bulkOperation?.id)).toMatchObject({ status: "CANCELED", url: null });
});
