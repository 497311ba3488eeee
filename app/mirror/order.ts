import { z } from "zod";
import { addressSchema } from "#app/mirror/order-person.ts";

/** Money as Shopify writes it: a decimal string and an ISO 4217 code. */
export const moneySchema = z.object({
  amount: z.string().regex(/^-?\d{1,15}(?:\.\d{1,9})?$/, "Must be a decimal number such as 12.30."),
  currency: z.string(),
});
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
      z.object({
        id: z.string(),
        at: z.iso.datetime({ offset: true }).nullish(),
        amount: moneySchema.nullish(),
      }),
    )
    .default([]),
  customer: z
    .object({ id: z.string().nullish(), name: z.string().nullish(), email: z.string().nullish() })
    .nullish(),
  fulfillments: z.array(fulfillmentSchema).default([]),
});
export type Order = z.infer<typeof orderSchema>;

const time = z.iso.datetime({ offset: true });

/** The Order shape and what the care stages need besides: read from the mirror, so nothing of it is optional. */
export const mirroredOrderSchema = orderSchema.extend({
  gid: z.string(),
  updatedAt: time,
  /** When the shop had the money for it, or could take it. Absent or null: not paid, or not said. */
  paidAt: time.nullish(),
  total: moneySchema,
  currency: z.string(),
  cancelReason: z.string().nullable(),
  closedAt: time.nullable(),
  editedAt: time.nullable(),
  tags: z.array(z.string()),
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      variantTitle: z.string().nullable(),
      sku: z.string().nullable(),
      /** As bought. */
      quantity: z.number().int(),
      /** What is left after edits and returns; null when Shopify did not say. */
      currentQuantity: z.number().int().nullable(),
      price: moneySchema.nullable(),
    }),
  ),
  refunds: z.array(
    z.object({
      id: z.string(),
      at: time,
      amount: moneySchema,
      /** The money is on its way, not only promised. */
      settled: z.boolean(),
    }),
  ),
  customer: z
    .object({ id: z.string().nullable(), name: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  fulfillments: z.array(
    fulfillmentSchema.extend({
      /** The carrier's newest word, e.g. `in_transit`. */
      shipmentStatus: z.string().nullable(),
      createdAt: time.nullable(),
      /** The stock that it left from, by its name in the shop. Absent or null: not known. */
      location: z.string().nullish(),
      events: z.array(
        fulfillmentEventSchema.extend({
          message: z.string().nullable(),
          country: z.string().nullable(),
          estimatedDeliveryAt: time.nullable(),
        }),
      ),
    }),
  ),
  /** Placed to try the checkout: nobody waits for it. Absent: the mirror has not read it. */
  test: z.boolean().nullish(),
  locale: z.string().nullable(),
  shippingAddress: addressSchema.nullable(),
  note: z.string().nullable(),
  /** What the shop's own fields asked for at the checkout (`note_attributes`). */
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  statusPageUrl: z.string().nullable(),
  /** Why a parcel has not left. */
  fulfillmentOrders: z.array(
    z.object({
      id: z.string(),
      status: z.string().nullable(),
      requestStatus: z.string().nullable(),
      fulfillAt: time.nullable(),
      holds: z.array(z.object({ reason: z.string(), notes: z.string().nullable() })),
      /** The stock that it is to leave from, by its name in the shop. Absent or null: not known. */
      location: z.string().nullish(),
    }),
  ),
  returns: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      status: z.string(),
      /** When the shop completed it; absent where the mirror has not read it. */
      closedAt: time.nullish(),
    }),
  ),
  disputes: z.array(
    z.object({
      id: z.string(),
      type: z.string().nullable(),
      status: z.string(),
      reason: z.string().nullable(),
      amount: moneySchema.nullable(),
      evidenceDueBy: time.nullable(),
    }),
  ),
});
export type MirroredOrder = z.infer<typeof mirroredOrderSchema>;
