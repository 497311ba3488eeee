// What the mirror must say, worked out from the dev store's own records alone: nothing here is the app's.
import { decimalsOf } from "#devstore/money.ts";
import type { Address, Customer, Fulfillment, Order, ShopState } from "#devstore/state/model.ts";
import { fulfillmentStatus, orderTotals } from "#devstore/state/order-totals.ts";
import { purchasingSummary } from "#devstore/webhooks/payloads/customer.ts";

/** Rows by table, by Shopify's id; each a flat record of its columns and opened fields. Times ISO 8601, amounts plain decimals. */
export type Mirror = Record<string, Map<string, Row>>;
export type Row = Record<string, unknown>;

const DAY = 24 * 60 * 60 * 1000;
/** Shopify shows no older orders without `read_all_orders`: they are mirrored only when a webhook brings them. */
const VISIBLE = 60 * DAY;

/** `editedAt`: when an order's last edit that was told was committed; Shopify keeps it nowhere else. */
export type Told = { editedAt: Map<string, string> };

export function expectedMirror(shop: ShopState, { editedAt }: Told): Mirror {
  const oldest = Date.now() - VISIBLE + DAY;
  const orders = shop.orders.filter(({ createdAt }) => Date.parse(createdAt) > oldest);
  const parcels = orders.flatMap((order) => order.fulfillments.map((parcel) => ({ order, parcel })));
  const known = new Set(orders.map(({ id }) => id));
  return {
    shops: rows(
      [shop],
      ({ domain }) => domain,
      ({ name, currency, timezone }) => ({ name, currency, timezone }),
    ),
    orders: rows(orders, byId, (order) => ({
      ...orderRow(shop, order),
      editedAt: editedAt.get(order.id) ?? null,
    })),
    customers: rows(shop.customers, byId, (one) => customerRow(shop, one)),
    fulfillments: rows(parcels, ({ parcel }) => parcel.id, parcelRow),
    fulfillment_events: rows(
      parcels.flatMap((place) => place.parcel.events.map((event) => ({ ...place, event }))),
      ({ event }) => event.id,
      ({ order, parcel, event }) => ({
        orderId: order.id,
        fulfillmentId: parcel.id,
        status: event.status,
        message: event.message,
        city: event.city,
        country: event.country,
        happenedAt: time(event.happenedAt),
        estimatedDeliveryAt: time(event.estimatedDeliveryAt),
      }),
    ),
    fulfillment_orders: rows(
      orders.flatMap((order) => order.fulfillmentOrders.map((part) => ({ order, part }))),
      ({ part }) => part.id,
      ({ order, part }) => ({
        orderId: order.id,
        status: part.status.toLowerCase(),
        requestStatus: part.requestStatus.toLowerCase(),
        fulfillAt: time(part.fulfillAt),
        holds: part.holds.map((hold) => `${hold.reason.toLowerCase()}: ${hold.reasonNotes ?? ""}`),
      }),
    ),
    refunds: rows(
      orders.flatMap((order) => order.refunds.map((refund) => ({ order, refund }))),
      ({ refund }) => refund.id,
      ({ order, refund }) => ({
        orderId: order.id,
        at: time(refund.createdAt),
        amount: amount(refund.total, order.currency),
        currency: order.currency,
        settled: refund.transactionId !== null,
      }),
    ),
    returns: rows(
      orders.flatMap((order) => order.returns.map((one) => ({ order, one }))),
      ({ one }) => one.id,
      ({ order, one }) => ({
        orderId: order.id,
        name: one.name,
        status: one.status.toLowerCase(),
        closedAt: time(one.closedAt),
      }),
    ),
    disputes: rows(
      shop.disputes.filter(({ orderId }) => known.has(orderId)),
      byId,
      (one) => ({
        orderId: one.orderId,
        type: one.type,
        status: one.status,
        reason: one.reason,
        amount: amount(one.amount, one.currency),
        currency: one.currency,
        evidenceDueBy: time(one.evidenceDueBy),
      }),
    ),
    policies: rows(
      shop.policies,
      ({ type }) => type,
      ({ title, updatedAt }) => ({ title, updatedAt: time(updatedAt) }),
    ),
  };
}

function orderRow(shop: ShopState, order: Order): Row {
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  return {
    gid: `gid://shopify/Order/${order.id}`,
    name: order.name,
    placedAt: time(order.processedAt),
    updatedAt: time(order.updatedAt),
    cancelledAt: time(order.cancelledAt),
    cancelReason: order.cancelReason?.toLowerCase() ?? null,
    closedAt: time(order.closedAt),
    financialStatus: order.financialStatus.toLowerCase(),
    fulfillmentStatus: fulfillmentStatus(order) ?? "unfulfilled",
    currency: order.currency,
    total: amount(orderTotals(order).total, order.currency),
    lines: order.lines.map((line) =>
      [line.id, line.title, line.variantTitle ?? "", line.sku, line.quantity, line.currentQuantity]
        .concat(amount(line.price, order.currency))
        .join(" | "),
    ),
    customerId: order.customerId,
    locale: order.locale,
    tags: order.tags,
    email: order.email,
    emailFound: order.email,
    phone: order.phone,
    customerName: customer ? nameOf(customer) : order.shippingAddress && nameOf(order.shippingAddress),
    note: order.note || null,
    attributes: order.attributes.map(({ name, value }) => `${name}: ${value}`),
    shippingAddress: addressRow(order.shippingAddress),
    statusPageUrl: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 12)}`,
  };
}

function customerRow(shop: ShopState, customer: Customer): Row {
  const summary = purchasingSummary(shop, customer.id);
  return {
    gid: `gid://shopify/Customer/${customer.id}`,
    updatedAt: time(customer.updatedAt),
    createdAt: time(customer.createdAt),
    locale: customer.locale,
    state: customer.state.toLowerCase(),
    tags: customer.tags,
    ordersCount: summary.orders,
    amountSpent: amount(summary.spent, shop.currency),
    currency: shop.currency,
    lastOrderId: summary.lastOrderId,
    emailConsent: customer.marketingState.toLowerCase(),
    emailConsentAt: customer.marketingUpdatedAt ? time(customer.marketingUpdatedAt) : null,
    firstName: customer.firstName || null,
    lastName: customer.lastName || null,
    email: customer.email,
    emailFound: customer.email,
    phone: customer.phone,
    note: customer.note || null,
    address: addressRow(customer.addresses[0] ?? null),
  };
}

function parcelRow({ order, parcel }: { order: Order; parcel: Fulfillment }): Row {
  return {
    orderId: order.id,
    status: parcel.status,
    shipmentStatus: parcel.shipmentStatus,
    trackingCompany: parcel.trackingCompany,
    trackingNumber: parcel.trackingNumber,
    trackingUrl: parcel.trackingUrl,
    createdAt: time(parcel.createdAt),
    updatedAt: time(parcel.updatedAt),
    estimatedDeliveryAt: time(parcel.estimatedDeliveryAt),
    deliveredAt: time(parcel.deliveredAt),
  };
}

function addressRow(address: Address | null): string | null {
  if (!address) return null;
  const { company, address1, address2, city, province, zip, country, countryCode, phone } = address;
  return [nameOf(address), company, address1, address2, city, province, zip, country, countryCode, phone]
    .map((part) => part ?? "")
    .join(" | ");
}

const byId = ({ id }: { id: string }) => id;
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
  [firstName, lastName].filter(Boolean).join(" ") || null;
const time = (iso: string | null) => iso && new Date(iso).toISOString();
const amount = (minor: number, currency: string) => plain((minor / 10 ** decimalsOf(currency)).toFixed(2));
/** `12.30` and `12.3` are one amount. */
export const plain = (decimal: string) => (decimal.includes(".") ? decimal.replace(/\.?0+$/u, "") : decimal);

function rows<T>(records: T[], idOf: (record: T) => string, rowOf: (record: T) => Row): Map<string, Row> {
  return new Map(records.map((record) => [idOf(record), rowOf(record)]));
}
