import { exactNumber, gid } from "../../ids.ts";
import { webhookAmount } from "../../money.ts";
import type { BulkOperation } from "../../state/bulk-operation.ts";
import type { Dispute, FulfillmentOrder, ShopState } from "../../state/model.ts";
import { inZone } from "../../time.ts";

/** `shop/update` and `app/uninstalled`. */
export function shopPayload(shop: ShopState): Record<string, unknown> {
  return {
    id: exactNumber(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    ...addressPart(shop),
    source: null,
    phone: shop.phone,
    primary_locale: shop.primaryLocale,
    created_at: inZone(shop.createdAt, shop.timezone),
    updated_at: inZone(shop.updatedAt, shop.timezone),
    currency: shop.currency,
    customer_email: shop.email,
    timezone: `(GMT+01:00) ${shop.timezone}`,
    iana_timezone: shop.timezone,
    shop_owner: shop.owner,
    ...formats(shop),
    plan_display_name: shop.planName,
    plan_name: shop.planName.toLowerCase(),
    myshopify_domain: shop.domain,
    primary_location_id: exactNumber(shop.locationId),
    enabled_presentment_currencies: shop.presentmentCurrencies,
    ...abilities(),
  };
}

function addressPart(shop: ShopState): Record<string, unknown> {
  return {
    province: shop.address.province,
    country: shop.address.countryCode,
    address1: shop.address.address1,
    zip: shop.address.zip,
    city: shop.address.city,
    latitude: null,
    longitude: null,
    address2: shop.address.address2,
    country_code: shop.address.countryCode,
    country_name: shop.address.country,
    province_code: shop.address.provinceCode,
  };
}

function formats(shop: ShopState): Record<string, unknown> {
  return {
    money_format: "€{{amount}}",
    money_with_currency_format: `€{{amount}} ${shop.currency}`,
    money_in_emails_format: "€{{amount}}",
    money_with_currency_in_emails_format: `€{{amount}} ${shop.currency}`,
    weight_unit: "kg",
  };
}

function abilities(): Record<string, unknown> {
  return {
    taxes_included: true,
    auto_configure_tax_inclusivity: null,
    tax_shipping: null,
    county_taxes: null,
    has_discounts: true,
    has_gift_cards: false,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    eligible_for_payments: true,
    requires_extra_payments_agreement: false,
    password_enabled: false,
    has_storefront: true,
    finances: true,
    checkout_api_supported: true,
    multi_location_enabled: true,
    setup_required: false,
    pre_launch_enabled: false,
    marketing_sms_consent_enabled_at_checkout: false,
    transactional_sms_disabled: false,
  };
}

/** `app/scopes_update`. */
export function scopesPayload(
  shop: ShopState,
  input: { previous: string[]; current: string[]; at: string },
): Record<string, unknown> {
  return {
    id: exactNumber(shop.installationId),
    shop_id: gid("Shop", shop.id),
    previous: input.previous,
    current: input.current,
    updated_at: new Date(input.at).toISOString(),
  };
}

/** `bulk_operations/finish`. */
export function bulkOperationPayload(shop: ShopState, operation: BulkOperation): Record<string, unknown> {
  return {
    admin_graphql_api_id: gid("BulkOperation", operation.id),
    completed_at: operation.completedAt && inZone(operation.completedAt, shop.timezone),
    created_at: inZone(operation.createdAt, shop.timezone),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: "query",
  };
}

/** `disputes/create` and `disputes/update`. */
export function disputePayload(shop: ShopState, dispute: Dispute): Record<string, unknown> {
  const time = (iso: string | null) => iso && inZone(iso, shop.timezone);
  return {
    id: exactNumber(dispute.id),
    order_id: exactNumber(dispute.orderId),
    type: dispute.type,
    amount: webhookAmount(dispute.amount, dispute.currency),
    currency: dispute.currency,
    reason: dispute.reason,
    network_reason_code: dispute.networkReasonCode,
    status: dispute.status,
    evidence_due_by: time(dispute.evidenceDueBy),
    evidence_sent_on: time(dispute.evidenceSentOn),
    finalized_on: time(dispute.finalizedOn),
    initiated_at: time(dispute.initiatedAt),
  };
}

/** The `fulfillment_order` part of `fulfillment_orders/*`: gids, and only what the topic is about. */
export function fulfillmentOrderPart(one: FulfillmentOrder): { id: string; status: string } {
  return { id: gid("FulfillmentOrder", one.id), status: one.status.toLowerCase() };
}

export function holdPart(hold: FulfillmentOrder["holds"][number]): Record<string, unknown> {
  return {
    id: gid("FulfillmentHold", hold.id),
    reason: hold.reason.toLowerCase(),
    reason_notes: hold.reasonNotes,
    held_by_requesting_app: false,
    handle: `hold-${hold.id}`,
    held_by_app: null,
  };
}
