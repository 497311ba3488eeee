import { newId } from "../ids.ts";
import type { Address, Customer, ShopState } from "../state/model.ts";
import { laterThan, seconds } from "../time.ts";
import {
  compliancePayload,
  consentPayload,
  customerDeletePayload,
  customerMergePayload,
  customerPayload,
} from "../webhooks/payloads/customer.ts";
import { RefusedChange, startChange, type Doing } from "./change.ts";

export type CustomerFields = Partial<
  Pick<Customer, "firstName" | "lastName" | "email" | "phone" | "locale" | "note" | "tags" | "verifiedEmail">
> & {
  address?: Partial<Address> | undefined;
};

/** A new customer: `customers/create`. */
export function createCustomer(doing: Doing, shop: ShopState, fields: CustomerFields): Customer {
  const change = startChange(doing, shop);
  const at = seconds(doing.now());
  const { address, ...plain } = fields;
  const customer: Customer = {
    id: newId(shop),
    firstName: "",
    lastName: "",
    email: null,
    phone: null,
    locale: "en",
    tags: [],
    note: null,
    state: "DISABLED",
    verifiedEmail: true,
    taxExempt: false,
    marketingState: "NOT_SUBSCRIBED",
    addresses: [],
    createdAt: at,
    updatedAt: at,
    ...plain,
  };
  customer.addresses.push(newAddress(shop, customer, address));
  shop.customers.push(customer);
  change.emit("customers/create", () => customerPayload(shop, customer));
  return customer;
}

function newAddress(shop: ShopState, customer: Customer, given: Partial<Address> | undefined): Address {
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    company: null,
    address1: "1 Example Street",
    address2: null,
    city: "Berlin",
    province: null,
    provinceCode: null,
    country: "Germany",
    countryCode: "DE",
    zip: "10115",
    phone: customer.phone,
    ...given,
    id: newId(shop),
  };
}

/** Changed details: `customers/update`. */
export function updateCustomer(
  doing: Doing,
  shop: ShopState,
  { customer, fields }: { customer: Customer; fields: CustomerFields },
): void {
  const change = startChange(doing, shop);
  const { address, ...plain } = fields;
  Object.assign(customer, plain);
  const first = customer.addresses[0];
  if (address && first) Object.assign(first, address);
  customer.updatedAt = change.at(customer.updatedAt);
  change.emit("customers/update", () => customerPayload(shop, customer));
}

/** An account switched on or off: `customers/enable` or `customers/disable`. */
export function setCustomerState(
  doing: Doing,
  shop: ShopState,
  { customer, enabled }: { customer: Customer; enabled: boolean },
): void {
  const change = startChange(doing, shop);
  customer.state = enabled ? "ENABLED" : "DISABLED";
  customer.updatedAt = change.at(customer.updatedAt);
  change.emit(enabled ? "customers/enable" : "customers/disable", () => customerPayload(shop, customer));
}

/** What they agree to get by e-mail: `customers/update`, `customers_email_marketing_consent/update`. */
export function setEmailConsent(
  doing: Doing,
  shop: ShopState,
  { customer, state }: { customer: Customer; state: Customer["marketingState"] },
): void {
  if (customer.email === null) throw new RefusedChange("they have no e-mail address", "email");
  const change = startChange(doing, shop);
  customer.updatedAt = change.at(customer.updatedAt);
  customer.marketingState = state;
  customer.marketingUpdatedAt = customer.updatedAt;
  change.emit("customers/update", () => customerPayload(shop, customer));
  change.emit("customers_email_marketing_consent/update", consentPayload(customer));
}

/** Removes the customer, keeping the orders without one: `customers/delete`. */
export function deleteCustomer(doing: Doing, shop: ShopState, customer: Customer): void {
  const change = startChange(doing, shop);
  shop.customers = shop.customers.filter((one) => one !== customer);
  for (const order of shop.orders) if (order.customerId === customer.id) order.customerId = null;
  change.emit("customers/delete", customerDeletePayload(customer.id));
}

/** Two records of one person become one: `customers/merge`, `customers/update`, `customers/delete`, `customers/purchasing_summary`. */
export function mergeCustomers(
  doing: Doing,
  shop: ShopState,
  { kept, gone }: { kept: Customer; gone: Customer },
): void {
  if (kept === gone) throw new RefusedChange("a customer cannot be merged with itself", "into");
  const change = startChange(doing, shop);
  kept.addresses.push(...gone.addresses);
  kept.tags = [...new Set([...kept.tags, ...gone.tags])];
  kept.updatedAt = change.at(kept.updatedAt);
  for (const order of shop.orders.filter((one) => one.customerId === gone.id)) {
    order.customerId = kept.id;
    order.updatedAt = laterThan(order.updatedAt, doing.now());
    change.orderUpdated(order);
  }
  shop.customers = shop.customers.filter((one) => one !== gone);
  change.emit("customers/merge", customerMergePayload({ keptId: kept.id, deletedId: gone.id }));
  change.emit("customers/update", () => customerPayload(shop, kept));
  change.emit("customers/delete", customerDeletePayload(gone.id));
  change.purchasesChanged({ customerId: kept.id });
}

/** `customers/data_request`: the shopper asked the shop for their data. */
export function requestCustomerData(doing: Doing, shop: ShopState, customer: Customer): void {
  doing.store.changed();
  const payload = compliancePayload(shop, customer, orderIdsOf(shop, customer)).dataRequest(newId(shop));
  doing.webhooks.emit({ shop, topic: "customers/data_request", payload });
}

/** Erases the person at Shopify's side too, then `customers/redact`; it comes even when the app is gone. */
export function redactCustomer(doing: Doing, shop: ShopState, customer: Customer): void {
  doing.store.changed();
  const payload = compliancePayload(shop, customer, orderIdsOf(shop, customer)).redact;
  for (const order of shop.orders.filter((one) => one.customerId === customer.id)) {
    order.email = null;
    order.phone = null;
    order.shippingAddress = null;
    order.billingAddress = null;
    order.note = null;
    order.customerId = null;
    order.updatedAt = laterThan(order.updatedAt, doing.now());
  }
  shop.customers = shop.customers.filter((one) => one !== customer);
  doing.webhooks.emit({ shop, topic: "customers/redact", payload, always: true });
}

function orderIdsOf(shop: ShopState, customer: Customer): string[] {
  return shop.orders.filter((one) => one.customerId === customer.id).map((one) => one.id);
}
