import { exactNumber, gid } from "../../ids.ts";
import { exchange, graphqlAmount } from "../../money.ts";
import { orderTotals, sum } from "../../state/order-totals.ts";
import type { Customer, ShopState } from "../../state/model.ts";
import { customerAddress, customerPart } from "./parts.ts";

/** `customers/create`, `customers/update`, `customers/enable`, `customers/disable`. */
export function customerPayload(shop: ShopState, customer: Customer): Record<string, unknown> {
  return {
    ...customerPart(shop, customer),
    addresses: customer.addresses.map((address, index) => customerAddress(customer, address, index === 0)),
  };
}

/** `customers/delete`. */
export function customerDeletePayload(customerId: string): Record<string, unknown> {
  return {
    id: exactNumber(customerId),
    tax_exemptions: [],
    admin_graphql_api_id: gid("Customer", customerId),
  };
}

/** `customers/merge`. */
export function customerMergePayload(input: { keptId: string; deletedId: string }): Record<string, unknown> {
  return {
    admin_graphql_api_customer_kept_id: gid("Customer", input.keptId),
    admin_graphql_api_customer_deleted_id: gid("Customer", input.deletedId),
    admin_graphql_api_job_id: null,
    status: "completed",
    errors: [],
  };
}

/** `customers_email_marketing_consent/update`. */
export function consentPayload(customer: Customer): Record<string, unknown> {
  return {
    customer_id: exactNumber(customer.id),
    email_address: customer.email,
    email_marketing_consent: {
      state: customer.marketingState.toLowerCase(),
      opt_in_level: null,
      consent_updated_at: customer.marketingUpdatedAt ?? null,
    },
  };
}

/** What one unit is worth in euros; fixed, so that the same orders always add up to the same. */
const IN_EUROS: Record<string, number> = { EUR: 1, USD: 0.92, GBP: 1.17, JPY: 0.0061 };

/** What the shop's books say of a customer; `spent` in minor units of the shop's currency, net of refunds. */
export function purchasingSummary(
  shop: ShopState,
  customerId: string,
): { orders: number; spent: number; lastOrderId: string | null } {
  const orders = shop.orders.filter((one) => one.customerId === customerId);
  const spent = orders.map((order) => {
    const { received, refunded } = orderTotals(order);
    const rate = (IN_EUROS[order.currency] ?? 1) / (IN_EUROS[shop.currency] ?? 1);
    return exchange(received - refunded, { from: order.currency, to: shop.currency, rate });
  });
  return { orders: orders.length, spent: sum(spent), lastOrderId: orders.at(-1)?.id ?? null };
}

/** `customers/purchasing_summary`. Camel case and gids, unlike its siblings. */
export function purchasingSummaryPayload(
  shop: ShopState,
  input: { customerId: string; occurredAt: string },
): Record<string, unknown> {
  const summary = purchasingSummary(shop, input.customerId);
  return {
    customerId: gid("Customer", input.customerId),
    numberOfOrders: summary.orders,
    amountSpent: { amount: graphqlAmount(summary.spent, shop.currency), currencyCode: shop.currency },
    lastOrderId: summary.lastOrderId && gid("Order", summary.lastOrderId),
    occurredAt: new Date(input.occurredAt).toISOString(),
  };
}

/** `customers/redact` and `customers/data_request`: who, and which of the orders. */
export function compliancePayload(
  shop: ShopState,
  customer: Pick<Customer, "id" | "email" | "phone">,
  orderIds: string[],
) {
  const subject = {
    shop_id: exactNumber(shop.id),
    shop_domain: shop.domain,
    customer: { id: exactNumber(customer.id), email: customer.email, phone: customer.phone },
  };
  return {
    redact: { ...subject, orders_to_redact: orderIds.map(exactNumber) },
    dataRequest: (requestId: string) => ({
      ...subject,
      orders_requested: orderIds.map(exactNumber),
      data_request: { id: exactNumber(requestId) },
    }),
  };
}
