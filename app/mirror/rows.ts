import type { CustomerPerson, OrderPerson } from "#app/mirror/order-person.ts";

/**
 * What a webhook or an Admin answer says, as rows before they are sealed. Ids are Shopify's numbers as text, times ISO 8601
 * UTC, amounts decimal strings. `updatedAt` is the version: a row never replaces one of a newer version.
 */
export type LineRow = {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  /** As bought. */
  quantity: number;
  /** What is left after edits and returns; null when it was not said. */
  currentQuantity: number | null;
  price: string | null;
};

export type OrderRow = {
  id: string;
  name: string;
  placedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  financialStatus: string | null;
  fulfillmentStatus: string;
  currency: string;
  total: string;
  /** Empty when the source does not carry lines: those that are known stay. */
  lines: LineRow[];
  customerId: string | null;
  locale: string | null;
  tags: string[];
  person: OrderPerson;
};

export type CustomerRow = {
  id: string;
  updatedAt: string;
  createdAt: string | null;
  locale: string | null;
  state: string | null;
  /** Empty when the source does not carry them. */
  tags: string[];
  currency: string | null;
  ordersCount: number | null;
  amountSpent: string | null;
  lastOrderId: string | null;
  /** When the four fields above were counted. */
  summaryAt: string | null;
  person: CustomerPerson;
};

export type FulfillmentRow = {
  id: string;
  orderId: string;
  status: string | null;
  shipmentStatus: string | null;
  trackingCompany: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  createdAt: string | null;
  updatedAt: string;
};

export type EventRow = {
  id: string;
  fulfillmentId: string;
  orderId: string | null;
  status: string;
  message: string | null;
  city: string | null;
  country: string | null;
  happenedAt: string;
  estimatedDeliveryAt: string | null;
  updatedAt: string;
  deletedAt: string | null;
};

export type FulfillmentOrderRow = {
  id: string;
  orderId: string | null;
  status: string | null;
  requestStatus: string | null;
  fulfillAt: string | null;
  holds: { reason: string; notes: string | null }[];
  updatedAt: string;
};

export type RefundRow = {
  id: string;
  orderId: string;
  at: string;
  amount: string;
  currency: string;
  /** A successful refund transaction exists: the money is on its way, not only promised. */
  settled: boolean;
  updatedAt: string;
};

export type ReturnRow = {
  id: string;
  orderId: string | null;
  name: string | null;
  status: string;
  updatedAt: string;
};

export type DisputeRow = {
  id: string;
  orderId: string | null;
  type: string | null;
  status: string;
  reason: string | null;
  amount: string | null;
  currency: string | null;
  evidenceDueBy: string | null;
  updatedAt: string;
};

export type MirrorRows = {
  orders?: OrderRow[];
  customers?: CustomerRow[];
  fulfillments?: FulfillmentRow[];
  events?: EventRow[];
  fulfillmentOrders?: FulfillmentOrderRow[];
  refunds?: RefundRow[];
  returns?: ReturnRow[];
  disputes?: DisputeRow[];
};

/** One row per id, the newest of each: one statement may not write a row twice. A later one wins a tie. */
export function newestById<T extends { id: string; updatedAt: string }>(rows: T[]): T[] {
  const newest = new Map<string, T>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || row.updatedAt >= known.updatedAt) newest.set(row.id, row);
  }
  return [...newest.values()];
}

/** `#1001` and `1001`, `DE-1001-A` and `de1001a` are the same order to a shopper. */
export function orderNameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
