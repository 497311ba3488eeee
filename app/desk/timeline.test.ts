import { expect, it } from "vitest";
import { mirroredOrderSchema } from "#app/mirror/order.ts";
import { timelineOf, type TimelineIssue, type TimelineMessage } from "#app/desk/timeline.ts";

const now = new Date("2026-11-20T12:00:00.000Z");
const event = (status: string, at: string, city: string | null = null) => ({
  ...{ status, at, city, country: "DE", message: null, estimatedDeliveryAt: null },
});

const parcel = {
  ...{ id: "5", status: "success", shipmentStatus: "in_transit", trackingCompany: "DHL" },
  createdAt: "2026-11-10T08:00:00.000Z",
  estimatedDeliveryAt: "2026-11-14T18:00:00.000Z",
  deliveredAt: null,
  events: [
    event("in_transit", "2026-11-10T20:00:00.000Z", "Leipzig"),
    event("in_transit", "2026-11-13T06:00:00.000Z", "Leipzig"),
  ],
};

const order = (given: object = {}) =>
  mirroredOrderSchema.parse({
    ...{ id: "1", gid: "gid://shopify/Order/1", name: "#1001", placedAt: "2026-11-09T10:00:00.000Z" },
    ...{
      updatedAt: "2026-11-13T06:00:00.000Z",
      currency: "EUR",
      total: { amount: "59.90", currency: "EUR" },
    },
    ...{ cancelledAt: null, cancelReason: null, closedAt: null, editedAt: null, tags: [], lines: [] },
    ...{ financialStatus: "paid", fulfillmentStatus: "fulfilled", refunds: [], customer: null, locale: null },
    ...{ shippingAddress: null, note: null, attributes: [], statusPageUrl: null, fulfillmentOrders: [] },
    ...{ returns: [], disputes: [], fulfillments: [parcel] },
    ...given,
  });

const message: TimelineMessage = {
  ...{ id: "m", at: "2026-11-15T09:00:00.000Z", direction: "in", automatic: false },
  ...{ conversationId: "c", text: "Where is it?", orderIds: ["1"] },
};
const issue: TimelineIssue = {
  ...{ id: "i", orderId: "1", kind: "stalled", status: "open" },
  ...{ knownSince: "2026-11-17T06:00:00.000Z", resolvedAt: null },
};

const said = (given: Partial<Parameters<typeof timelineOf>[0]> = {}) =>
  timelineOf({ orders: [order()], messages: [message], issues: [issue], now, ...given }).map((item) => {
    switch (item.what) {
      case "order":
        return item.happened;
      case "silence":
        return `silent ${Math.round(item.ms / 86_400_000)} days${item.until ? "" : " until now"}`;
      case "message":
        return `message ${item.direction}`;
      case "issue":
        return `issue ${item.happened}`;
      case "expected":
        return "expected";
    }
  });

it("tells the parcel's journey, its silences, what was found and what was said, oldest first", () => {
  expect(said()).toEqual([
    "placed",
    "shipped",
    "carrier_event",
    "silent 2 days",
    "carrier_event",
    "silent 7 days until now",
    "expected",
    "message in",
    "issue known",
  ]);
});

it("has no silence and no expected day after an arrival, and an issue's end where it has one", () => {
  const arrived = { ...parcel, deliveredAt: "2026-11-14T09:00:00.000Z" };
  const over = { ...issue, status: "resolved", resolvedAt: "2026-11-14T09:00:00.000Z" };
  expect(said({ orders: [order({ fulfillments: [arrived] })], messages: [], issues: [over] })).toEqual([
    "placed",
    "shipped",
    "carrier_event",
    "silent 2 days",
    "carrier_event",
    "delivered",
    "issue over",
    "issue known",
  ]);
});

it("counts no silence of a parcel that was called off", () => {
  expect(
    said({
      orders: [order({ fulfillments: [{ ...parcel, status: "cancelled", events: [] }] })],
      messages: [],
      issues: [],
    }),
  ).toEqual(["placed"]);
});

it("has a key of its own for each", () => {
  const keys = timelineOf({ orders: [order()], messages: [message], issues: [issue], now }).map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it("knows of which order a message is, and of none that is not shown", () => {
  const [, elsewhere] = timelineOf({
    orders: [order({ fulfillments: [] })],
    messages: [{ ...message, orderIds: ["9"] }],
    issues: [],
    now,
  });
  expect(elsewhere?.order).toBeNull();
});

it("tells of one second what was found after what it was found by", () => {
  const at = "2026-11-19T08:00:00";
  const failed = { ...parcel, createdAt: `${at}.400Z`, events: [event("failure", `${at}.000Z`)] };
  expect(
    said({
      orders: [order({ placedAt: `${at}.900Z`, closedAt: `${at}.100Z`, fulfillments: [failed] })],
      messages: [{ ...message, at: `${at}.000Z` }],
      issues: [{ ...issue, knownSince: `${at}.000Z` }],
    }).filter((one) => one !== "expected"),
  ).toEqual(["placed", "shipped", "carrier_event", "closed", "issue known", "message in"]);
});
