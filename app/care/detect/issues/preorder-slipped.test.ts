import { describe, expect, it } from "vitest";
import { firstFound, look, parcelOf } from "#app/care/detect/seen.fixture.ts";

const part = { id: "9", status: "open", requestStatus: null, holds: [] };
const scheduled = (fulfillAt: string | null) => ({
  fulfillmentOrders: [{ ...part, status: fulfillAt ? "open" : "scheduled", fulfillAt }],
});
const first = (order: object) => firstFound("preorder_slipped", "2026-03-02T09:00:00Z", { order });

describe("preorder_slipped", () => {
  it("is found when the day is over on which it was to leave", () => {
    // A Wednesday.
    expect(first({ ...scheduled("2026-04-01T09:00:00Z"), tags: ["preorder"] })).toBe(
      "2026-04-01T22:00:00.000Z",
    );
    // Nobody was promised the day on which a part may leave at the earliest.
    expect(first(scheduled("2026-04-01T09:00:00Z"))).toBe("2026-04-06T22:00:00.000Z");
    // A Saturday: the days count from Monday on.
    expect(first(scheduled("2026-04-04T09:00:00Z"))).toBe("2026-04-08T22:00:00.000Z");
  });

  it.each([
    ["a tag", { tags: ["preorder-2026-04-01"] }],
    ["an attribute", { attributes: [{ name: "_pre_order", value: "Ships 1 April" }] }],
    ["a day of dispatch", { attributes: [{ name: "Versanddatum", value: "01.04.2026" }] }],
    ["a title", { lines: [{ ...line(), variantTitle: "Pre-order, ships 1 April 2026" }] }],
    [
      "a tag, and an attribute with the day",
      { tags: ["Backorder"], attributes: [{ name: "Expected", value: "2026-04-01" }] },
    ],
  ])("reads the day in %s", (_what, order) => {
    expect(first({ locale: "en", ...order })).toBe("2026-04-01T22:00:00.000Z");
  });

  it("is another one for another day", () => {
    const { found } = look("preorder_slipped", "2026-04-10T09:00:00Z", {
      order: scheduled("2026-04-01T09:00:00Z"),
    });
    expect(found).toMatchObject([{ subject: "order:1001@2026-04-01", weight: 3 }]);
    expect(found[0]?.evidence.map(({ id }) => id)).toContain("fulfillment_order:9:fulfillAt");
  });

  it("is found before its day, when that was put off from what the shopper was told", () => {
    const told = { attributes: [{ name: "Ships by", value: "2026-04-01" }], locale: "en" };
    const order = { ...told, ...scheduled("2026-04-20T09:00:00Z"), updatedAt: "2026-03-27T08:00:00Z" };
    const { found } = look("preorder_slipped", "2026-03-27T09:00:00Z", { order });
    expect(found).toMatchObject([
      { subject: "order:1001@2026-04-01", knownSince: new Date("2026-03-27T08:00:00Z"), weight: 2 },
    ]);
    expect(found[0]?.evidence.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["2026-04-01", "2026-04-20T09:00:00Z"]),
    );
    const later = look("preorder_slipped", "2026-04-21T09:00:00Z", { order });
    expect(later.found.map(({ subject }) => subject)).toEqual([
      "order:1001@2026-04-01",
      "order:1001@2026-04-20",
    ]);
    // The hour at which a day is scheduled may fall into the next.
    expect(first({ ...told, ...scheduled("2026-04-01T22:30:00Z") })).toBe("2026-04-02T22:00:00.000Z");
  });

  it("takes the last day of several parts", () => {
    const fulfillmentOrders = ["2026-04-01T09:00:00Z", "2026-05-04T09:00:00Z"].map((fulfillAt, at) => ({
      ...part,
      id: String(at),
      fulfillAt,
    }));
    expect(first({ fulfillmentOrders })).toBe("2026-05-07T22:00:00.000Z");
  });

  it("is found of the part that has not left", () => {
    const order = {
      fulfillmentStatus: "partial",
      fulfillments: [parcelOf()],
      ...scheduled("2026-04-01T09:00:00Z"),
    };
    expect(first(order)).toBe("2026-04-06T22:00:00.000Z");
  });

  it.each([
    ["has no day", { tags: ["preorder"] }],
    ["is scheduled without a day", scheduled(null)],
    ["left", { fulfillmentStatus: "fulfilled", fulfillments: [parcelOf()], tags: ["preorder-2026-04-01"] }],
    ["was cancelled", { cancelledAt: "2026-03-09T09:00:00Z", tags: ["preorder-2026-04-01"] }],
    ["was paid back", { financialStatus: "refunded", tags: ["preorder-2026-04-01"] }],
    ["will never be paid", { financialStatus: "expired", tags: ["preorder-2026-04-01"] }],
    ["was not placed ahead", { attributes: [{ name: "Delivery date", value: "2026-04-01" }] }],
    ["is not marked", { attributes: [{ name: "preorder", value: "no" }] }],
    ["has a tag that only begins alike", { tags: ["preorders2026-04-01"] }],
  ])("is not found in an order that %s", (_what, order) => {
    expect(first(order)).toBeNull();
  });
});

function line() {
  return {
    id: "1",
    title: "Wool blanket",
    sku: null,
    quantity: 1,
    currentQuantity: 1,
    price: null,
  };
}
