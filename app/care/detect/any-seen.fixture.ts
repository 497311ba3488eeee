import fc from "fast-check";
import { issueKinds } from "#app/care/detect/issue.ts";
import { nearOf, orderOf, parcelOf, seenAt } from "#app/care/detect/seen.fixture.ts";
import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

const FROM = Date.parse("2026-02-20T00:00:00Z");
const TO = Date.parse("2026-04-20T00:00:00Z");
/** Nothing happens later. */
export const LAST = new Date(TO).toISOString();
const time = fc.integer({ min: FROM, max: TO }).map((at) => new Date(at).toISOString());
/** Times that fall together, as Shopify's steps of a second and carriers' of a day do. */
const coarse = fc
  .integer({ min: FROM / 3_600_000, max: TO / 3_600_000 })
  .map((at) => new Date(at * 3_600_000).toISOString());
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const word = <T extends string>(...words: T[]) => fc.constantFrom(...words);

const event = fc.record({
  status: word(
    "label_purchased",
    "confirmed",
    "in_transit",
    "out_for_delivery",
    "delayed",
    "attempted_delivery",
    "ready_for_pickup",
    "failure",
    "returned",
    "delivered",
  ),
  at: fc.oneof(coarse, coarse, fc.constant("unknown")),
  city: maybe(word("Hamburg", "Leipzig", "Paris")),
  country: maybe(word("DE", "France")),
  message: maybe(word("Sendung beschädigt", "Returned to sender", "Arrived at depot", "No one home")),
  estimatedDeliveryAt: maybe(time),
});
const parcel = fc
  .record({
    id: word("501", "502"),
    status: word("success", "cancelled", "SUCCESS"),
    shipmentStatus: maybe(word("in_transit", "DELIVERED", "label_voided")),
    trackingCompany: maybe(word("DHL", "Own van")),
    trackingNumber: maybe(word("0034043416")),
    createdAt: maybe(time),
    estimatedDeliveryAt: maybe(time),
    deliveredAt: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, time),
    events: fc.array(event, { maxLength: 5 }),
  })
  .map((given) => parcelOf(given));
const part = fc.record({
  id: word("91", "92"),
  status: maybe(word("open", "on_hold", "closed", "scheduled")),
  requestStatus: fc.constant(null),
  fulfillAt: maybe(time),
  holds: fc.array(
    fc.record({
      reason: word("other", "awaiting_payment", "inventory_out_of_stock"),
      notes: fc.constant(null),
    }),
    { maxLength: 1 },
  ),
});
const refund = fc.record({
  id: word("71", "72"),
  at: time,
  amount: fc.record({ amount: word("0.00", "12.50", "59.90"), currency: word("EUR", "USD") }),
  settled: fc.boolean(),
});
const order = fc
  .record({
    placedAt: time,
    updatedAt: time,
    cancelledAt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, time),
    cancelReason: maybe(word("customer", "inventory", "fraud")),
    closedAt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, time),
    editedAt: maybe(time),
    financialStatus: maybe(word("paid", "PENDING", "authorized", "voided", "refunded", "partially_refunded")),
    fulfillmentStatus: maybe(word("unfulfilled", "partial", "FULFILLED")),
    tags: fc.subarray(["preorder", "fresh", "gift", "preorder-2026-03-20"]),
    note: maybe(word("needed by 2026-03-20", "a gift", "ring twice")),
    attributes: fc.subarray([
      { name: "Delivery date", value: "2026-03-25" },
      { name: "Zahlart", value: "Vorkasse" },
    ]),
    fulfillments: fc.uniqueArray(parcel, { maxLength: 2, selector: ({ id }) => id }),
    fulfillmentOrders: fc.uniqueArray(part, { maxLength: 2, selector: ({ id }) => id }),
    refunds: fc.uniqueArray(refund, { maxLength: 2, selector: ({ id }) => id }),
    returns: fc.array(
      fc.record({
        id: word("8"),
        name: fc.constant(null),
        status: word("open", "closed", "declined"),
        closedAt: maybe(time),
      }),
      { maxLength: 1 },
    ),
    currentQuantity: maybe(word("0", "1")),
    zip: word("20457", "2045"),
  })
  .map(({ currentQuantity, zip, ...given }): MirroredOrder => {
    const { lines, shippingAddress } = orderOf();
    const left = currentQuantity === null ? null : Number(currentQuantity);
    return orderOf({
      ...given,
      lines: lines.map((line) => ({ ...line, currentQuantity: left })),
      shippingAddress: { ...shippingAddress, zip },
    });
  });
/** What a rule sees of any order at any time: most of it can happen, some of it only by mistake. */
export const anySeen = fc
  .record({
    order,
    now: fc.integer({ min: FROM, max: TO + days(30) }).map((at) => new Date(at)),
    shop: fc.record({
      timeZone: word("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Not/AZone"),
      workdays: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), { nil: undefined }),
      holidays: fc.subarray(["2026-03-05", "2026-03-06", "03-09", "04-01"]),
      handlingDays: fc.integer({ min: 0, max: 5 }),
      usualHandling: maybe(fc.integer({ min: 0, max: days(9) })),
    }),
    habit: maybe(
      fc.record({
        parcels: word("3", "200").map(Number),
        coverage: word("0.1", "0.9").map(Number),
        longestUsualGap: maybe(fc.integer({ min: 0, max: days(9) })),
        usualTransit: maybe(fc.integer({ min: 0, max: days(12) })),
      }),
    ),
    history: fc.record({
      earlierOrders: maybe(fc.integer({ min: 0, max: 1 })),
      earlierIssues: fc.integer({ min: 0, max: 1 }),
      near: fc.subarray([nearOf(), nearOf({ id: "1003" })]),
    }),
    said: fc.array(
      fc.record({
        messageId: word("m1", "m2"),
        at: time,
        neededBy: maybe(word("2026-03-05", "2026-03-20")),
        gift: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    told: fc.array(fc.record({ at: time, about: fc.subarray([...issueKinds]) }), { maxLength: 1 }),
  })
  .map(({ now, ...given }) => seenAt(now, given));
