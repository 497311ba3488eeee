import { z } from "zod";
import { orderWithLinesSchema } from "#app/mirror/admin-answers.ts";
import { customerNodeSchema } from "#app/mirror/admin-node.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/** What the answers of operations/reconcile.ts are parsed with; held against Shopify's schema as those of admin-answers.ts. */
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

const listedFulfillment = z
  .object({
    id: part.gidOf("Fulfillment"),
    updatedAt: part.time,
    deliveredAt: part.maybeTime,
    events: z.object({
      nodes: z.array(z.object({ id: part.gidOf("FulfillmentEvent") })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  })
  .transform(({ id, updatedAt, deliveredAt, events }) => ({
    id,
    updatedAt,
    arrived: deliveredAt !== null,
    events: events.nodes.map((event) => event.id),
    allEvents: !events.pageInfo.hasNextPage,
  }));

const listedCustomer = z.object({
  id: part.gidOf("Customer"),
  numberOfOrders: part.count,
  amountSpent: z.object({ amount: part.amount }),
});

const digestSchema = z
  .object({
    id: part.gidOf("Order"),
    updatedAt: part.time,
    customer: listedCustomer.nullable(),
    fulfillments: z.array(listedFulfillment),
    refunds: z.array(z.object({ id: part.gidOf("Refund") })),
    returns: nodes(z.object({ id: part.gidOf("Return"), status: part.lower })),
    fulfillmentOrders: nodes(
      z.object({ id: part.gidOf("FulfillmentOrder"), status: part.lower, updatedAt: part.time }),
    ),
  })
  .transform(({ refunds, returns, fulfillmentOrders, ...order }) => ({
    ...order,
    refunds: refunds.map(({ id }) => id),
    returns: returns.nodes,
    fulfillmentOrders: fulfillmentOrders.nodes,
  }));

/** An order as Shopify lists it. Lists are cut at their page: what is listed must be known, what is not says nothing. */
export type ListedOrder = z.infer<typeof digestSchema>;

export const changedOrdersAnswer = z.object({ orders: nodes(digestSchema).extend({ pageInfo }) });
export const digestOrdersAnswer = z.object({ nodes: z.array(digestSchema.nullable()) });

export const readOrdersAnswer = z.object({ nodes: z.array(orderWithLinesSchema.nullable()) });

const changedCustomer = z
  .object({
    id: part.gidOf("Customer"),
    updatedAt: part.time,
    defaultEmailAddress: z.object({ marketingState: part.maybeLower }).nullish(),
  })
  .transform(({ defaultEmailAddress, ...customer }) => ({
    ...customer,
    emailConsent: defaultEmailAddress?.marketingState ?? null,
  }));

export const changedCustomersAnswer = z.object({ customers: nodes(changedCustomer).extend({ pageInfo }) });
export const readCustomersAnswer = z.object({ nodes: z.array(customerNodeSchema.nullable()) });

const listedDispute = z.object({
  id: z.string().transform((gid) => gid.replace(/^.*\//, "")),
  status: part.lower,
  type: part.lower,
  amount: z.object({ amount: part.amount, currencyCode: part.currency }),
  reasonDetails: z.object({ reason: part.lower }),
  evidenceDueBy: z.string().nullable(),
  initiatedAt: z.string(),
  order: z.object({ id: part.gidOf("Order") }).nullable(),
});
export type ListedDispute = z.infer<typeof listedDispute>;
export const recentDisputesAnswer = z.object({ disputes: nodes(listedDispute).extend({ pageInfo }) });

export const oldestOrderAnswer = z.object({ orders: nodes(z.object({ id: part.gidOf("Order") })) });
const count = z.object({ count: z.number().int() }).nullable();
export const countOrdersAnswer = z.object({ ordersCount: count });
export const countCustomersAnswer = z.object({ customersCount: count });
export const stillThereAnswer = z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) });
