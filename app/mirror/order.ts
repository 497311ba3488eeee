import { z } from "zod";

/** Money as Shopify writes it: a decimal string and an ISO 4217 code. */
export const moneySchema = z.object({ amount: z.string(), currency: z.string() });
export type Money = z.infer<typeof moneySchema>;

export const fulfillmentEventSchema = z.object({
  status: z.string(),
  at: z.iso.datetime({ offset: true }),
  city: z.string().nullish(),
});

export const fulfillmentSchema = z.object({
  id: z.string(),
  status: z.string().nullish(),
  trackingCompany: z.string().nullish(),
  trackingNumber: z.string().nullish(),
  trackingUrl: z.string().nullish(),
  estimatedDeliveryAt: z.iso.datetime({ offset: true }).nullish(),
  deliveredAt: z.iso.datetime({ offset: true }).nullish(),
  events: z.array(fulfillmentEventSchema).default([]),
});
export type Fulfillment = z.infer<typeof fulfillmentSchema>;

/**
 * An order as every stage, the screens and the JSON API read it. Times are ISO 8601 UTC, ids strings
 * (Shopify's exceed 2^53), `name` carries the shop's own prefix (`#1001`).
 */
export const orderSchema = z.object({
  id: z.string(),
  gid: z.string().nullish(),
  name: z.string(),
  placedAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }).nullish(),
  cancelledAt: z.iso.datetime({ offset: true }).nullish(),
  financialStatus: z.string().nullish(),
  fulfillmentStatus: z.string().nullish(),
  total: moneySchema.nullish(),
  currency: z.string().nullish(),
  lines: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        quantity: z.number().int(),
        price: moneySchema.nullish(),
      }),
    )
    .default([]),
  refunds: z
    .array(
      z.object({ id: z.string(), at: z.iso.datetime({ offset: true }).nullish(), amount: moneySchema.nullish() }),
    )
    .default([]),
  customer: z
    .object({ id: z.string().nullish(), name: z.string().nullish(), email: z.string().nullish() })
    .nullish(),
  fulfillments: z.array(fulfillmentSchema).default([]),
});
export type Order = z.infer<typeof orderSchema>;
