import { exactNumber, gid } from "../../ids.ts";
import { fulfillmentStatus, orderTotals, type OrderTotals } from "../../state/order-totals.ts";
import type { Order, ShopState } from "../../state/model.ts";
import { fulfillmentPayload } from "./fulfillment.ts";
import { lineItemPart, taxLines } from "./line-item.ts";
import { customerPart, orderAddress, writerFor, type Writer } from "./parts.ts";
import { refundPayload } from "./refund.ts";

/** The body of `orders/create`, `orders/updated`, `orders/cancelled`, `orders/fulfilled`, …: the whole order. */
export function orderPayload(shop: ShopState, order: Order): Record<string, unknown> {
  const write = writerFor(shop, order);
  const totals = orderTotals(order);
  const customer = shop.customers.find((one) => one.id === order.customerId);
  return {
    ...identity(order, write),
    ...origin(shop, order),
    ...amounts(write, totals),
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    discount_codes: discountCodes(order, write),
    discount_applications: discountApplications(order, write),
    tax_lines: taxLines(write, order, totals.total),
    total_weight: order.lines.reduce((grams, line) => grams + line.grams * line.quantity, 0),
    billing_address: orderAddress(order.billingAddress),
    shipping_address: orderAddress(order.shippingAddress),
    ...(customer && { customer: customerPart(shop, customer) }),
    line_items: order.lines.map((line) => lineItemPart(write, { shop, order, line })),
    shipping_lines: [shippingLine(order, write)],
    fulfillments: order.fulfillments.map((one) => fulfillmentPayload(shop, order, one)),
    refunds: order.refunds.map((one) => refundPayload(shop, order, one)),
    returns: order.returns.map((one) => ({
      id: exactNumber(one.id),
      admin_graphql_api_id: gid("Return", one.id),
      status: one.status.toLowerCase(),
    })),
    payment_terms: null,
    line_item_groups: [],
  };
}

function identity(order: Order, write: Writer): Record<string, unknown> {
  return {
    id: exactNumber(order.id),
    admin_graphql_api_id: gid("Order", order.id),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    created_at: write.time(order.createdAt),
    processed_at: write.time(order.processedAt),
    updated_at: write.time(order.updatedAt),
    cancelled_at: write.time(order.cancelledAt),
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    closed_at: write.time(order.closedAt),
    email: order.email ?? "",
    contact_email: order.email,
    phone: order.phone,
    customer_locale: order.locale,
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status: fulfillmentStatus(order),
    note: order.note,
    note_attributes: order.attributes,
    tags: order.tags.join(", "),
    test: false,
    token: order.token,
  };
}

function origin(shop: ShopState, order: Order): Record<string, unknown> {
  return {
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cart_token: null,
    checkout_token: null,
    client_details: null,
    device_id: null,
    duties_included: false,
    estimated_taxes: false,
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: null,
    merchant_of_record_app_id: null,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 12)}`,
    payment_gateway_names: [order.gateway],
    po_number: null,
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    tax_exempt: false,
    taxes_included: true,
    user_id: null,
  };
}

function amounts(write: Writer, totals: OrderTotals): Record<string, unknown> {
  return {
    current_shipping_price_set: write.moneySet(totals.currentTotal - totals.currentSubtotal),
    current_subtotal_price: write.amount(totals.currentSubtotal),
    current_subtotal_price_set: write.moneySet(totals.currentSubtotal),
    current_total_additional_fees_set: null,
    current_total_discounts: write.amount(totals.currentDiscount),
    current_total_discounts_set: write.moneySet(totals.currentDiscount),
    current_total_duties_set: null,
    current_total_price: write.amount(totals.currentTotal),
    current_total_price_set: write.moneySet(totals.currentTotal),
    current_total_tax: write.amount(totals.currentTax),
    current_total_tax_set: write.moneySet(totals.currentTax),
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    subtotal_price: write.amount(totals.subtotal),
    subtotal_price_set: write.moneySet(totals.subtotal),
    total_cash_rounding_payment_adjustment_set: write.moneySet(0),
    total_cash_rounding_refund_adjustment_set: write.moneySet(0),
    total_discounts: write.amount(totals.discount),
    total_discounts_set: write.moneySet(totals.discount),
    total_line_items_price: write.amount(totals.lines),
    total_line_items_price_set: write.moneySet(totals.lines),
    total_outstanding: write.amount(totals.outstanding),
    total_price: write.amount(totals.total),
    total_price_set: write.moneySet(totals.total),
    total_shipping_price_set: write.moneySet(totals.shipping),
    total_tax: write.amount(totals.tax),
    total_tax_set: write.moneySet(totals.tax),
    total_tip_received: write.amount(0),
  };
}

function discountCodes(order: Order, write: Writer): unknown[] {
  if (!order.discountCode) return [];
  return [{ code: order.discountCode, amount: write.amount(order.discount), type: "fixed_amount" }];
}

function discountApplications(order: Order, write: Writer): unknown[] {
  if (!order.discountCode) return [];
  return [
    {
      target_type: "line_item",
      type: "discount_code",
      value: write.amount(order.discount),
      value_type: "fixed_amount",
      allocation_method: "across",
      target_selection: "all",
      code: order.discountCode,
    },
  ];
}

function shippingLine(order: Order, write: Writer): Record<string, unknown> {
  return {
    id: exactNumber(String(BigInt(order.id) + 1n)),
    carrier_identifier: null,
    code: order.shippingTitle,
    current_discounted_price_set: write.moneySet(order.shippingPrice),
    discounted_price: write.amount(order.shippingPrice),
    discounted_price_set: write.moneySet(order.shippingPrice),
    is_removed: false,
    phone: null,
    price: write.amount(order.shippingPrice),
    price_set: write.moneySet(order.shippingPrice),
    requested_fulfillment_service_id: null,
    source: "shopify",
    title: order.shippingTitle,
    tax_lines: [],
    discount_allocations: [],
  };
}
