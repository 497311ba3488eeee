import { z } from "zod";
import { customerNodeSchema, lineNodeSchema, orderNodeSchema, stockSchema } from "#app/mirror/admin-node.ts";
import { storableText } from "#app/mirror/parse-body.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/**
 * What the answers of the operations in operations/ are parsed with. tests/contract/admin-answers.test.ts holds them against
 * the types generated from Shopify's schema.
 */
const linesPage = z.object({
  lineItems: z.object({
    nodes: z.array(lineNodeSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
/** An order whose lines may go on: read-all-lines.server.ts. */
export const orderWithLinesSchema = orderNodeSchema.extend(linesPage.shape);
export const moreLinesAnswer = z.object({ order: linesPage.nullable() });
export const orderAnswer = z.object({ order: orderWithLinesSchema.nullable() });
export const customerAnswer = z.object({ customer: customerNodeSchema.nullable() });

const owner = z
  .object({
    id: z.string(),
    order: z.object({ id: z.string() }).nullish(),
    orderId: z.string().nullish(),
  })
  .transform((node) => (node.order?.id ?? node.orderId)?.replace(/^.*\//, "") ?? null);
export const ownerAnswer = z.object({ node: owner.nullable() });

export const shopAnswer = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: part.currency,
    ianaTimezone: z.string(),
    updatedAt: part.time,
    shopPolicies: z
      .array(
        z.object({
          type: z.string(),
          title: z.string(),
          body: z.string(),
          url: z.string().nullish(),
          updatedAt: part.time,
        }),
      )
      .nullish(),
  }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  customersCount: z.object({ count: z.number().int() }).nullish(),
  ordersCount: z.object({ count: z.number().int() }).nullish(),
});

export const scopesAnswer = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

export const runBulkAnswer = z.object({
  bulkOperationRunQuery: z
    .object({
      bulkOperation: z.object({ id: z.string() }).nullable(),
      userErrors: z.array(z.object({ code: z.string().nullish(), message: z.string() })),
    })
    .nullable(),
});

export const readBulkAnswer = z.object({
  bulkOperation: z
    .object({
      id: z.string(),
      status: z.string(),
      errorCode: z.string().nullish(),
      objectCount: z.coerce.number().int().nonnegative(),
      rootObjectCount: z.coerce.number().int().nonnegative(),
      url: z.string().nullish(),
    })
    .nullable(),
});

const maybe = z
  .string()
  .transform(storableText)
  .nullish()
  .transform((value) => value || null);
const eventsSchema = z.object({
  nodes: z.array(
    z.object({
      id: part.gidOf("FulfillmentEvent"),
      status: part.lower,
      message: maybe,
      city: maybe,
      country: maybe,
      happenedAt: part.time,
      estimatedDeliveryAt: part.maybeTime,
      createdAt: part.time,
    }),
  ),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
const nodeSchema = z.object({
  id: z.string(),
  order: z.object({ id: part.gidOf("Order") }).optional(),
  events: eventsSchema.optional(),
  fulfillmentOrders: stockSchema.optional(),
  transactions: z.object({ nodes: z.array(z.object({ kind: part.lower, status: part.lower })) }).optional(),
});
export const partsAnswer = z.object({ nodes: z.array(nodeSchema.nullable()) });
export const moreEventsAnswer = z.object({ node: nodeSchema.nullable() });
