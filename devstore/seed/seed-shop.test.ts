import { describe, expect, it } from "vitest";
import { orderTotals } from "../state/order-totals.ts";
import { demoShop, seedShop } from "./seed-shop.ts";

const now = new Date("2026-11-21T08:00:00Z");
const shop = seedShop({ ...demoShop, now });
const DAY = 86_400_000;

describe("the seeded shop", () => {
  it("is the same every time", () => {
    expect(JSON.stringify(seedShop({ ...demoShop, now }))).toBe(JSON.stringify(shop));
  });

  it("has people of six languages and orders of four currencies over 120 days", () => {
    expect(shop.customers.length).toBeGreaterThanOrEqual(12);
    expect(shop.orders.length).toBeGreaterThanOrEqual(40);
    const languages = new Set(shop.customers.map((one) => one.locale.slice(0, 2)));
    expect([...languages].toSorted()).toEqual(["de", "en", "es", "fr", "ja", "pt"]);
    expect(new Set(shop.orders.map((one) => one.currency))).toEqual(new Set(["EUR", "USD", "GBP", "JPY"]));
    const ages = shop.orders.map((one) => (now.getTime() - new Date(one.createdAt).getTime()) / DAY);
    expect(Math.max(...ages)).toBeGreaterThan(115);
    expect(Math.max(...ages)).toBeLessThan(121);
    expect(Math.min(...ages)).toBeLessThan(1);
  });

  it("has parcels in every state a shopper may ask about", () => {
    const states = new Set(
      shop.orders.flatMap((one) => one.fulfillments.map((parcel) => parcel.shipmentStatus)),
    );
    for (const state of [
      "delivered",
      "in_transit",
      "out_for_delivery",
      "attempted_delivery",
      "ready_for_pickup",
      "delayed",
      "failure",
    ]) {
      expect(states).toContain(state);
    }
    const companies = new Set(
      shop.orders.flatMap((one) => one.fulfillments.map((parcel) => parcel.trackingCompany)),
    );
    expect(companies.size).toBeGreaterThanOrEqual(6);
    expect(shop.orders.some((one) => one.cancelledAt)).toBe(true);
    expect(shop.orders.some((one) => one.financialStatus === "PARTIALLY_REFUNDED")).toBe(true);
    expect(shop.orders.some((one) => one.returns.length > 0)).toBe(true);
    expect(shop.orders.some((one) => one.fulfillmentOrders.some((open) => open.holds.length > 0))).toBe(true);
    expect(shop.disputes.length).toBeGreaterThan(0);
  });

  it("tells no story from the future, and each in order", () => {
    for (const order of shop.orders) {
      const steps = order.fulfillments.flatMap((one) => [
        order.createdAt,
        one.createdAt,
        ...one.events.map((event) => event.happenedAt),
      ]);
      expect(steps.every((at) => new Date(at) <= now)).toBe(true);
      for (const parcel of order.fulfillments) {
        const times = parcel.events.map((event) => event.happenedAt);
        expect(times).toEqual(times.toSorted());
        expect(parcel.createdAt >= order.createdAt).toBe(true);
      }
      expect(order.updatedAt >= order.createdAt).toBe(true);
    }
  });

  it("never gave back more than was paid, and never two records one id", () => {
    for (const order of shop.orders)
      expect(orderTotals(order).refunded).toBeLessThanOrEqual(orderTotals(order).received);
    const ids = shop.orders.flatMap((one) => [
      one.id,
      ...one.lines.map((line) => line.id),
      ...one.fulfillments.map((parcel) => parcel.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(shop.orders.some((one) => BigInt(one.id) > 2n ** 53n)).toBe(true);
  });
});
