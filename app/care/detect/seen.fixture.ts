import type { Habit, IssueKind, NearOrder, Seen } from "#app/care/detect/issue.ts";
import { issueRules } from "#app/care/detect/issues/all.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** Invented orders of a shop in Berlin that promises to ship within three business days. 2 March 2026 is a Monday. */
type Parcel = MirroredOrder["fulfillments"][number];
export type Event = Parcel["events"][number];

const base: MirroredOrder = {
  id: "1001",
  gid: "gid://shopify/Order/1001",
  name: "#1001",
  placedAt: "2026-03-02T09:00:00.000Z",
  updatedAt: "2026-03-02T09:00:00.000Z",
  cancelledAt: null,
  cancelReason: null,
  closedAt: null,
  editedAt: null,
  financialStatus: "paid",
  fulfillmentStatus: "unfulfilled",
  total: { amount: "59.90", currency: "EUR" },
  currency: "EUR",
  tags: [],
  lines: [
    {
      id: "1",
      title: "Wool blanket",
      variantTitle: "Grey",
      sku: "WB-01",
      quantity: 1,
      currentQuantity: 1,
      price: { amount: "59.90", currency: "EUR" },
    },
  ],
  refunds: [],
  customer: { id: "77", name: "Anna Berg", email: "anna@example.com" },
  fulfillments: [],
  locale: "de-DE",
  shippingAddress: {
    name: "Anna Berg",
    address1: "Uferweg 12",
    city: "Hamburg",
    zip: "20457",
    country: "Germany",
    countryCode: "DE",
  },
  note: null,
  attributes: [],
  statusPageUrl: null,
  fulfillmentOrders: [],
  returns: [],
  disputes: [],
};

export const orderOf = (given: Partial<MirroredOrder> = {}): MirroredOrder => ({ ...base, ...given });

/** A parcel that left on Tuesday, 3 March. */
export const parcelOf = (given: Partial<Parcel> = {}): Parcel => ({
  id: "501",
  status: "success",
  shipmentStatus: null,
  trackingCompany: "DHL",
  trackingNumber: "00340434161094042557",
  trackingUrl: null,
  estimatedDeliveryAt: null,
  deliveredAt: null,
  createdAt: "2026-03-03T09:00:00.000Z",
  events: [],
  ...given,
});

export const eventOf = (status: string, at: string, given: Partial<Event> = {}): Event => ({
  status,
  at,
  city: null,
  country: null,
  message: null,
  estimatedDeliveryAt: null,
  ...given,
});

/** An order of which everything has left in these parcels. */
export const shipped = (...parcels: Parcel[]): Partial<MirroredOrder> => ({
  fulfillmentStatus: "fulfilled",
  fulfillments: parcels,
});

export const habit = (given: Partial<Habit> = {}): Habit => ({
  parcels: 200,
  coverage: 0.97,
  longestUsualGap: 2 * 86_400_000,
  usualTransit: 2 * 86_400_000,
  ...given,
});

/** Another order of the same shopper with the same goods. */
export const nearOf = (given: Partial<NearOrder> = {}): NearOrder => ({
  id: "1000",
  name: "#1000",
  placedAt: "2026-03-02T08:50:00.000Z",
  cancelledAt: null,
  fulfillmentStatus: "unfulfilled",
  total: base.total,
  lines: [{ key: "wb-01", quantity: 1 }],
  samePlace: true,
  ...given,
});

type Given = {
  order?: Partial<MirroredOrder>;
  shop?: Partial<Seen["shop"]>;
  history?: Partial<Seen["history"]>;
  habit?: Habit | null;
  habitOf?: Seen["habitOf"];
  told?: Seen["told"];
  said?: Seen["said"];
};

/** What a rule sees at a time. */
export function seenAt(now: string | Date, given: Given = {}): Seen {
  return {
    order: orderOf(given.order),
    now: new Date(now),
    shop: {
      timeZone: "Europe/Berlin",
      holidays: [],
      handlingDays: 3,
      usualHandling: null,
      perishableTags: ["perishable", "fresh"],
      preorderTags: ["preorder", "pre-order", "backorder"],
      ...given.shop,
    },
    habitOf: given.habitOf ?? (() => given.habit ?? null),
    history: { earlierOrders: 3, earlierIssues: 0, near: [], ...given.history },
    told: given.told ?? [],
    said: given.said ?? [],
  };
}

/** What one rule says at a time: subjects, and when it would look again. */
export function look(kind: IssueKind, now: string, given: Given = {}) {
  const { found, lookAt } = issueRules[kind].look(seenAt(now, given));
  return {
    found,
    subjects: found.map(({ subject }) => subject),
    lookAt: lookAt?.toISOString() ?? null,
  };
}

/** When a rule first finds something in an order to which nothing happens after `from`; null: never. Follows `lookAt` alone. */
export function firstFound(kind: IssueKind, from: string, given: Given = {}): string | null {
  let now = new Date(from);
  for (;;) {
    const { found, lookAt } = issueRules[kind].look(seenAt(now, given));
    if (found.length > 0) return now.toISOString();
    if (lookAt === null) return null;
    now = lookAt;
  }
}
