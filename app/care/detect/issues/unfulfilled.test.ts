import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { firstFound, look, parcelOf } from "#app/care/detect/seen.fixture.ts";

const LATE = "2026-03-20T10:00:00Z";
const part = { id: "9", status: "open", requestStatus: null, fulfillAt: null, holds: [] };
const hold = (reason: string, notes: string | null = null) => ({
  fulfillmentOrders: [{ ...part, status: "on_hold", holds: [{ reason, notes }] }],
});
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("unfulfilled", "2026-03-02T09:00:00Z", given);

describe("unfulfilled", () => {
  it("is found when the last promised business day is over where the shop is", () => {
    expect(first({})).toBe("2026-03-05T23:00:00.000Z");
    expect(look("unfulfilled", "2026-03-05T22:59:59.999Z")).toMatchObject({
      found: [],
      lookAt: "2026-03-05T23:00:00.000Z",
    });
    expect(first({ order: { placedAt: "2026-03-06T16:00:00Z" } })).toBe("2026-03-11T23:00:00.000Z");
  });

  it("leaves out the shop's holidays, and the days on which it never works", () => {
    const holidays = ["2026-03-04", "03-05"];
    expect(first({ shop: { holidays } })).toBe("2026-03-09T23:00:00.000Z");
    // On the day when it would have been late, it says when it is.
    expect(look("unfulfilled", "2026-03-05T23:00:00Z", { shop: { holidays } })).toMatchObject({
      found: [],
      lookAt: "2026-03-09T23:00:00.000Z",
    });
    // Tuesday to Saturday: Tuesday, Wednesday, Thursday; of a Friday Saturday, Tuesday, Wednesday.
    const shop = { workdays: [2, 3, 4, 5, 6] };
    expect(first({ shop })).toBe("2026-03-05T23:00:00.000Z");
    expect(first({ shop, order: { placedAt: "2026-03-06T16:00:00Z" } })).toBe("2026-03-11T23:00:00.000Z");
    expect(first({ shop: { workdays: [1, 2] } })).toBe("2026-03-10T23:00:00.000Z");
  });

  it("counts from when it was paid, and says so, where that was later", () => {
    const paidAt = "2026-03-05T15:00:00.000Z";
    expect(first({ order: { paidAt: "2026-03-02T09:00:20.000Z" } })).toBe("2026-03-05T23:00:00.000Z");
    expect(first({ order: { paidAt } })).toBe("2026-03-10T23:00:00.000Z");
    expect(first({ order: { paidAt }, shop: { usualHandling: days(6) } })).toBe("2026-03-11T15:00:00.000Z");
    const [found] = look("unfulfilled", "2026-03-11T09:00:00Z", { order: { paidAt } }).found;
    expect(found?.evidence).toMatchObject([
      { id: "order:1001:name" },
      { id: "order:1001:placed" },
      { id: "order:1001:paid", value: paidAt },
      { id: "order:1001:status" },
      { id: "order:1001:shipBy", source: { field: "paidAt" } },
    ]);
  });

  it("waits for the usual time where that is longer than the promise, and not where it is shorter", () => {
    expect(first({ shop: { usualHandling: days(6) } })).toBe("2026-03-08T09:00:00.000Z");
    expect(first({ shop: { usualHandling: 1_000 } })).toBe("2026-03-05T23:00:00.000Z");
    expect(first({ shop: { handlingDays: 0, usualHandling: 1_000 } })).toBe("2026-03-03T09:00:00.000Z");
  });

  it("knows since when, cites the facts of a draft, and weighs more after as long again", () => {
    const { found, lookAt } = look("unfulfilled", "2026-03-06T09:00:00Z");
    expect(found).toMatchObject([
      {
        subject: "order:1001",
        weight: 2,
        knownSince: new Date("2026-03-05T23:00:00Z"),
        traits: { country: "DE", products: ["WB-01"] },
      },
    ]);
    expect(found[0]?.evidence.map(({ id }) => id)).toEqual([
      "order:1001:name",
      "order:1001:placed",
      "order:1001:status",
      "order:1001:shipBy",
    ]);
    expect(lookAt).toBe("2026-03-10T23:00:00.000Z");
    expect(look("unfulfilled", "2026-03-10T23:00:00Z")).toMatchObject({
      found: [{ weight: 3 }],
      lookAt: null,
    });
  });

  it.each([
    ["cancelled", { cancelledAt: "2026-03-03T09:00:00Z" }],
    ["archived", { closedAt: "2026-03-03T09:00:00Z" }],
    ["fulfilled, as a gift card is at once", { fulfillmentStatus: "FULFILLED" }],
    ["not to be shipped", { fulfillmentStatus: "FULFILLMENT_NOT_REQUIRED" }],
    ["partly shipped, which is another issue", { fulfillmentStatus: "partial" }],
    ["shipped, whatever the status says", { fulfillments: [parcelOf()] }],
    ["without an address: digital, or picked up in the shop", { shippingAddress: null }],
    ["not paid", { financialStatus: "pending" }],
    ["paid back", { financialStatus: "refunded" }],
    ["voided", { financialStatus: "VOIDED" }],
    ["of unknown payment", { financialStatus: null }],
    ["empty after an edit", { lines: [{ ...line(), currentQuantity: 0 }] }],
    [
      "scheduled",
      { fulfillmentOrders: [{ ...part, status: "scheduled", fulfillAt: "2026-04-01T09:00:00Z" }] },
    ],
    ["tagged as ordered ahead", { tags: ["Pre-Order: April"] }],
    ["held until it is paid", hold("AWAITING_PAYMENT")],
    ["held for an address that is another issue", hold("incorrect_address")],
    ["held because the shopper asked", hold("other", "Customer is on vacation until May")],
    ["for a day that the shopper chose", { attributes: [{ name: "Wunschtermin", value: "28.03.2026" }] }],
  ])("is not found in an order that is %s", (_what, order) => {
    expect(look("unfulfilled", LATE, { order }).subjects).toEqual([]);
  });

  it.each([
    ["authorized, to be captured when it ships", { financialStatus: "AUTHORIZED" }],
    ["free", { financialStatus: null, total: { amount: "0.00", currency: "EUR" } }],
    ["without a status", { fulfillmentStatus: null }],
    ["held because goods ran out", hold("inventory_out_of_stock", "customers informed")],
    ["held for no reason that is said", hold("other")],
    [
      "to be fulfilled from the hour of the order on",
      { fulfillmentOrders: [{ ...part, fulfillAt: "2026-03-02T10:00:00Z" }] },
    ],
    [
      "handed to somebody who has not shipped it",
      { fulfillments: [parcelOf({ status: "OPEN", trackingNumber: null })] },
    ],
    [
      "held in one part of two",
      { fulfillmentOrders: [{ ...part, id: "8" }, ...hold("awaiting_payment").fulfillmentOrders] },
    ],
  ])("is found in an order that is %s", (_what, order) => {
    expect(look("unfulfilled", LATE, { order }).subjects).toEqual(["order:1001"]);
  });

  it("is found where the day that the shopper chose has begun", () => {
    const order = { attributes: [{ name: "Delivery date", value: "2026-03-16" }] };
    expect(first({ order })).toBe("2026-03-15T23:00:00.000Z");
  });

  it("starts anew when the payment came late, or the address was corrected", () => {
    const history = { over: { payment_pending: "2026-03-09T09:00:00Z" } };
    expect(first({ history })).toBe("2026-03-12T23:00:00.000Z");
    expect(first({ history: { over: { bad_address: "2026-03-10T09:00:00Z" } } })).toBe(
      "2026-03-13T23:00:00.000Z",
    );
  });

  it("is another one when a parcel that ended it was called off", () => {
    const cancelled = (createdAt: string) => parcelOf({ status: "CANCELLED", createdAt });
    const late = { fulfillments: [cancelled("2026-03-09T09:00:00Z")] };
    expect(look("unfulfilled", LATE, { order: late }).found).toMatchObject([
      { subject: "order:1001#2", knownSince: new Date("2026-03-09T09:00:00Z") },
    ]);
    const early = { fulfillments: [cancelled("2026-03-03T09:00:00Z")] };
    expect(look("unfulfilled", LATE, { order: early }).subjects).toEqual(["order:1001"]);
  });

  it("has nothing to wait for in an old order", () => {
    expect(look("unfulfilled", "2026-08-01T09:00:00Z").lookAt).toBeNull();
  });
});

function line() {
  return { id: "1", title: "Wool blanket", variantTitle: null, sku: null, quantity: 1, price: null };
}
