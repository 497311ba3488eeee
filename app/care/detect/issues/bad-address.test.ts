import { describe, expect, it } from "vitest";
import { habit, look, orderOf, parcelOf } from "#app/care/detect/seen.fixture.ts";

const to = (given: object) => ({ shippingAddress: { ...orderOf().shippingAddress, ...given } });
const find = (order: object, given: object = {}) =>
  look("bad_address", "2026-03-02T09:00:00Z", { order, ...given });
const fault = (order: object, given: object = {}) =>
  find(order, given).found[0]?.evidence.find(({ id }) => id === "order:1001:addressFault")?.value ?? null;
const us = { address1: "350 Fifth Avenue", city: "New York", zip: "10118", countryCode: "US" };

describe("bad_address", () => {
  it("is found at once, with the address as evidence", () => {
    const { found, lookAt } = find(to({ zip: "2045" }));
    expect(found).toMatchObject([
      { subject: "order:1001", weight: 3, knownSince: new Date("2026-03-02T09:00:00Z") },
    ]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "order:1001:address", value: "Uferweg 12, 2045, Hamburg" }),
    );
    expect(lookAt).toBeNull();
  });

  it("is found where whoever ships it says so", () => {
    const part = { id: "9", status: "on_hold", requestStatus: null, fulfillAt: null };
    const holds = [{ reason: "INCORRECT_ADDRESS", notes: null }];
    expect(fault({ fulfillmentOrders: [{ ...part, holds }] })).toBe("held_as_incorrect");
  });

  it("is found for a post office's box where the shop's carriers refuse it", () => {
    const box = to({ ...us, address1: "P.O. Box 12" });
    const carriers = (names: string[]) => ({
      habitOf: (carrier: string | null | undefined) => (names.includes(carrier ?? "") ? habit() : null),
    });
    expect(fault(box)).toBeNull();
    expect(fault(box, carriers(["UPS"]))).toBe("post_box");
    expect(fault(box, carriers(["UPS", "USPS"]))).toBeNull();
  });

  it.each([
    ["has left", { ...to({ zip: "1" }), fulfillments: [parcelOf()] }],
    ["was cancelled", { ...to({ zip: "1" }), cancelledAt: "2026-03-02T10:00:00Z" }],
    ["has no address", { shippingAddress: null }],
    ["has a good one", {}],
  ])("is not found in an order that %s", (_what, order) => {
    expect(fault(order)).toBeNull();
  });
});
