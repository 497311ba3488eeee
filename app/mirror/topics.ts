import type { z } from "zod";
import {
  customerRedactSchema,
  dataRequestSchema,
  shopRedactSchema,
} from "#app/mirror/payloads/compliance.ts";
import {
  customerConsentSchema,
  customerDeletedSchema,
  customerMergeSchema,
  customerPayloadSchema,
  customerSummarySchema,
} from "#app/mirror/payloads/customer.ts";
import { disputePayloadSchema } from "#app/mirror/payloads/dispute.ts";
import { fulfillmentEventPayloadSchema, fulfillmentPayloadSchema } from "#app/mirror/payloads/fulfillment.ts";
import { fulfillmentOrdersSchema } from "#app/mirror/payloads/fulfillment-order.ts";
import { orderDeletedSchema, orderEditedSchema, orderPayloadSchema } from "#app/mirror/payloads/order.ts";
import { refundPayloadSchema } from "#app/mirror/payloads/refund.ts";
import { returnPayloadSchema } from "#app/mirror/payloads/return.ts";
import { transactionPayloadSchema } from "#app/mirror/payloads/transaction.ts";
import {
  bulkOperationPayloadSchema,
  scopesPayloadSchema,
  shopPayloadSchema,
} from "#app/mirror/payloads/shop.ts";

/** What a delivery means, and the body it must have. A body that does not fit is set aside and causes nothing. */
export const meanings = {
  order: orderPayloadSchema,
  orderEdited: orderEditedSchema,
  orderDeleted: orderDeletedSchema,
  transaction: transactionPayloadSchema,
  fulfillment: fulfillmentPayloadSchema,
  event: fulfillmentEventPayloadSchema,
  eventDeleted: fulfillmentEventPayloadSchema,
  fulfillmentOrders: fulfillmentOrdersSchema,
  refund: refundPayloadSchema,
  returned: returnPayloadSchema,
  dispute: disputePayloadSchema,
  customer: customerPayloadSchema,
  customerDeleted: customerDeletedSchema,
  customerMerged: customerMergeSchema,
  customerSummary: customerSummarySchema,
  customerConsent: customerConsentSchema,
  shop: shopPayloadSchema,
  appUninstalled: shopPayloadSchema,
  scopesUpdated: scopesPayloadSchema,
  bulkFinished: bulkOperationPayloadSchema,
  dataRequest: dataRequestSchema,
  customerRedact: customerRedactSchema,
  shopRedact: shopRedactSchema,
} as const satisfies Record<string, z.ZodType>;

export type Meaning = keyof typeof meanings;
export type PayloadOf<M extends Meaning> = z.infer<(typeof meanings)[M]>;

/** Every topic that shopify.app.toml declares, and what it means to the mirror. */
export const topics: Readonly<Record<string, Meaning>> = {
  "orders/create": "order",
  "orders/updated": "order",
  "orders/edited": "orderEdited",
  "orders/cancelled": "order",
  "orders/fulfilled": "order",
  "orders/partially_fulfilled": "order",
  "orders/delete": "orderDeleted",
  "order_transactions/create": "transaction",
  "fulfillments/create": "fulfillment",
  "fulfillments/update": "fulfillment",
  "fulfillment_events/create": "event",
  "fulfillment_events/delete": "eventDeleted",
  "fulfillment_orders/placed_on_hold": "fulfillmentOrders",
  "fulfillment_orders/hold_released": "fulfillmentOrders",
  "fulfillment_orders/moved": "fulfillmentOrders",
  "fulfillment_orders/rescheduled": "fulfillmentOrders",
  "fulfillment_orders/scheduled_fulfillment_order_ready": "fulfillmentOrders",
  "fulfillment_orders/split": "fulfillmentOrders",
  "fulfillment_orders/merged": "fulfillmentOrders",
  "fulfillment_orders/cancelled": "fulfillmentOrders",
  "fulfillment_orders/line_items_prepared_for_pickup": "fulfillmentOrders",
  "fulfillment_orders/line_items_prepared_for_local_delivery": "fulfillmentOrders",
  "fulfillment_orders/progress_reported": "fulfillmentOrders",
  "fulfillment_orders/fulfillment_request_rejected": "fulfillmentOrders",
  "fulfillment_orders/fulfillment_service_failed_to_complete": "fulfillmentOrders",
  "refunds/create": "refund",
  "returns/request": "returned",
  "returns/approve": "returned",
  "returns/decline": "returned",
  "returns/update": "returned",
  "returns/process": "returned",
  "returns/close": "returned",
  "returns/reopen": "returned",
  "returns/cancel": "returned",
  "disputes/create": "dispute",
  "disputes/update": "dispute",
  "customers/create": "customer",
  "customers/update": "customer",
  "customers/enable": "customer",
  "customers/disable": "customer",
  "customers/delete": "customerDeleted",
  "customers/merge": "customerMerged",
  "customers/purchasing_summary": "customerSummary",
  "customers_email_marketing_consent/update": "customerConsent",
  "shop/update": "shop",
  "bulk_operations/finish": "bulkFinished",
  "app/uninstalled": "appUninstalled",
  "app/scopes_update": "scopesUpdated",
  "customers/data_request": "dataRequest",
  "customers/redact": "customerRedact",
  "shop/redact": "shopRedact",
};

/** Handled after an uninstall, too: what the law asks for, and the uninstall itself. */
export const afterUninstall: ReadonlySet<Meaning> = new Set<Meaning>([
  "appUninstalled",
  "dataRequest",
  "customerRedact",
  "shopRedact",
]);

/** `ORDERS_CREATE` and `orders/create` are one topic: the header writes the second, Shopify's libraries the first. */
export function topicOf(header: string): Meaning | null {
  const topic = header.trim().toLowerCase();
  return Object.hasOwn(topics, topic) ? (topics[topic] ?? null) : null;
}
