import type { Versioned } from "#app/mirror/fold/version.ts";
import type { CustomerPerson, OrderPerson } from "#app/mirror/order-person.ts";

/**
 * What a webhook or an Admin answer says, as rows before they are sealed. Ids are Shopify's numbers as text, times ISO 8601
 * UTC, amounts decimal strings. `updatedAt` is the version: a row never replaces one of a newer version. How rows of one id
 * come together is said in fold/rules.ts.
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

export type OrderRow = Versioned & {
  name: string;
  placedAt: string;
  /** When the shop had the money for it, or could take it. Absent where the source does not say. */
  paidAt?: string | null | undefined;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  financialStatus: string | null;
  fulfillmentStatus: string;
  currency: string;
  total: string;
  /** Empty when the source does not carry lines. */
  lines: LineRow[];
  customerId: string | null;
  locale: string | null;
  tags: string[];
  /** Absent where the source does not say. */
  test?: boolean | null | undefined;
  person: OrderPerson;
};

export type CustomerRow = Versioned & {
  createdAt: string | null;
  locale: string | null;
  state: string | null;
  /** Null when the source carries neither tags nor locale. */
  tags: string[] | null;
  currency: string | null;
  ordersCount: number | null;
  amountSpent: string | null;
  lastOrderId: string | null;
  /** When the four fields above were counted; null when the source does not carry them. */
  summaryAt: string | null;
  /** Whether they take the shop's marketing by e-mail, in Shopify's words; null when the source does not say. */
  emailConsent: string | null;
  /** When that last changed; null when it never did. */
  emailConsentAt: string | null;
  person: CustomerPerson;
};

export type FulfillmentRow = Versioned & {
  orderId: string;
  status: string | null;
  shipmentStatus: string | null;
  trackingCompany: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  createdAt: string | null;
  /** The stock that it left from, by its name in the shop. Absent where the source does not say. */
  location?: string | null | undefined;
};

export type EventRow = Versioned & {
  fulfillmentId: string;
  orderId: string | null;
  status: string;
  message: string | null;
  city: string | null;
  country: string | null;
  happenedAt: string;
  estimatedDeliveryAt: string | null;
  deletedAt: string | null;
};

export type FulfillmentOrderRow = Versioned & {
  orderId: string | null;
  status: string | null;
  requestStatus: string | null;
  fulfillAt: string | null;
  holds: { reason: string; notes: string | null }[];
  /** The stock that it is to leave from, by its name in the shop. Absent where the source does not say. */
  location?: string | null | undefined;
};

export type RefundRow = Versioned & {
  orderId: string;
  at: string;
  amount: string;
  currency: string;
  /** A successful refund transaction exists: the money is on its way, not only promised. */
  settled: boolean;
};

export type ReturnRow = Versioned & {
  orderId: string | null;
  name: string | null;
  status: string;
  /** When it was completed; absent where the source does not say. */
  closedAt?: string | null | undefined;
};

export type DisputeRow = Versioned & {
  orderId: string | null;
  type: string | null;
  status: string;
  reason: string | null;
  amount: string | null;
  currency: string | null;
  evidenceDueBy: string | null;
  /** When the four fields above were true; null when the source does not carry them. */
  detailsAt: string | null;
  /** When the shopper turned to their bank. An order's read does not say it. */
  initiatedAt: string | null;
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

/** What a transaction says of its order: it has no version, and its time says which of two is the later. */
export type Payment = { orderId: string; paidAt: string | null };

/** All that a webhook may say of a shop's records. */
export type SaidRows = MirrorRows & { payments?: Payment[] };

/** `#1001` and `1001`, `DE-1001-A` and `de1001a` are the same order to a shopper. */
export function orderNameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
