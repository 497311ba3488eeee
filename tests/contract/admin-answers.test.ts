import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type {
  customerAnswer,
  moreEventsAnswer,
  moreLinesAnswer,
  orderAnswer,
  ownerAnswer,
  partsAnswer,
  readBulkAnswer,
  runBulkAnswer,
  scopesAnswer,
  shopAnswer,
} from "#app/mirror/admin-answers.ts";
import type {
  customerNodeSchema,
  fulfillmentOrderNodeSchema,
  lineNodeSchema,
  orderNodeSchema,
  returnNodeSchema,
} from "#app/mirror/admin-node.ts";
import type {
  changedCustomersAnswer,
  changedOrdersAnswer,
  countCustomersAnswer,
  countOrdersAnswer,
  digestOrdersAnswer,
  oldestOrderAnswer,
  readCustomersAnswer,
  readOrdersAnswer,
  recentDisputesAnswer,
  stillThereAnswer,
} from "#app/mirror/reconcile-answers.ts";
import type * as admin from "#app/types/admin.generated.ts";

type BulkOrder = admin.BulkOrdersQuery["orders"]["edges"][number]["node"];
type Node<C extends { edges: { node: unknown }[] }> = C["edges"][number]["node"];

describe("what Shopify's schema lets the Admin API answer", () => {
  it("is written down as the schema has it: run `npm run codegen` after changing an operation", async () => {
    const script = join(import.meta.dirname, "../../scripts/codegen.ts");
    await expect(promisify(execFile)(process.execPath, [script, "--check"])).resolves.toMatchObject({
      stdout: "",
    });
  }, 60_000);

  // Compile-time: an answer that a parser would refuse (a field that may be null, another name) does not type-check.
  it("is what the app can parse", () => {
    expectTypeOf<admin.ReadOrderQuery>().toExtend<z.input<typeof orderAnswer>>();
    expectTypeOf<admin.ReadCustomerQuery>().toExtend<z.input<typeof customerAnswer>>();
    expectTypeOf<admin.ReadShopQuery>().toExtend<z.input<typeof shopAnswer>>();
    expectTypeOf<admin.ReadScopesQuery>().toExtend<z.input<typeof scopesAnswer>>();
    expectTypeOf<admin.FindOrderOfQuery>().toExtend<z.input<typeof ownerAnswer>>();
    expectTypeOf<admin.RunBulkMutation>().toExtend<z.input<typeof runBulkAnswer>>();
    expectTypeOf<admin.ReadBulkQuery>().toExtend<z.input<typeof readBulkAnswer>>();
    expectTypeOf<admin.ReadPartsQuery>().toExtend<z.input<typeof partsAnswer>>();
    expectTypeOf<admin.ReadMoreEventsQuery>().toExtend<z.input<typeof moreEventsAnswer>>();
  });

  it("is what a reconcile can parse", () => {
    // `nodes` may be of any type: what is asked for by the ids of orders is orders.
    type Asked<Q extends { nodes: unknown[] }> = Extract<Q["nodes"][number], { updatedAt: string }>;
    type Parsed<T extends z.ZodType<{ nodes: unknown[] }>> =
      z.input<T> extends { nodes: (infer N)[] } ? N : never;
    expectTypeOf<admin.ChangedOrdersQuery>().toExtend<z.input<typeof changedOrdersAnswer>>();
    expectTypeOf<Asked<admin.DigestOrdersQuery>>().toExtend<Parsed<typeof digestOrdersAnswer>>();
    expectTypeOf<Asked<admin.ReadOrdersQuery>>().toExtend<Parsed<typeof readOrdersAnswer>>();
    expectTypeOf<admin.ReadMoreLinesQuery>().toExtend<z.input<typeof moreLinesAnswer>>();
    expectTypeOf<admin.ChangedCustomersQuery>().toExtend<z.input<typeof changedCustomersAnswer>>();
    expectTypeOf<Asked<admin.ReadCustomersQuery>>().toExtend<Parsed<typeof readCustomersAnswer>>();
    expectTypeOf<admin.RecentDisputesQuery>().toExtend<z.input<typeof recentDisputesAnswer>>();
    expectTypeOf<admin.OldestOrderQuery>().toExtend<z.input<typeof oldestOrderAnswer>>();
    expectTypeOf<admin.CountOrdersQuery>().toExtend<z.input<typeof countOrdersAnswer>>();
    expectTypeOf<admin.CountCustomersQuery>().toExtend<z.input<typeof countCustomersAnswer>>();
    expectTypeOf<admin.StillThereQuery>().toExtend<z.input<typeof stillThereAnswer>>();
  });

  it("is what the app can parse of a bulk result, line by line", () => {
    type Connections = "lineItems" | "returns" | "fulfillmentOrders";
    expectTypeOf<Node<admin.BulkCustomersQuery["customers"]>>().toExtend<
      z.input<typeof customerNodeSchema>
    >();
    expectTypeOf<Omit<BulkOrder, Connections>>().toExtend<z.input<typeof orderNodeSchema>>();
    expectTypeOf<Node<BulkOrder["lineItems"]>>().toExtend<z.input<typeof lineNodeSchema>>();
    expectTypeOf<Node<BulkOrder["returns"]>>().toExtend<z.input<typeof returnNodeSchema>>();
    expectTypeOf<Node<BulkOrder["fulfillmentOrders"]>>().toExtend<
      z.input<typeof fulfillmentOrderNodeSchema>
    >();
  });
});
