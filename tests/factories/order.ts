import { randomInt } from "node:crypto";
import { forShop, sqlOf } from "#app/db.server.ts";
import type { Address } from "#app/mirror/order-person.ts";
import type {
  CustomerRow,
  EventRow,
  FulfillmentRow,
  MirrorRows,
  OrderRow,
  RefundRow,
} from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Above 2^53, as Shopify's own example ids are. */
const newId = () => `9${String(randomInt(1e9)).padStart(9, "0")}${String(randomInt(1e8)).padStart(8, "0")}`;

const ADDRESS: Address = {
  name: "Mara Lindqvist",
  address1: "Uferweg 12",
  city: "Hamburg",
  zip: "20457",
  country: "Germany",
  countryCode: "DE",
};

export type GivenOrder = Partial<Omit<OrderRow, "person">> & {
  person?: Partial<OrderRow["person"]>;
  fulfillments?: (Partial<FulfillmentRow> & { events?: Partial<EventRow>[] })[];
  refunds?: Partial<RefundRow>[];
  parts?: Pick<MirrorRows, "returns" | "disputes" | "fulfillmentOrders">;
};

/** An order in the mirror, with parcels and refunds when asked; written the way the mirror writes. */
export async function makeOrder(shop: { id: string }, keys: ShopKeys, given: GivenOrder = {}) {
  const rows = orderRowsOf(given);
  await forShop(shop.id)((tx) => writeRows(sqlOf(tx), keys, rows));
  const [order] = rows.orders;
  if (!order) throw new Error("No order was made");
  return { order, rows };
}

export function orderRowsOf(given: GivenOrder) {
  const { person, fulfillments = [], refunds = [], parts, ...rest } = given;
  const order: OrderRow = {
    id: newId(),
    name: `#${randomInt(1001, 9999)}`,
    placedAt: "2026-11-10T09:00:00.000Z",
    updatedAt: "2026-11-12T09:00:00.000Z",
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    financialStatus: "paid",
    fulfillmentStatus: fulfillments.length > 0 ? "fulfilled" : "unfulfilled",
    currency: "EUR",
    total: "59.90",
    lines: [
      {
        id: newId(),
        title: "Trail bottle",
        variantTitle: "0.7 l",
        sku: "TB-07",
        quantity: 1,
        currentQuantity: 1,
        price: "59.90",
      },
    ],
    customerId: null,
    locale: "de",
    tags: [],
    ...rest,
    person: {
      email: "mara.lindqvist@example.com",
      customerName: "Mara Lindqvist",
      attributes: [],
      shippingAddress: ADDRESS,
      statusPageUrl: "https://shop.example/orders/1/authenticate?key=a",
      ...person,
    },
  };
  const parcels = fulfillments.map(({ events = [], ...parcel }) => ({
    parcel: parcelOf(order, parcel),
    events,
  }));
  return {
    orders: [order],
    fulfillments: parcels.map(({ parcel }) => parcel),
    events: parcels.flatMap(({ parcel, events }) => events.map((event) => eventOf(parcel, event))),
    refunds: refunds.map((refund) => refundOf(order, refund)),
    ...parts,
  } satisfies MirrorRows;
}

function parcelOf(order: OrderRow, given: Partial<FulfillmentRow>): FulfillmentRow {
  return {
    id: newId(),
    orderId: order.id,
    status: "success",
    shipmentStatus: "in_transit",
    trackingCompany: "DHL",
    trackingNumber: "00340434161094042557",
    trackingUrl: "https://tracking.example/00340434161094042557",
    estimatedDeliveryAt: null,
    deliveredAt: null,
    createdAt: "2026-11-11T09:00:00.000Z",
    updatedAt: "2026-11-12T09:00:00.000Z",
    ...given,
  };
}

function eventOf(parcel: FulfillmentRow, given: Partial<EventRow>): EventRow {
  return {
    id: newId(),
    fulfillmentId: parcel.id,
    orderId: parcel.orderId,
    status: "in_transit",
    message: null,
    city: "Hamburg",
    country: "DE",
    happenedAt: "2026-11-12T07:00:00.000Z",
    estimatedDeliveryAt: null,
    updatedAt: given.happenedAt ?? "2026-11-12T07:00:00.000Z",
    deletedAt: null,
    ...given,
  };
}

function refundOf(order: OrderRow, given: Partial<RefundRow>): RefundRow {
  return {
    id: newId(),
    orderId: order.id,
    at: "2026-11-13T09:00:00.000Z",
    amount: order.total,
    currency: order.currency,
    settled: true,
    updatedAt: given.at ?? "2026-11-13T09:00:00.000Z",
    ...given,
  };
}

/** A customer in the mirror. */
export async function makeCustomer(shop: { id: string }, keys: ShopKeys, given: Partial<CustomerRow> = {}) {
  const customer: CustomerRow = {
    id: newId(),
    updatedAt: "2026-11-12T09:00:00.000Z",
    createdAt: "2026-01-02T09:00:00.000Z",
    locale: "de",
    state: "enabled",
    tags: [],
    currency: "EUR",
    ordersCount: 2,
    amountSpent: "119.80",
    lastOrderId: null,
    summaryAt: "2026-11-12T09:00:00.000Z",
    emailConsent: null,
    emailConsentAt: null,
    ...given,
    person: {
      firstName: "Mara",
      lastName: "Lindqvist",
      email: "mara.lindqvist@example.com",
      address: ADDRESS,
      ...given.person,
    },
  };
  await forShop(shop.id)((tx) => writeRows(sqlOf(tx), keys, { customers: [customer] }));
  return customer;
}
