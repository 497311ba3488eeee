import { gid } from "../../ids.ts";
import { exchange, graphqlAmount } from "../../money.ts";
import type { Address, Order } from "../../state/model.ts";

/** A record in the words of Shopify's GraphQL schema: plain values, or functions of the field's arguments. */
export type View = { __typename: string; [field: string]: unknown };

/** The value of a field that takes no arguments. */
export function fieldOf(view: View, name: string): unknown {
  const held = view[name];
  return typeof held === "function" ? (held as (args: object) => unknown)({}) : held;
}

/** Computes at the first call and remembers. */
export function once<T>(compute: () => T): () => T {
  let held: { value: T } | undefined;
  return () => (held ??= { value: compute() }).value;
}

export function money(minor: number, currency: string): View {
  return { __typename: "MoneyV2", amount: graphqlAmount(minor, currency), currencyCode: currency };
}

/** What the books say and what the shopper saw. */
export function moneyBag(order: Order, minor: number): View {
  const { currency, presentmentCurrency, presentmentRate } = order;
  const presented = exchange(minor, { from: currency, to: presentmentCurrency, rate: presentmentRate });
  return {
    __typename: "MoneyBag",
    shopMoney: money(minor, currency),
    presentmentMoney: money(presented, presentmentCurrency),
  };
}

export function addressView(address: Address | null): View | null {
  if (!address) return null;
  const name = `${address.firstName} ${address.lastName}`;
  return {
    __typename: "MailingAddress",
    id: `${gid("MailingAddress", address.id)}?model_name=CustomerAddress`,
    firstName: address.firstName,
    lastName: address.lastName,
    name,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    provinceCode: address.provinceCode,
    country: address.country,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    zip: address.zip,
    phone: address.phone,
    latitude: null,
    longitude: null,
    coordinatesValidated: false,
    formatted: [address.address1, address.address2, `${address.zip} ${address.city}`, address.country].filter(
      Boolean,
    ),
    formattedArea: `${address.city}, ${address.country}`,
  };
}

export function userErrors(
  messages: { field: string[] | null; message: string; code?: string }[],
  typeName = "UserError",
): View[] {
  return messages.map((one) => ({ __typename: typeName, code: null, ...one }));
}
