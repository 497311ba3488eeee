import { describe, expect, it } from "vitest";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { orderTimeline } from "#app/mirror/order-timeline.ts";

const event = (status: string, at: string, city: string | null = null) => ({
  status,
  at,
  city,
  country: "DE",
  message: null,
  estimatedDeliveryAt: null,
});

const order: MirroredOrder = {
  id: "1",
  gid: "gid://shopify/Order/1",
  name: "#1001",
  placedAt: "2026-11-01T10:00:00.000Z",
  updatedAt: "2026-11-09T10:00:00.000Z",
  cancelledAt: null,
  cancelReason: null,
  closedAt: null,
  editedAt: "2026-11-01T11:00:00.000Z",
  financialStatus: "partially_refunded",
  fulfillmentStatus: "fulfilled",
  total: { amount: "59.90", currency: "EUR" },
  currency: "EUR",
  tags: [],
  lines: [],
  refunds: [
    { id: "7", at: "2026-11-08T10:00:00.000Z", amount: { amount: "10.00", currency: "EUR" }, settled: true },
  ],
  customer: null,
  locale: null,
  shippingAddress: null,
  note: null,
  attributes: [],
  statusPageUrl: null,
  fulfillmentOrders: [],
  returns: [],
  disputes: [],
  fulfillments: [
    {
      id: "5",
      status: "success",
      shipmentStatus: "delivered",
      trackingCompany: "DHL",
      trackingNumber: "1",
      trackingUrl: null,
      createdAt: "2026-11-02T10:00:00.000Z",
      estimatedDeliveryAt: null,
      deliveredAt: "2026-11-05T10:00:00.000Z",
      events: [
        event("in_transit", "2026-11-03T10:00:00.000Z", "Hamburg"),
        event("delivered", "2026-11-05T10:00:00.000Z"),
      ],
    },
  ],
};

describe("orderTimeline", () => {
  it("tells what happened, oldest first, each thing once", () => {
    expect(orderTimeline(order).map(({ what, detail }) => [what, detail])).toEqual([
      ["placed", null],
      ["edited", null],
      ["shipped", "DHL"],
      ["carrier_event", "in_transit, Hamburg"],
      ["delivered", "delivered"],
      ["refunded", "10.00 EUR"],
    ]);
  });

  it("knows of an arrival that no event tells of, and not of a parcel that was called off", () => {
    const [parcel] = order.fulfillments;
    if (!parcel) throw new Error("The order has a parcel");
    const told = orderTimeline({
      ...order,
      fulfillments: [
        { ...parcel, events: [] },
        { ...parcel, id: "6", status: "cancelled", deliveredAt: null, events: [] },
      ],
    });
    expect(
      told.filter(({ what }) => what === "shipped" || what === "delivered").map(({ id, what }) => [id, what]),
    ).toEqual([
      ["5", "shipped"],
      ["5", "delivered"],
    ]);
  });
});
