import type {
  CustomerRow,
  DisputeRow,
  EventRow,
  FulfillmentOrderRow,
  FulfillmentRow,
  MirrorRows,
  OrderRow,
  RefundRow,
  ReturnRow,
} from "#app/mirror/rows.ts";
import type { Version } from "#app/mirror/fold/version.ts";

/** The kinds of rows the mirror keeps. */
export type Kind = Exclude<keyof MirrorRows, undefined>;
export type RowOf = {
  orders: OrderRow;
  customers: CustomerRow;
  fulfillments: FulfillmentRow;
  events: EventRow;
  fulfillmentOrders: FulfillmentOrderRow;
  refunds: RefundRow;
  returns: ReturnRow;
  disputes: DisputeRow;
};

/** The version of what not every source carries, beside the row's own; '' when this row does not carry it. */
type OwnVersions = {
  orders: { linesVersion: string };
  customers: { profileVersion: string; summaryVersion: string; consentVersion: string };
  fulfillments: { datesVersion: string };
  fulfillmentOrders: { locationVersion: string };
  disputes: { detailsVersion: string };
};
type OwnOf<K extends Kind> = K extends keyof OwnVersions ? OwnVersions[K] : object;

/** A row with its place in the order of all contents it could have. Its origin went into that. */
export type Stamped<K extends Kind> = RowOf[K] & Version & OwnOf<K> & { origin?: undefined };

/** How the fields of a row come together with those of the same row known already. A field that is not named: the newer row's. */
export type Rules<Field extends string = string> = {
  /** Fields that have a version of their own, by the field that says it. */
  own?: Partial<Record<string, readonly Field[]>>;
  /** Of two times the earlier; null says nothing. */
  earliest?: readonly Field[];
  /** Of two times the later; null says nothing. */
  latest?: readonly Field[];
  /** What cannot change once it is known. Of two, which Shopify never says, the greater; null says nothing. */
  fixed?: readonly Field[];
  /** True once it was true. */
  ever?: readonly Field[];
};

/**
 * How each kind of row is folded, for the pure fold (merge.ts) and for the statements (upsert-rows.server.ts) alike. Every rule
 * is commutative, associative and idempotent, so that neither the order of arrival nor repetition matters.
 */
export const rules: { [K in Kind]: Rules<keyof RowOf[K] & string> } = {
  // A bulk result names an order's lines apart from it.
  orders: { own: { linesVersion: ["lines"] }, latest: ["paidAt"] },
  customers: {
    own: {
      // Webhooks stopped carrying these; a purchasing summary and a consent carry nothing else.
      profileVersion: ["locale", "tags"],
      summaryVersion: ["ordersCount", "amountSpent", "currency", "lastOrderId", "summaryAt"],
      consentVersion: ["emailConsent", "emailConsentAt"],
    },
    earliest: ["createdAt"],
  },
  // Only the Admin API says when a parcel arrived or will arrive, and where it left from.
  fulfillments: {
    own: { datesVersion: ["estimatedDeliveryAt", "deliveredAt"] },
    earliest: ["createdAt"],
    fixed: ["location"],
  },
  events: { earliest: ["deletedAt"], fixed: ["orderId"] },
  // Goods are moved from one stock to another, and only the Admin API names it.
  fulfillmentOrders: { own: { locationVersion: ["location"] }, fixed: ["orderId"] },
  refunds: { ever: ["settled"] },
  returns: { fixed: ["orderId", "name"] },
  // The Admin API says what became of a dispute, webhooks what it is about.
  disputes: {
    own: { detailsVersion: ["reason", "amount", "currency", "evidenceDueBy"] },
    earliest: ["initiatedAt"],
    fixed: ["orderId", "type"],
  },
};
