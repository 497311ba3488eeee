import { z } from "zod";
import * as part from "#app/mirror/admin-parts.ts";

/** Where a parcel left from: fulfillment orders of one parcel have one place. */
export const stockSchema = z.object({
  nodes: z.array(z.object({ assignedLocation: z.object({ name: z.string() }) })),
});

/** What answers of the Admin API and the lines of a bulk result must look like; admin-rows.ts makes rows of them. */
export const fulfillmentNodeSchema = z.object({
  id: part.gidOf("Fulfillment"),
  status: part.word,
  displayStatus: part.maybeWord,
  createdAt: part.time,
  updatedAt: part.time,
  estimatedDeliveryAt: part.maybeTime,
  deliveredAt: part.maybeTime,
  trackingInfo: z
    .array(z.object({ company: part.maybeText, number: part.maybeText, url: part.maybeText }))
    .default([]),
  fulfillmentOrders: stockSchema.optional(),
});

const transactionNodes = z.object({ nodes: z.array(z.object({ kind: part.word, status: part.word })) });
export const refundNodeSchema = z.object({
  id: part.gidOf("Refund"),
  createdAt: part.maybeTime,
  processedAt: part.time,
  updatedAt: part.time,
  totalRefundedSet: part.money,
  transactions: transactionNodes.optional(),
});

export const lineNodeSchema = z.object({
  id: part.gidOf("LineItem"),
  title: z.string(),
  variantTitle: part.maybeText,
  sku: part.maybeText,
  quantity: z.number().int(),
  currentQuantity: z.number().int().nullish(),
  originalUnitPriceSet: part.money.nullish(),
});
export const returnNodeSchema = z.object({
  id: part.gidOf("Return"),
  name: part.maybeText,
  status: part.word,
  closedAt: part.maybeTime,
});
export const fulfillmentOrderNodeSchema = z.object({
  id: part.gidOf("FulfillmentOrder"),
  status: part.word,
  requestStatus: part.word,
  fulfillAt: part.maybeTime,
  updatedAt: part.time,
  // Answers to what was asked before it was asked for are without.
  assignedLocation: z.object({ name: z.string() }).nullish(),
  fulfillmentHolds: z.array(z.object({ reason: part.word, reasonNotes: part.maybeText })).default([]),
});

const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

/** An order of the bulk result, or with its connections of a single read. */
export const orderNodeSchema = z.object({
  id: part.gidOf("Order"),
  name: z.string().min(1).max(500), // it is in an index, whose rows have a limit
  createdAt: part.time,
  processedAt: part.time,
  updatedAt: part.time,
  cancelledAt: part.maybeTime,
  cancelReason: part.maybeWord,
  closedAt: part.maybeTime,
  displayFinancialStatus: part.maybeWord,
  displayFulfillmentStatus: part.word,
  totalPriceSet: part.money,
  customerLocale: part.maybeText,
  tags: z.array(z.string()).default([]),
  email: part.maybeText,
  phone: part.maybeText,
  test: z.boolean().optional(),
  note: part.maybeText,
  customAttributes: z.array(z.object({ key: z.string(), value: part.maybeText })).default([]),
  statusPageUrl: part.maybeText,
  customer: z
    .object({ id: part.gidOf("Customer"), firstName: part.maybeText, lastName: part.maybeText })
    .nullish(),
  shippingAddress: part.maybeAddress,
  transactions: z
    .array(
      z.object({
        kind: part.word,
        status: part.word,
        processedAt: part.maybeTime,
        createdAt: part.time,
        manualPaymentGateway: z.boolean(),
      }),
    )
    .default([]),
  disputes: z
    .array(
      z.object({
        id: z.string().regex(/^gid:\/\/shopify\/\w+\/\d{1,25}(?:\?.*)?$/, "is not an id"),
        initiatedAs: part.maybeWord,
        status: part.word,
      }),
    )
    .default([]),
  fulfillments: z.array(fulfillmentNodeSchema).default([]),
  refunds: z.array(refundNodeSchema).default([]),
  lineItems: nodes(lineNodeSchema).optional(),
  returns: nodes(returnNodeSchema).optional(),
  fulfillmentOrders: nodes(fulfillmentOrderNodeSchema).optional(),
});
export type OrderNode = z.infer<typeof orderNodeSchema>;

/** A customer of the bulk result. */
export const customerNodeSchema = z.object({
  id: part.gidOf("Customer"),
  createdAt: part.time,
  updatedAt: part.time,
  firstName: part.maybeText,
  lastName: part.maybeText,
  note: part.maybeText,
  state: part.word,
  locale: part.maybeText,
  tags: z.array(z.string()).default([]),
  numberOfOrders: part.count,
  amountSpent: z.object({ amount: part.amount, currencyCode: part.currency }),
  lastOrder: z.object({ id: part.gidOf("Order") }).nullish(),
  defaultEmailAddress: z
    .object({
      emailAddress: part.maybeText,
      marketingState: part.maybeWord,
      marketingUpdatedAt: part.maybeTime,
    })
    .nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: part.maybeText }).nullish(),
  defaultAddress: part.maybeAddress,
});
