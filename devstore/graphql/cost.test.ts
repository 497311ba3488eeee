import { parse } from "graphql";
import { expect, it } from "vitest";
import { createBucket, MOST_PER_QUERY, requestedCost } from "./cost.ts";
import { adminSchema } from "./schema.ts";

const costOf = (query: string, variables = {}) =>
  requestedCost(adminSchema().schema, parse(query), variables);

it("meets what Shopify quotes for 250 variants with one object each", () => {
  const query =
    "query V($id: ID!) { product(id: $id) { variants(first: 250) { nodes { inventoryItem { id tracked } } } } }";
  expect(costOf(query)).toBe(25);
});

it("counts scalars as nothing, a mutation as ten, and a fragment's objects where it is spread", () => {
  expect(costOf("{ shop { id name } }")).toBe(1);
  expect(costOf('mutation { tagsAdd(id: "x", tags: []) { userErrors { message } } }')).toBe(11);
  const plain = "{ order(id: 1) { customer { id } shippingAddress { city } } }";
  const spread = "{ order(id: 1) { ...F } } fragment F on Order { customer { id } shippingAddress { city } }";
  expect(costOf(spread)).toBe(costOf(plain));
});

it("lets an order be read with its lines, fulfillments and their events", () => {
  const query = `query O($id: ID!, $n: Int!) { order(id: $id) { lineItems(first: $n) { nodes { id title } }
    fulfillments(first: 20) { trackingInfo { number } events(first: $n) { nodes { status } } } } }`;
  expect(costOf(query, { n: 100 })).toBeLessThan(MOST_PER_QUERY / 4);
});

it("fills the bucket again with time", () => {
  let now = 0;
  const bucket = createBucket(() => new Date(now));
  expect(bucket.take(2000)).toBe(true);
  expect(bucket.take(1)).toBe(false);
  now = 1000;
  expect(bucket.status()).toEqual({ maximumAvailable: 2000, currentlyAvailable: 100, restoreRate: 100 });
  bucket.giveBack(5000);
  expect(bucket.status().currentlyAvailable).toBe(2000);
});
