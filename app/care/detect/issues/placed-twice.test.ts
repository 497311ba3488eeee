import { describe, expect, it } from "vitest";
import { look, nearOf, parcelOf } from "#app/care/detect/seen.fixture.ts";
import type { NearOrder } from "#app/care/detect/issue.ts";

const find = (near: Partial<NearOrder>[], order: object = {}) =>
  look("placed_twice", "2026-03-02T10:00:00Z", { order, history: { near: near.map(nearOf) } });

describe("placed_twice", () => {
  it("is found on the later of two orders, with the other's name", () => {
    const { found, lookAt } = find([{}]);
    expect(found).toMatchObject([
      { subject: "order:1000", weight: 2, knownSince: new Date("2026-03-02T09:00:00Z") },
    ]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "order:1000:name", value: "#1000" }),
    );
    expect(lookAt).toBeNull();
    expect(find([{ placedAt: "2026-03-02T09:10:00Z" }]).subjects).toEqual([]);
  });

  it("is found on one of two of the same moment", () => {
    const placedAt = "2026-03-02T09:00:00Z";
    expect(find([{ placedAt }]).subjects).toEqual(["order:1000"]);
    expect(find([{ placedAt, id: "1002" }]).subjects).toEqual([]);
    expect(find([{ placedAt, id: "999" }]).subjects).toEqual(["order:999"]);
  });

  it("names the last live one of several", () => {
    const near = [
      { id: "997", placedAt: "2026-03-02T07:00:00Z" },
      { id: "999", placedAt: "2026-03-02T08:58:00Z", cancelledAt: "2026-03-02T08:59:00Z" },
      { id: "998", placedAt: "2026-03-02T08:00:00Z" },
    ];
    expect(find(near).subjects).toEqual(["order:998"]);
    expect(find(near.toReversed()).subjects).toEqual(["order:998"]);
  });

  it("sums lines of the same goods, in any order", () => {
    const one = { id: "1", title: "Mug", variantTitle: null, sku: null, currentQuantity: null, price: null };
    const order = {
      lines: [
        { ...one, quantity: 1 },
        { ...one, id: "2", quantity: 2 },
      ],
    };
    expect(find([{ lines: [{ key: "mug", quantity: 3 }] }], order).subjects).toEqual(["order:1000"]);
    expect(find([{ lines: [{ key: "mug", quantity: 2 }] }], order).subjects).toEqual([]);
  });

  it.each([
    ["goes elsewhere", [{ samePlace: false }], {}],
    ["was cancelled", [{ cancelledAt: "2026-03-02T09:00:00Z" }], {}],
    ["was placed more than a day before", [{ placedAt: "2026-03-01T08:59:00Z" }], {}],
    ["has other goods", [{ lines: [{ key: "wb-02", quantity: 1 }] }], {}],
    ["has more of them", [{ lines: [{ key: "wb-01", quantity: 2 }] }], {}],
    ["is the order itself", [{ id: "1001" }], {}],
    ["is the first of two when the second has left", [{}], { fulfillments: [parcelOf()] }],
    ["is the first of two when the second was cancelled", [{}], { cancelledAt: "2026-03-02T09:30:00Z" }],
    ["is one of a subscription", [{}], { tags: ["Subscription Recurring Order"] }],
    ["is a voucher bought twice", [{}], { shippingAddress: null }],
  ])("is not found for an order that %s", (_what, near, order) => {
    expect(find(near, order).subjects).toEqual([]);
  });
});
