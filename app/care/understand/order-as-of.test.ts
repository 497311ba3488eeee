import { describe, expect, it } from "vitest";
import { mirroredOrderSchema } from "#app/mirror/order.ts";
import { orderAsOf } from "./order-as-of.ts";

const november = (day: number) => `2026-11-${String(day).padStart(2, "0")}T00:00:00Z`;
const at = (day: number) => new Date(november(day));

const event = (status: string, day: number, estimate: number | null = null) => ({
  ...{ status, at: november(day), city: null, country: null, message: null },
  estimatedDeliveryAt: estimate && november(estimate),
});
const parcel = (id: string, day: number | null, given: object = {}) => ({
  ...{ id, status: "success", shipmentStatus: null, createdAt: day && november(day), events: [] },
  ...given,
});
const order = (given: object) =>
  mirroredOrderSchema.parse({
    ...{ id: "1", gid: "gid://shopify/Order/1", name: "#1001", placedAt: november(1) },
    ...{ updatedAt: november(20), currency: "EUR", total: { amount: "59.90", currency: "EUR" } },
    ...{ cancelReason: null, closedAt: null, editedAt: null, customer: null, locale: null, note: null },
    ...{ shippingAddress: null, statusPageUrl: null },
    ...{ tags: [], lines: [], refunds: [], attributes: [], fulfillmentOrders: [], returns: [], disputes: [] },
    ...given,
  });

const whole = order({
  paidAt: november(9),
  cancelledAt: november(12),
  closedAt: november(13),
  editedAt: november(12),
  fulfillmentStatus: "fulfilled",
  refunds: [5, 12].map((day) => ({
    ...{ id: `r${day}`, at: november(day), settled: true },
    amount: { amount: "1.00", currency: "EUR" },
  })),
  fulfillments: [
    parcel("f1", 2, {
      deliveredAt: november(10),
      estimatedDeliveryAt: november(9),
      shipmentStatus: "delivered",
      events: [event("in_transit", 3, 6), event("delayed", 7, 9), event("delivered", 10)],
    }),
    parcel("f2", 8),
  ],
});

it("leaves out what came later", () => {
  expect(orderAsOf(whole, at(6))).toEqual({
    ...whole,
    ...{ paidAt: null, cancelledAt: null, closedAt: null, editedAt: null, fulfillmentStatus: "partial" },
    refunds: [expect.objectContaining({ id: "r5" })],
    fulfillments: [
      {
        ...whole.fulfillments[0],
        deliveredAt: null,
        estimatedDeliveryAt: november(6),
        shipmentStatus: "in_transit",
        events: [event("in_transit", 3, 6)],
      },
    ],
  });
  expect(orderAsOf(whole, at(2)).fulfillments[0]).toMatchObject({
    ...{ shipmentStatus: null, estimatedDeliveryAt: null, events: [] },
  });
  expect(orderAsOf(whole, at(13))).toEqual(whole);
});

describe("how far an order had been fulfilled", () => {
  const then = (given: object, day: number) => orderAsOf(order(given), at(day)).fulfillmentStatus;
  const both = [parcel("f1", 2), parcel("f2", 8)];

  it.each<[what: string, given: object, day: number, status: string]>([
    ["nothing had left", { fulfillmentStatus: "fulfilled", fulfillments: both }, 1, "unfulfilled"],
    ["a part had left", { fulfillmentStatus: "fulfilled", fulfillments: both }, 5, "partial"],
    ["all had left", { fulfillmentStatus: "fulfilled", fulfillments: both }, 9, "fulfilled"],
    ["a part of it has left by now", { fulfillmentStatus: "partial", fulfillments: both }, 9, "partial"],
    [
      "what had left was taken back",
      { fulfillmentStatus: "fulfilled", fulfillments: [parcel("f1", 2, { status: "cancelled" }), both[1]] },
      5,
      "unfulfilled",
    ],
    [
      "it was cancelled and put back since",
      { fulfillmentStatus: "restocked", cancelledAt: november(4), fulfillments: [] },
      3,
      "unfulfilled",
    ],
    [
      "all had left, and it was cancelled and put back since",
      { fulfillmentStatus: "restocked", cancelledAt: november(15), fulfillments: [both[0]] },
      10,
      "fulfilled",
    ],
    [
      "a part had left, and it was cancelled and put back since",
      { fulfillmentStatus: "restocked", cancelledAt: november(15), fulfillments: both },
      5,
      "partial",
    ],
    [
      "all had left, and what was added since left later",
      { fulfillmentStatus: "fulfilled", editedAt: november(7), fulfillments: both },
      5,
      "fulfilled",
    ],
    [
      "all had left but what was added before",
      { fulfillmentStatus: "fulfilled", editedAt: november(4), fulfillments: both },
      5,
      "partial",
    ],
    [
      "a part had left, and something was added after the rest",
      { fulfillmentStatus: "fulfilled", editedAt: november(9), fulfillments: [...both, parcel("f3", 10)] },
      5,
      "partial",
    ],
    [
      "nothing had left, and something was added before it did",
      { fulfillmentStatus: "fulfilled", editedAt: november(7), fulfillments: [both[1]] },
      5,
      "unfulfilled",
    ],
    [
      "it had been put back",
      { fulfillmentStatus: "restocked", cancelledAt: november(4), fulfillments: [] },
      5,
      "restocked",
    ],
    [
      "nobody knows when it left",
      { fulfillmentStatus: "fulfilled", fulfillments: [parcel("f1", null)] },
      1,
      "fulfilled",
    ],
  ])("%s", (...[, given, day, status]) => {
    expect(then(given, day)).toBe(status);
  });
});
