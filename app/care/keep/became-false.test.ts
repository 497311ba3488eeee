import { describe, expect, it } from "vitest";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { becameFalse, type ToldFact } from "./became-false.ts";

type Parcel = MirroredOrder["fulfillments"][number];
const parcel: Parcel = {
  ...{ id: "f1", status: "success", shipmentStatus: "in_transit", createdAt: null, events: [] },
  ...{ trackingCompany: "DHL", trackingNumber: "JD 01", estimatedDeliveryAt: "2026-11-27T11:00:00Z" },
};
const base = {
  ...{ id: "1", name: "#1001", cancelledAt: null, fulfillmentStatus: "fulfilled" },
  total: { amount: "59.90", currency: "EUR" },
  fulfillments: [parcel],
  refunds: [
    { id: "r1", at: "2026-11-20T10:00:00Z", amount: { amount: "5.00", currency: "EUR" }, settled: true },
  ],
};
const told = (id: string, raw: string): ToldFact => {
  const [entity = "", source = "", field = ""] = id.split(":");
  return {
    id,
    label: field,
    value: raw,
    raw,
    kind: "text",
    source: { entity, id: source, field },
    sentence: raw,
  };
};
const now = (fact: ToldFact, change: object) =>
  becameFalse([fact], {
    order: { ...base, ...change } as unknown as MirroredOrder,
    timeZone: "Europe/Berlin",
    sentAt,
  }).map((one) => one.now);
const sentAt = new Date("2026-11-22T10:00:00Z");
const parcelIs = (change: Partial<Parcel>) => ({ fulfillments: [{ ...parcel, ...change }] });
const delivered = { deliveredAt: "2026-11-26T11:00:00Z" };

describe("becameFalse", () => {
  it.each([
    ["order:1:name", "#1001", { name: "#1002" }, "The order is #1002"],
    ["order:1:total", "59.90 EUR", { total: { amount: "49.9", currency: "EUR" } }, "The total is 49.90 EUR"],
    ["order:1:status", "fulfilled", { fulfillmentStatus: null }, "The order has not been shipped"],
    ["order:1:status", "cancelled", {}, "The order is not cancelled"],
    ["order:1:cancelledAt", "2026-11-20", {}, "The order is not cancelled"],
    ["fulfillment:f1:tracking", "JD01", parcelIs({ trackingNumber: "JD02" }), "The tracking number is JD02"],
    ["fulfillment:f1:tracking", "JD01", { fulfillments: [] }, "This parcel was cancelled"],
    ["fulfillment:f1:tracking", "JD01", parcelIs({ status: "cancelled" }), "This parcel was cancelled"],
    ["fulfillment:f1:carrier", "DHL", parcelIs({ trackingCompany: "UPS" }), "The carrier is UPS"],
    ["fulfillment:f1:deliveredAt", "2026-11-26", {}, "The parcel has not been delivered"],
    ["fulfillment:f1:deliveredAt", "2026-11-25", parcelIs(delivered), "It was delivered on Nov 26, 2026"],
    ["fulfillment:f1:lastStatus", "delivered", {}, "The parcel has not been delivered"],
    [
      "fulfillment:f1:eta",
      "2026-11-27",
      parcelIs({ estimatedDeliveryAt: "2026-11-30T11:00:00Z" }),
      "The carrier now expects Nov 30, 2026",
    ],
    [
      "refund:r1:refundState",
      "settled",
      { refunds: [{ ...base.refunds[0], settled: false }] },
      "The refund has not gone through",
    ],
    ["refund:r1:refundState", "pending", { refunds: [] }, "This refund is not on record"],
    [
      "refund:r1:refundAmount",
      "5.00 EUR",
      { refunds: [{ ...base.refunds[0], amount: { amount: "3.00", currency: "EUR" } }] },
      "The refund is 3.00 EUR",
    ],
  ])("%s %s", (...[id, raw, change, expected]) => {
    expect(now(told(id, raw), change)).toEqual([expected]);
  });

  it.each([
    ["an unsent order is sent", "order:1:status", "unfulfilled", {}],
    ["a sent order is cancelled", "order:1:status", "fulfilled", { cancelledAt: "2026-11-26T11:00:00Z" }],
    ["a number is written without spaces", "fulfillment:f1:tracking", "JD01", {}],
    [
      "a second parcel leaves",
      "fulfillment:f1:tracking",
      "JD01",
      { fulfillments: [parcel, { ...parcel, id: "f2", trackingNumber: "X9" }] },
    ],
    ["a parcel on its way is delivered", "fulfillment:f1:lastStatus", "in_transit", parcelIs(delivered)],
    ["it comes sooner", "fulfillment:f1:eta", "2026-11-30", {}],
    ["it was told to be over, and has a new day", "fulfillment:f1:eta", "2026-11-21", {}],
    ["it came, whatever was expected", "fulfillment:f1:eta", "2026-11-24", parcelIs(delivered)],
    ["a pending refund went through", "refund:r1:refundState", "pending", {}],
    ["an earlier scan is followed by another", "fulfillment:f1:lastAt", "2026-11-20", parcelIs(delivered)],
    ["a policy is none of the order's", "policy:REFUND:days", "30", {}],
  ])("progress is no falsehood: %s", (...[, id, raw, change]) => {
    expect(now(told(id, raw), change)).toEqual([]);
  });
});
