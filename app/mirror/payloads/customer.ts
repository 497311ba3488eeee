import { z } from "zod";
import { NEVER, type Origin } from "#app/mirror/fold/version.ts";
import type { CustomerRow } from "#app/mirror/rows.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/** `customers/create`, `update`, `enable`, `disable`, and the customer inside an order. */
export const customerPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Customer"),
  created_at: part.maybeTime,
  updated_at: part.time,
  first_name: part.maybeText,
  last_name: part.maybeText,
  email: part.maybeText,
  phone: part.maybeText,
  note: part.maybeText,
  state: part.lower,
  default_address: part.maybeAddress,
});
export type CustomerPayload = z.infer<typeof customerPayloadSchema>;

/** What says nothing of who the customer is, and so has no version of the customer's own. */
const OF_NOBODY = {
  updatedAt: NEVER,
  createdAt: null,
  locale: null,
  state: null,
  tags: null,
  currency: null,
  ordersCount: null,
  amountSpent: null,
  lastOrderId: null,
  summaryAt: null,
  emailConsent: null,
  emailConsentAt: null,
  person: {},
} satisfies Partial<CustomerRow>;

export function customerRow(payload: CustomerPayload, origin?: Origin): CustomerRow {
  return {
    ...OF_NOBODY,
    id: payload.admin_graphql_api_id,
    updatedAt: payload.updated_at,
    origin,
    createdAt: payload.created_at,
    state: payload.state,
    person: {
      firstName: payload.first_name,
      lastName: payload.last_name,
      email: payload.email,
      phone: payload.phone,
      note: payload.note,
      address: payload.default_address,
    },
  };
}

/** `customers/delete`. Strict, so that no other topic's body fits what removes a customer. */
export const customerDeletedSchema = z.strictObject({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Customer"),
  tax_exemptions: z.array(z.unknown()).optional(),
});

/** `customers/merge`. Sent for merges that failed, too. */
export const customerMergeSchema = z.object({
  admin_graphql_api_customer_kept_id: part.gidOf("Customer"),
  admin_graphql_api_customer_deleted_id: part.gidOf("Customer"),
  status: part.lower,
});

/** `customers/purchasing_summary`: in camel case and with gids, unlike its siblings. */
export const customerSummarySchema = z.object({
  customerId: part.gidOf("Customer"),
  numberOfOrders: part.count,
  amountSpent: z.object({ amount: part.amount, currencyCode: part.currency }),
  lastOrderId: part.gidOf("Order").nullish(),
  occurredAt: part.time,
});

export function summaryRow(payload: z.infer<typeof customerSummarySchema>, origin?: Origin): CustomerRow {
  return {
    ...OF_NOBODY,
    id: payload.customerId,
    origin,
    currency: payload.amountSpent.currencyCode,
    ordersCount: payload.numberOfOrders,
    amountSpent: payload.amountSpent.amount,
    lastOrderId: payload.lastOrderId ?? null,
    summaryAt: payload.occurredAt,
  };
}

/** `customers_email_marketing_consent/update`. */
export const customerConsentSchema = z.object({
  customer_id: part.id,
  email_marketing_consent: z.object({ state: part.lower, consent_updated_at: part.maybeTime }),
});

export function consentRow(payload: z.infer<typeof customerConsentSchema>, origin?: Origin): CustomerRow {
  const { state, consent_updated_at: at } = payload.email_marketing_consent;
  return { ...OF_NOBODY, id: payload.customer_id, origin, emailConsent: state, emailConsentAt: at };
}
