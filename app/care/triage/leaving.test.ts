import { describe, expect, it } from "vitest";
import { days, hours } from "#app/lib/duration.ts";
import { leavingOf } from "./leaving.ts";

const NOW = Date.parse("2026-11-25T10:00:00.000Z");
const iso = (time: number) => new Date(time).toISOString();
type Order = Parameters<typeof leavingOf>[0];
type Part = Order["fulfillmentOrders"][number];

const part = (given: Partial<Part> = {}): Part => ({
  ...{ id: "1", status: "open", requestStatus: null, fulfillAt: null, holds: [] },
  ...given,
});
const order = (given: Partial<Order> = {}): Order => ({
  placedAt: iso(NOW - hours(2)),
  cancelledAt: null,
  closedAt: null,
  fulfillmentStatus: null,
  fulfillments: [],
  fulfillmentOrders: [part()],
  ...given,
});
const of = (given: Partial<Order>, usualHandling = hours(20)) =>
  leavingOf(order(given), { usualHandling, now: NOW });
const parcel = (status: string) => ({
  ...{ id: "9", status, shipmentStatus: null, createdAt: null, events: [] },
});

describe("when an order is likely to be packed", () => {
  it("is as long after it was placed as the shop's orders usually take", () => {
    expect(of({})).toEqual({ outcome: "leaves", at: NOW + hours(18), basis: "usual" });
    expect(of({ fulfillmentOrders: [] })).toMatchObject({ basis: "usual" });
  });

  it("is any moment once that time is over, and unknown when it waits much longer", () => {
    expect(of({ placedAt: iso(NOW - hours(21)) })).toEqual({
      ...{ outcome: "leaves", at: NOW - hours(1), basis: "any_moment" },
    });
    expect(of({ placedAt: iso(NOW - days(9)) })).toEqual({ outcome: "unknown" });
  });

  it("is now where somebody has begun", () => {
    const fulfillmentOrders = [part(), part({ id: "2", status: "IN_PROGRESS" })];
    expect(of({ fulfillmentOrders })).toEqual({ outcome: "leaves", at: NOW, basis: "packing" });
  });

  it("is the day that was chosen where all of it waits for one", () => {
    const fulfillAt = iso(NOW + days(4));
    expect(of({ fulfillmentOrders: [part({ status: "scheduled", fulfillAt })] })).toEqual({
      ...{ outcome: "leaves", at: NOW + days(4), basis: "scheduled" },
    });
    expect(of({ fulfillmentOrders: [part({ fulfillAt }), part({ id: "2" })] })).toMatchObject({
      basis: "usual",
    });
  });

  it("is not known where it is held, and passes over a part that is held", () => {
    const held = part({ status: "on_hold", holds: [{ reason: "other", notes: null }] });
    expect(of({ fulfillmentOrders: [held] })).toEqual({ outcome: "held" });
    expect(of({ fulfillmentOrders: [held, part({ id: "2" })] })).toMatchObject({ basis: "usual" });
  });

  it("is over where nothing of it is left to stop", () => {
    const gone = { outcome: "gone" };
    expect(of({ fulfillmentStatus: "fulfilled" })).toEqual(gone);
    expect(of({ cancelledAt: iso(NOW) })).toEqual(gone);
    expect(of({ closedAt: iso(NOW) })).toEqual(gone);
    expect(of({ fulfillments: [parcel("success")] })).toEqual(gone);
    expect(of({ fulfillmentOrders: [part({ status: "closed" })] })).toEqual(gone);
    expect(of({ fulfillments: [parcel("cancelled")] })).toMatchObject({ basis: "usual" });
    const rest = { fulfillmentStatus: "PARTIALLY_FULFILLED", fulfillments: [parcel("success")] };
    expect(of({ ...rest, fulfillmentOrders: [part({ status: "closed" }), part({ id: "2" })] })).toMatchObject(
      {
        outcome: "leaves",
      },
    );
  });
});
