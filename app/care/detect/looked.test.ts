import { describe, expect, it } from "vitest";
import { orderTraits, parcelTraits, waitingTraits } from "#app/care/detect/looked.ts";
import { parcelsOf } from "#app/care/detect/parcel.ts";
import { eventOf, orderOf, parcelOf, seenAt, shipped } from "#app/care/detect/seen.fixture.ts";

const part = (id: string, location: string | null, status = "open") => ({
  ...{ id, status, requestStatus: null, fulfillAt: null, holds: [], location },
});

describe("what an issue may have in common with others", () => {
  it("is the stock that what is left lies in, and its items", () => {
    const waiting = (...fulfillmentOrders: ReturnType<typeof part>[]) =>
      waitingTraits(orderOf({ fulfillmentOrders })).location;
    expect(waitingTraits(orderOf({ fulfillmentOrders: [part("1", "Hamburg")] }))).toEqual({
      country: "DE",
      products: ["WB-01"],
      location: "Hamburg",
    });
    expect(waiting(part("1", "Hamburg"), part("2", "Hamburg"), part("3", "Leipzig", "closed"))).toBe(
      "Hamburg",
    );
    expect(waiting(part("1", "Hamburg"), part("2", "Leipzig"))).toBeUndefined();
    expect(waiting(part("1", "Hamburg"), part("2", null))).toBeUndefined();
    expect(waiting()).toBeUndefined();
  });

  it("is where a parcel left from, who has it and where it was last", () => {
    const events = [eventOf("in_transit", "2026-03-04T09:00:00.000Z", { city: "Leipzig" })];
    const seen = seenAt("2026-03-05T09:00:00Z", {
      order: shipped(parcelOf({ location: "Hamburg", events }), parcelOf({ id: "502" })),
    });
    const [first, second] = parcelsOf(seen.order).map((parcel) => parcelTraits(seen, parcel));
    expect(first).toEqual({ country: "DE", carrier: "DHL", hub: "Leipzig", location: "Hamburg" });
    expect(second).toEqual({ country: "DE", carrier: "DHL" });
  });

  it("is the country alone where goods are not what it is about", () => {
    expect(orderTraits(orderOf({ fulfillmentOrders: [part("1", "Hamburg")] }))).toEqual({ country: "DE" });
  });
});
