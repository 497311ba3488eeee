import { expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { recordReading } from "./record-reading.ts";

const now = new Date("2026-11-21T12:00:00Z");
const read = (given: object) =>
  recordReading(orderSchema.parse({ id: "1", name: "#1", placedAt: "2026-11-18T12:00:00Z", ...given }), now);
const parcel = (given: object) => ({ fulfillmentStatus: "fulfilled", fulfillments: [{ id: "f", ...given }] });
const event = (status: string, at: string) => ({ status, at });

it("says nothing without an order", () => {
  expect(recordReading(null, now)).toBeNull();
});

it.each([
  ["freshly placed", {}, "neutral"],
  ["nothing shipped for a week", { placedAt: "2026-11-14T00:00:00Z" }, "worry"],
  ["nothing shipped for two weeks", { placedAt: "2026-11-07T00:00:00Z" }, "frustration"],
  ["moving", parcel({ events: [event("in_transit", "2026-11-20T00:00:00Z")] }), "neutral"],
  ["stalled for six days", parcel({ events: [event("IN_TRANSIT", "2026-11-15T00:00:00Z")] }), "worry"],
  ["delivery failed", parcel({ events: [event("failure", "2026-11-20T00:00:00Z")] }), "frustration"],
  ["twelve days late", parcel({ estimatedDeliveryAt: "2026-11-09T00:00:00Z" }), "frustration"],
  ["just delivered", parcel({ deliveredAt: "2026-11-20T00:00:00Z" }), "joy"],
  ["delivered long ago", parcel({ deliveredAt: "2026-11-01T00:00:00Z" }), "neutral"],
  [
    "delivered long after the estimate",
    parcel({ estimatedDeliveryAt: "2026-11-01T00:00:00Z", deliveredAt: "2026-11-10T00:00:00Z" }),
    "disappointment",
  ],
  [
    "a refund pending for two weeks",
    { financialStatus: "paid", refunds: [{ id: "r", at: "2026-11-05T00:00:00Z" }] },
    "frustration",
  ],
  [
    "cancelled, paid, not refunded",
    { financialStatus: "paid", cancelledAt: "2026-11-19T00:00:00Z" },
    "frustration",
  ],
])("%s", (_, given, label) => {
  expect(read(given)?.label).toBe(label);
});
