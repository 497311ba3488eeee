import { expect, it } from "vitest";
import { flattenResult } from "./flatten-result.ts";

it("takes connections out, however deep, and keeps lists and objects inside", () => {
  const data = {
    orders: {
      edges: [
        {
          node: {
            id: "o1",
            refunds: [{ id: "r1" }],
            customer: { id: "c1", orders: { nodes: [{ id: "o1" }] } },
            lineItems: { edges: [{ node: { id: "l1", taxes: { nodes: [{ title: "VAT" }] } } }] },
          },
        },
      ],
    },
  };
  expect(flattenResult(data)).toEqual([
    { depth: 0, line: { id: "o1", refunds: [{ id: "r1" }], customer: { id: "c1" } } },
    { depth: 1, line: { id: "o1", __parentId: "o1" } },
    { depth: 1, line: { id: "l1", __parentId: "o1" } },
    { depth: 2, line: { title: "VAT", __parentId: "l1" } },
  ]);
});
