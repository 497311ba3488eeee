import { gid } from "../../ids.ts";
import type { Dispute, Policy, Product } from "../../state/model.ts";
import type { RequestContext } from "../request-context.ts";
import { customerView } from "./customer-view.ts";
import { orderView } from "./order-view.ts";
import { addressView, money, type View } from "./view.ts";
import { visibleOrders } from "../request-context.ts";

/** The shop as Shopify's `Shop`. */
export function shopView(request: RequestContext): View {
  const { shop } = request;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    shopOwnerName: shop.owner,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    primaryDomain: {
      __typename: "Domain",
      id: gid("Domain", shop.id),
      host: shop.domain,
      url: `https://${shop.domain}`,
      sslEnabled: true,
    },
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: shop.presentmentCurrencies,
    currencyFormats: {
      __typename: "CurrencyFormats",
      moneyFormat: "€{{amount}}",
      moneyWithCurrencyFormat: "€{{amount}} EUR",
    },
    ianaTimezone: shop.timezone,
    timezoneAbbreviation: "CET",
    timezoneOffset: "+0100",
    timezoneOffsetMinutes: 60,
    weightUnit: "KILOGRAMS",
    unitSystem: "METRIC_SYSTEM",
    taxesIncluded: true,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    setupRequired: false,
    checkoutApiSupported: true,
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    plan: {
      __typename: "ShopPlan",
      publicDisplayName: shop.planName,
      displayName: shop.planName,
      partnerDevelopment: false,
      shopifyPlus: false,
    },
    billingAddress: {
      ...addressView(shop.address),
      __typename: "ShopAddress",
      id: gid("ShopAddress", shop.id),
    },
    shopAddress: { ...addressView(shop.address), __typename: "ShopAddress", id: gid("ShopAddress", shop.id) },
    shopPolicies: () => shop.policies.map(policyView),
    orders: () => visibleOrders(request).map((one) => orderView(request, one)),
    customers: () => shop.customers.map((one) => customerView(request, one)),
  };
}

function policyView(policy: Policy): View {
  return {
    __typename: "ShopPolicy",
    id: gid("ShopPolicy", policy.id),
    type: policy.type,
    title: policy.title,
    body: policy.body,
    url: policy.url,
    createdAt: policy.createdAt,
    updatedAt: policy.updatedAt,
    translations: [],
  };
}

export function disputeView(request: RequestContext, dispute: Dispute): View {
  const order = request.shop.orders.find((one) => one.id === dispute.orderId);
  return {
    __typename: "ShopifyPaymentsDispute",
    id: gid("ShopifyPaymentsDispute", dispute.id),
    legacyResourceId: dispute.id,
    amount: money(dispute.amount, dispute.currency),
    status: dispute.status.toUpperCase(),
    type: dispute.type.toUpperCase(),
    reasonDetails: {
      __typename: "ShopifyPaymentsDisputeReasonDetails",
      reason: dispute.reason.toUpperCase(),
      networkReasonCode: dispute.networkReasonCode,
    },
    initiatedAt: dispute.initiatedAt,
    evidenceDueBy: dispute.evidenceDueBy,
    evidenceSentOn: dispute.evidenceSentOn,
    finalizedOn: dispute.finalizedOn,
    order: () => (order ? orderView(request, order) : null),
  };
}

export function productView(product: Product): View {
  return {
    __typename: "Product",
    id: gid("Product", product.id),
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    productType: product.productType,
    status: "ACTIVE",
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    variants: () =>
      product.variants.map((variant) => ({
        __typename: "ProductVariant",
        id: gid("ProductVariant", variant.id),
        legacyResourceId: variant.id,
        title: variant.title,
        sku: variant.sku,
        price: ((variant.prices["EUR"] ?? 0) / 100).toFixed(2),
      })),
  };
}
