import type { BulkOperation } from "./bulk-operation.ts";
import type { Token } from "./token.ts";

/**
 * The store's records, as plain data that survives JSON. Ids are decimal strings (some above 2^53), times ISO 8601 UTC,
 * amounts whole minor units of the order's currency (cents; yen have none).
 */
export type Address = {
  id: string;
  firstName: string;
  lastName: string;
  company: string | null;
  address1: string;
  address2: string | null;
  city: string;
  province: string | null;
  provinceCode: string | null;
  country: string;
  countryCode: string;
  zip: string;
  phone: string | null;
};

export const marketingStates = ["SUBSCRIBED", "NOT_SUBSCRIBED", "UNSUBSCRIBED", "PENDING"] as const;

export type Customer = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  /** BCP 47, e.g. `pt-PT`. */
  locale: string;
  tags: string[];
  note: string | null;
  state: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED";
  verifiedEmail: boolean;
  taxExempt: boolean;
  marketingState: (typeof marketingStates)[number];
  /** Not there: it never changed. */
  marketingUpdatedAt?: string;
  addresses: Address[];
  createdAt: string;
  updatedAt: string;
};

/** `price` in the shop's own currency; `prices` by currency; minor units. */
export type Variant = {
  id: string;
  title: string;
  sku: string;
  price: number;
  prices: Record<string, number>;
};
export type Product = {
  id: string;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  grams: number;
  variants: Variant[];
  createdAt: string;
  updatedAt: string;
};

export type Line = {
  id: string;
  productId: string;
  variantId: string;
  title: string;
  variantTitle: string | null;
  sku: string;
  vendor: string;
  quantity: number;
  /** What is left after edits and refunds. */
  currentQuantity: number;
  price: number;
  grams: number;
};

export type FulfillmentEvent = {
  id: string;
  /** Lower case, as in webhooks: `in_transit`, `out_for_delivery`, `attempted_delivery`, `delivered`, `failure`, … */
  status: string;
  message: string | null;
  happenedAt: string;
  estimatedDeliveryAt: string | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  createdAt: string;
  updatedAt: string;
};

export type Fulfillment = {
  id: string;
  name: string;
  status: "success" | "cancelled" | "error" | "failure";
  shipmentStatus: string | null;
  trackingCompany: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  lines: { id: string; lineId: string; quantity: number }[];
  /** Whose goods it took; absent of parcels that were kept before this was. */
  fulfillmentOrderIds?: string[];
  events: FulfillmentEvent[];
  estimatedDeliveryAt: string | null;
  inTransitAt: string | null;
  deliveredAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type FulfillmentHold = { id: string; reason: string; reasonNotes: string | null };
export type FulfillmentOrder = {
  id: string;
  status: "OPEN" | "IN_PROGRESS" | "CANCELLED" | "INCOMPLETE" | "CLOSED" | "SCHEDULED" | "ON_HOLD";
  requestStatus: "UNSUBMITTED" | "CLOSED";
  fulfillAt: string;
  locationId: string;
  lines: { id: string; lineId: string; totalQuantity: number; remainingQuantity: number }[];
  holds: FulfillmentHold[];
  createdAt: string;
  updatedAt: string;
};

export type Transaction = {
  id: string;
  kind: "sale" | "refund";
  status: "success" | "failure" | "pending";
  gateway: string;
  amount: number;
  parentId: string | null;
  createdAt: string;
};

export type Refund = {
  id: string;
  note: string | null;
  lines: {
    id: string;
    lineId: string;
    quantity: number;
    subtotal: number;
    restockType: "no_restock" | "return" | "cancel";
  }[];
  shipping: number;
  /** Amounts without a line, e.g. a goodwill refund. */
  adjustment: number;
  total: number;
  transactionId: string | null;
  createdAt: string;
};

export type ReturnRequest = {
  id: string;
  name: string;
  status: "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";
  lines: {
    id: string;
    lineId: string;
    fulfillmentLineId: string;
    quantity: number;
    reason: string;
    customerNote: string | null;
  }[];
  declineReason: string | null;
  createdAt: string;
  closedAt: string | null;
};

export type Dispute = {
  id: string;
  orderId: string;
  type: "chargeback" | "inquiry";
  amount: number;
  currency: string;
  reason: string;
  networkReasonCode: string;
  status: "needs_response" | "under_review" | "won" | "lost" | "accepted";
  evidenceDueBy: string;
  evidenceSentOn: string | null;
  finalizedOn: string | null;
  initiatedAt: string;
};

export type Order = {
  id: string;
  number: number;
  name: string;
  confirmationNumber: string;
  token: string;
  customerId: string | null;
  email: string | null;
  phone: string | null;
  /** What the shop's books say. */
  currency: string;
  /** What the shopper saw and paid; amounts are those of `currency` × `presentmentRate`. */
  presentmentCurrency: string;
  presentmentRate: number;
  locale: string;
  note: string | null;
  attributes: { name: string; value: string }[];
  tags: string[];
  sourceName: string;
  gateway: string;
  lines: Line[];
  shippingTitle: string;
  shippingPrice: number;
  discountCode: string | null;
  discount: number;
  /** Included in the prices. */
  taxRate: number;
  taxTitle: string;
  financialStatus: "PENDING" | "EXPIRED" | "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED" | "VOIDED";
  shippingAddress: Address | null;
  billingAddress: Address | null;
  fulfillments: Fulfillment[];
  fulfillmentOrders: FulfillmentOrder[];
  transactions: Transaction[];
  refunds: Refund[];
  returns: ReturnRequest[];
  cancelledAt: string | null;
  cancelReason: "CUSTOMER" | "DECLINED" | "FRAUD" | "INVENTORY" | "OTHER" | "STAFF" | null;
  closedAt: string | null;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
};

export type Policy = {
  id: string;
  type: "REFUND_POLICY" | "SHIPPING_POLICY" | "PRIVACY_POLICY" | "TERMS_OF_SERVICE" | "CONTACT_INFORMATION";
  title: string;
  /** HTML, as Shopify keeps it. */
  body: string;
  url: string;
  createdAt: string;
  updatedAt: string;
};

export type ShopState = {
  id: string;
  domain: string;
  handle: string;
  name: string;
  email: string;
  owner: string;
  currency: string;
  presentmentCurrencies: string[];
  timezone: string;
  primaryLocale: string;
  phone: string;
  address: Address;
  planName: string;
  locationId: string;
  locationName: string;
  createdAt: string;
  updatedAt: string;
  installed: boolean;
  installationId: string;
  /** What the merchant granted at install. */
  grantedScopes: string[];
  tokens: Token[];
  policies: Policy[];
  customers: Customer[];
  products: Product[];
  orders: Order[];
  disputes: Dispute[];
  bulkOperations: BulkOperation[];
  /** Answers of mutations by their idempotency key. */
  idempotent: Record<string, { fingerprint: string; data: unknown }>;
  nextId: number;
  nextOrderNumber: number;
};
