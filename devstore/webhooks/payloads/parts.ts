import { exactNumber, gid } from "../../ids.ts";
import { exchange, webhookAmount } from "../../money.ts";
import type { Address, Customer, Order, ShopState } from "../../state/model.ts";
import { inZone } from "../../time.ts";

/** Writes a webhook's times, amounts and ids in the shop's and the order's terms. */
export type Writer = {
  time: (iso: string | null) => string | null;
  /** In the order's own currency, e.g. `"12.30"`. */
  amount: (minor: number) => string;
  moneySet: (minor: number) => MoneySet;
};

type MoneySet = Record<"shop_money" | "presentment_money", { amount: string; currency_code: string }>;

export function writerFor(shop: ShopState, order: Order): Writer {
  const presentment = (minor: number) =>
    exchange(minor, { from: order.currency, to: order.presentmentCurrency, rate: order.presentmentRate });
  return {
    time: (iso) => iso && inZone(iso, shop.timezone),
    amount: (minor) => webhookAmount(minor, order.currency),
    moneySet: (minor) => ({
      shop_money: { amount: webhookAmount(minor, order.currency), currency_code: order.currency },
      presentment_money: {
        amount: webhookAmount(presentment(minor), order.presentmentCurrency),
        currency_code: order.presentmentCurrency,
      },
    }),
  };
}

/** An address without an identity, as orders carry it. */
export function orderAddress(address: Address | null): unknown {
  if (!address) return null;
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    latitude: null,
    longitude: null,
    name: `${address.firstName} ${address.lastName}`,
    country_code: address.countryCode,
    province_code: address.provinceCode,
  };
}

/** The customer's record inside other payloads; since 2025-01 without tags, totals and consent. */
export function customerPart(shop: ShopState, customer: Customer): Record<string, unknown> {
  const first = customer.addresses[0];
  return {
    id: exactNumber(customer.id),
    created_at: inZone(customer.createdAt, shop.timezone),
    updated_at: inZone(customer.updatedAt, shop.timezone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state.toLowerCase(),
    note: customer.note,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: customer.taxExempt,
    email: customer.email,
    phone: customer.phone,
    currency: shop.currency,
    tax_exemptions: [],
    admin_graphql_api_id: gid("Customer", customer.id),
    ...(first && { default_address: customerAddress(customer, first, true) }),
  };
}

export function customerAddress(customer: Customer, address: Address, isDefault: boolean): unknown {
  return {
    id: exactNumber(address.id),
    customer_id: exactNumber(customer.id),
    first_name: address.firstName,
    last_name: address.lastName,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    country: address.country,
    zip: address.zip,
    phone: address.phone,
    name: `${address.firstName} ${address.lastName}`,
    province_code: address.provinceCode,
    country_code: address.countryCode,
    country_name: address.country,
    default: isDefault,
  };
}
