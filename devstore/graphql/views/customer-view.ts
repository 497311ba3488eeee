import { gid } from "../../ids.ts";
import type { Customer } from "../../state/model.ts";
import { purchasingSummary } from "../../webhooks/payloads/customer.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { addressView, money, once, type View } from "./view.ts";

/** A customer as Shopify's `Customer`; one view per request, because thousands of orders may lead to it. */
export function customerView(request: RequestContext, customer: Customer): View {
  const known = request.customerViews.get(customer.id) ?? viewOf(request, customer);
  request.customerViews.set(customer.id, known);
  return known;
}

function viewOf(request: RequestContext, customer: Customer): View {
  const { shop } = request;
  const orders = () => visibleOrders(request).filter((one) => one.customerId === customer.id);
  const lastOrder = () => {
    const last = orders().at(-1);
    return last ? request.orderView(last) : null;
  };
  return {
    __typename: "Customer",
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: `${customer.firstName} ${customer.lastName}`,
    locale: customer.locale,
    note: customer.note,
    tags: customer.tags,
    state: customer.state,
    verifiedEmail: customer.verifiedEmail,
    taxExempt: customer.taxExempt,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    ...contact(customer),
    ...purchases(request, customer),
    addresses: () => customer.addresses.map(addressView),
    addressesV2: () => customer.addresses.flatMap((one) => addressView(one) ?? []),
    defaultAddress: () => addressView(customer.addresses[0] ?? null),
    statistics: { __typename: "CustomerStatistics", predictedSpendTier: null, rfmGroup: null },
    lastOrder,
    orders: () => orders().map((one) => request.orderView(one)),
    events: [],
    metafields: [],
    search_country: shop.address.country,
  };
}

function contact(customer: Customer): Partial<View> {
  return {
    email: customer.email,
    phone: customer.phone,
    defaultEmailAddress: customer.email && {
      __typename: "CustomerEmailAddress",
      emailAddress: customer.email,
      marketingState: customer.marketingState,
      marketingOptInLevel: null,
      marketingUpdatedAt: customer.marketingUpdatedAt ?? null,
      validFormat: true,
    },
    defaultPhoneNumber: customer.phone && {
      __typename: "CustomerPhoneNumber",
      phoneNumber: customer.phone,
      marketingState: "NOT_SUBSCRIBED",
    },
  };
}

function purchases(request: RequestContext, customer: Customer): Partial<View> {
  const summary = once(() => purchasingSummary(request.shop, customer.id));
  const days = Math.floor(
    (request.devstore.now().getTime() - new Date(customer.createdAt).getTime()) / 86_400_000,
  );
  return {
    numberOfOrders: () => String(summary().orders),
    amountSpent: () => money(summary().spent, request.shop.currency),
    lifetimeDuration: `${days} days`,
  };
}
