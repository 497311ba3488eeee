import fc from "fast-check";
import type { Change } from "#app/mirror/fold/fold-history.ts";
import type { Kind, RowOf } from "#app/mirror/fold/rules.ts";
import { stampRows } from "#app/mirror/fold/stamp.ts";
import { NEVER, type Origin } from "#app/mirror/fold/version.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What happened before it is stamped with a shop's keys. */
export type Happening =
  { [K in Kind]: { kind: K; row: RowOf[K] } }[Kind] | Exclude<Change, { change: "said" }>;

export const isSaid = (happening: Happening): happening is Extract<Happening, { kind: Kind }> =>
  "kind" in happening;

export function changeOf(keys: ShopKeys, happening: Happening): Change {
  if (!isSaid(happening)) return happening;
  const [row] = stampRows(keys, { [happening.kind]: [happening.row] })[happening.kind];
  if (!row) throw new Error("Nothing was stamped");
  return { change: "said", kind: happening.kind, row } as Change;
}

// Few ids, few seconds and few words, so that versions collide and every rule is met.
const time = fc.nat(5).map((second) => `2026-11-10T09:00:0${second}.000Z`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const word = fc.constantFrom("a", "b", "c");
const orderId = fc.constantFrom("1", "2", "10");
const customerId = fc.constantFrom("20", "21", "22", "23");
const parcelId = fc.constantFrom("30", "31", "32");
const webhook: fc.Arbitrary<Origin> = maybe(time).map((at) => ({ by: "webhook", at }));
const admin: fc.Arbitrary<Origin> = time.map((at) => ({ by: "admin", at }));
const origin = fc.oneof(webhook, admin);
const amount = fc.constantFrom("1", "2.5", "10");

/** A part belongs to one order for good; not everything that is told of it says to which. */
const PLACES: Record<string, string> = {
  "30": "1",
  "31": "2",
  "32": "10",
  "60": "1",
  "61": "10",
  "70": "1",
  "71": "10",
  "80": "2",
  "81": "10",
  "90": "1",
  "91": "10",
};
const placeOf = (id: string) => PLACES[id] ?? "1";
const placed = <T extends { id: string }>(row: T) => ({ ...row, orderId: placeOf(row.id) });
const maybePlaced = <T extends { id: string; says: boolean }>({ says, ...row }: T) => ({
  ...row,
  orderId: says ? placeOf(row.id) : null,
});

const line = fc.constantFrom("40", "41").map((id) => ({
  id,
  title: `Line ${id}`,
  variantTitle: null,
  sku: null,
  quantity: 1,
  currentQuantity: 1,
  price: "5.00",
}));
const order: fc.Arbitrary<RowOf["orders"]> = fc.record({
  id: orderId,
  updatedAt: time,
  origin,
  name: word.map((value) => `#${value}`),
  placedAt: time,
  paidAt: maybe(time),
  cancelledAt: maybe(time),
  cancelReason: maybe(word),
  closedAt: maybe(time),
  financialStatus: maybe(word),
  fulfillmentStatus: word,
  currency: fc.constantFrom("EUR", "USD"),
  total: amount,
  lines: fc.uniqueArray(line, { maxLength: 2, selector: ({ id }) => id }),
  customerId: maybe(customerId),
  locale: maybe(word),
  tags: fc.uniqueArray(word),
  test: maybe(fc.boolean()),
  person: fc.record({
    email: maybe(word.map((value) => `${value}@example.com`)),
    attributes: fc.constant([]),
  }),
});

const who = {
  id: customerId,
  createdAt: maybe(time),
  state: maybe(word),
  person: fc.record({ lastName: word }),
};
const noSummary = {
  currency: null,
  ordersCount: null,
  amountSpent: null,
  lastOrderId: null,
  summaryAt: null,
};
const summary = fc.record({
  currency: fc.constantFrom("EUR", "USD"),
  ordersCount: fc.nat(3),
  amountSpent: amount,
  lastOrderId: maybe(orderId),
  summaryAt: time,
});
const noConsent = { emailConsent: null, emailConsentAt: null };
const consent = fc.record({ emailConsent: word, emailConsentAt: maybe(time) });
const toldCustomer = fc
  .record({ ...who, updatedAt: time, origin: webhook })
  .map((row): RowOf["customers"] => ({ ...row, ...noSummary, ...noConsent, locale: null, tags: null }));
const readCustomer = fc
  .record({
    ...who,
    updatedAt: time,
    origin: admin,
    locale: maybe(word),
    tags: fc.uniqueArray(word),
    summary,
    consent,
  })
  .map(({ summary: counted, consent: said, ...row }): RowOf["customers"] => ({
    ...row,
    ...counted,
    ...said,
  }));
/** What says nothing of who they are. */
const ofNobody = { updatedAt: NEVER, createdAt: null, locale: null, state: null, tags: null, person: {} };
const consented = fc
  .record({ id: customerId, origin: webhook, consent })
  .map(({ consent: said, ...row }): RowOf["customers"] => ({ ...row, ...noSummary, ...said, ...ofNobody }));
const countedCustomer = fc
  .record({ id: customerId, origin: webhook, summary })
  .map(({ summary: counted, ...row }): RowOf["customers"] => ({
    ...row,
    ...counted,
    ...noConsent,
    ...ofNobody,
  }));

const parcel: fc.Arbitrary<RowOf["fulfillments"]> = fc
  .record({
    id: parcelId,
    updatedAt: time,
    origin,
    status: maybe(word),
    shipmentStatus: maybe(word),
    trackingCompany: maybe(word),
    trackingNumber: maybe(word),
    trackingUrl: maybe(word),
    createdAt: maybe(time),
    estimatedDeliveryAt: maybe(time),
    deliveredAt: maybe(time),
    location: maybe(word),
  })
  .map((row) =>
    row.origin.by === "admin"
      ? row
      : { ...row, estimatedDeliveryAt: null, deliveredAt: null, location: null },
  )
  .map(placed);
const event: fc.Arbitrary<RowOf["events"]> = fc
  .record({
    id: fc.constantFrom("50", "51"),
    orderId: fc.constant(null),
    updatedAt: time,
    origin,
    status: word,
    message: maybe(word),
    city: maybe(word),
    country: maybe(word),
    happenedAt: time,
    estimatedDeliveryAt: maybe(time),
    deletedAt: maybe(time),
  })
  .map((row) => ({ ...row, fulfillmentId: row.id === "50" ? "30" : "31" }));
const fulfillmentOrder: fc.Arbitrary<RowOf["fulfillmentOrders"]> = fc
  .record({
    id: fc.constantFrom("60", "61"),
    says: fc.boolean(),
    updatedAt: time,
    origin,
    status: maybe(word),
    requestStatus: maybe(word),
    fulfillAt: maybe(time),
    holds: fc.array(fc.record({ reason: word, notes: maybe(word) }), { maxLength: 1 }),
    location: maybe(word),
  })
  .map(maybePlaced);
const refund: fc.Arbitrary<RowOf["refunds"]> = fc
  .record({
    id: fc.constantFrom("70", "71"),
    updatedAt: time,
    origin,
    at: time,
    amount,
    currency: fc.constantFrom("EUR", "USD"),
    settled: fc.boolean(),
  })
  .map(placed);
const returned: fc.Arbitrary<RowOf["returns"]> = fc
  .record({
    id: fc.constantFrom("80", "81"),
    says: fc.boolean(),
    updatedAt: time,
    origin,
    name: maybe(word),
    status: word,
    closedAt: maybe(time),
  })
  .map(maybePlaced);
const dispute: fc.Arbitrary<RowOf["disputes"]> = fc
  .record({
    id: fc.constantFrom("90", "91"),
    says: fc.boolean(),
    updatedAt: time,
    origin,
    type: maybe(word),
    status: word,
    reason: maybe(word),
    amount: maybe(amount),
    currency: maybe(fc.constantFrom("EUR", "USD")),
    evidenceDueBy: maybe(time),
    initiatedAt: maybe(time),
    detailsAt: maybe(time),
  })
  .map(maybePlaced);

/** Records are merged into a later one, each at most once, as Shopify does. */
const merge = fc
  .uniqueArray(customerId, { minLength: 2, maxLength: 2 })
  .chain(([one = "20", other = "21"]) => {
    const [gone, kept] = one < other ? [one, other] : [other, one];
    return time.map((at): Happening => ({ change: "customers-merged", gone, kept, at }));
  });

const said = fc.oneof(
  { weight: 4, arbitrary: order.map((row): Happening => ({ kind: "orders", row })) },
  {
    weight: 3,
    arbitrary: fc
      .oneof(toldCustomer, readCustomer, countedCustomer, consented)
      .map((row): Happening => ({ kind: "customers", row })),
  },
  { weight: 3, arbitrary: parcel.map((row): Happening => ({ kind: "fulfillments", row })) },
  { weight: 2, arbitrary: event.map((row): Happening => ({ kind: "events", row })) },
  fulfillmentOrder.map((row): Happening => ({ kind: "fulfillmentOrders", row })),
  refund.map((row): Happening => ({ kind: "refunds", row })),
  returned.map((row): Happening => ({ kind: "returns", row })),
  dispute.map((row): Happening => ({ kind: "disputes", row })),
);
const deleted = fc.oneof(
  fc.record({ change: fc.constant("order-deleted" as const), id: orderId, at: time }),
  fc.record({ change: fc.constant("customer-deleted" as const), id: customerId, at: time }),
);
const paid = fc.record({ change: fc.constant("order-paid" as const), id: orderId, at: time });
const edited = fc.record({ change: fc.constant("order-edited" as const), id: orderId, at: time });

/** A history of a small shop: everything that can be told of it, in many versions, with deletions, merges and edits. */
export const histories: fc.Arbitrary<Happening[]> = fc
  .array(
    fc.oneof(
      { weight: 16, arbitrary: said },
      { weight: 1, arbitrary: deleted },
      { weight: 2, arbitrary: merge },
      { weight: 1, arbitrary: edited },
      { weight: 1, arbitrary: paid },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map(mergedOnce);

function mergedOnce(history: Happening[]): Happening[] {
  const kept = new Map<string, string>();
  return history.filter((one) => {
    if (isSaid(one) || one.change !== "customers-merged") return true;
    const known = kept.get(one.gone);
    kept.set(one.gone, known ?? one.kept);
    return known === undefined || known === one.kept;
  });
}

/** The same history as it may arrive: in any order, any of it again. */
export function arrivalsOf<T>(history: readonly T[]): fc.Arbitrary<T[]> {
  const places = history.map((_one, index) => index);
  return fc
    .array(fc.nat(history.length - 1), { maxLength: 8 })
    .chain((again) => fc.shuffledSubarray([...places, ...again], { minLength: places.length + again.length }))
    .map((arrival) => arrival.flatMap((place) => history[place] ?? []));
}
