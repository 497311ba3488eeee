import { z } from "zod";
import { fullName } from "#app/mirror/order-person.ts";
import type { Origin } from "#app/mirror/fold/version.ts";
import type { LineRow, MirrorRows, OrderRow } from "#app/mirror/rows.ts";
import { customerPayloadSchema, customerRow } from "#app/mirror/payloads/customer.ts";
import { fulfillmentPayloadSchema, fulfillmentRow } from "#app/mirror/payloads/fulfillment.ts";
import * as part from "#app/mirror/payloads/parts.ts";
import { refundPayloadSchema, refundRow } from "#app/mirror/payloads/refund.ts";

/** Apps put anything into an order's attributes; what is no text is kept as JSON. */
const attributeValue = z
  .unknown()
  .transform((value) => (typeof value === "string" ? value : JSON.stringify(value ?? "")));

const linePayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("LineItem").optional(),
  title: part.text,
  variant_title: part.maybeText,
  sku: part.maybeText,
  quantity: z.number().int(),
  current_quantity: z.number().int().nullish(),
  price: part.maybeAmount,
});

/** `orders/create`, `updated`, `cancelled`, `fulfilled`, `partially_fulfilled`: the whole order, always. */
export const orderPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Order"),
  name: z.string().min(1).max(200),
  created_at: part.time,
  processed_at: part.maybeTime,
  updated_at: part.time,
  cancelled_at: part.maybeTime,
  cancel_reason: part.maybeLower,
  closed_at: part.maybeTime,
  financial_status: part.maybeLower,
  fulfillment_status: part.maybeLower,
  currency: part.currency,
  total_price: part.amount,
  customer_locale: part.maybeText,
  tags: part.maybeText,
  email: part.maybeText,
  contact_email: part.maybeText,
  phone: part.maybeText,
  test: z.boolean().nullish(),
  note: part.maybeText,
  note_attributes: z.array(z.object({ name: part.text, value: attributeValue })).nullish(),
  order_status_url: part.maybeText,
  shipping_address: part.maybeAddress,
  billing_address: part.maybeAddress,
  // A customer without an update time has no version: their name is read from the order only.
  customer: z
    .object({ id: part.id, first_name: part.maybeText, last_name: part.maybeText, email: part.maybeText })
    .loose()
    .nullish(),
  line_items: z.array(linePayloadSchema),
  fulfillments: z.array(fulfillmentPayloadSchema).nullish(),
  refunds: z.array(refundPayloadSchema).nullish(),
});
export type OrderPayload = z.infer<typeof orderPayloadSchema>;

/** The order and everything inside it: each part keeps its own version. */
export function orderRows(payload: OrderPayload, origin?: Origin): MirrorRows {
  const customer = customerPayloadSchema.safeParse(payload.customer);
  return {
    orders: [orderRow(payload, origin)],
    customers: customer.success ? [customerRow(customer.data, origin)] : [],
    fulfillments: (payload.fulfillments ?? []).map((one) => fulfillmentRow(one, origin)),
    refunds: (payload.refunds ?? []).map((one) => refundRow(one, payload.currency, origin)),
  };
}

function orderRow(payload: OrderPayload, origin: Origin | undefined): OrderRow {
  const { customer } = payload;
  const named = customer && fullName({ firstName: customer.first_name, lastName: customer.last_name });
  return {
    id: payload.admin_graphql_api_id,
    name: payload.name,
    placedAt: payload.processed_at ?? payload.created_at,
    updatedAt: payload.updated_at,
    origin,
    cancelledAt: payload.cancelled_at,
    cancelReason: payload.cancelled_at ? payload.cancel_reason : null,
    closedAt: payload.closed_at,
    financialStatus: payload.financial_status,
    fulfillmentStatus: payload.fulfillment_status ?? "unfulfilled",
    currency: payload.currency,
    total: payload.total_price,
    lines: payload.line_items.map((line) => lineRow(line)),
    customerId: customer?.id ?? null,
    locale: payload.customer_locale,
    tags: (payload.tags ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    test: payload.test ?? undefined,
    person: {
      email: payload.email ?? payload.contact_email ?? customer?.email ?? null,
      phone: payload.phone,
      customerName: named || payload.shipping_address?.name || payload.billing_address?.name || null,
      note: payload.note,
      attributes: payload.note_attributes ?? [],
      shippingAddress: payload.shipping_address,
      statusPageUrl: payload.order_status_url,
    },
  };
}

function lineRow(line: z.infer<typeof linePayloadSchema>): LineRow {
  return {
    id: line.admin_graphql_api_id ?? line.id,
    title: line.title,
    variantTitle: line.variant_title,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? null,
    price: line.price,
  };
}

/** `orders/edited`: what changed, not the order. */
export const orderEditedSchema = z.object({
  order_edit: z.object({
    id: part.id,
    order_id: part.id,
    committed_at: part.maybeTime,
    created_at: part.time,
  }),
});

/** `orders/delete`. Strict: no other topic's body fits what removes an order. */
export const orderDeletedSchema = z.strictObject({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Order").optional(),
});
