import { describe, expect, it } from "vitest";
import { firstFound, look, parcelOf } from "#app/care/detect/seen.fixture.ts";

const partly = (given: object = {}) => ({
  order: { fulfillmentStatus: "PARTIALLY_FULFILLED", fulfillments: [parcelOf()], ...given },
});
const first = (given: Parameters<typeof firstFound>[2]) =>
  firstFound("partly_shipped", "2026-03-03T09:00:00Z", given);

describe("partly_shipped", () => {
  it("is found when the time of the rest is over", () => {
    expect(first(partly())).toBe("2026-03-05T23:00:00.000Z");
    expect(first(partly({ fulfillments: [parcelOf({ createdAt: "2026-03-09T09:00:00Z" })] }))).toBe(
      "2026-03-09T09:00:00.000Z",
    );
  });

  it("says how many parcels have left", () => {
    const { found } = look("partly_shipped", "2026-03-06T09:00:00Z", partly());
    expect(found).toMatchObject([{ subject: "order:1001", weight: 2, traits: { products: ["WB-01"] } }]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "order:1001:parcels", kind: "number", value: "1" }),
    );
  });

  it("is over when the shop writes of it, and not by a word on something else", () => {
    const told = (about: "partly_shipped" | "stalled") => [
      { at: "2026-03-04T09:00:00Z", about: [about] as const },
    ];
    expect(first({ ...partly(), told: told("partly_shipped") })).toBeNull();
    expect(first({ ...partly(), told: [{ at: "2026-03-04T09:00:00Z", about: [] }] })).toBeNull();
    expect(first({ ...partly(), told: told("stalled") })).not.toBeNull();
    expect(first({ ...partly(), told: [{ at: "2026-02-20T09:00:00Z", about: [] }] })).not.toBeNull();
  });

  it.each([
    ["has left whole", { fulfillmentStatus: "fulfilled" }],
    ["has not left at all", { fulfillments: [parcelOf({ status: "cancelled" })] }],
    ["was cancelled", { cancelledAt: "2026-03-04T09:00:00Z" }],
    ["was archived", { closedAt: "2026-03-04T09:00:00Z" }],
    ["was paid back", { financialStatus: "refunded" }],
    ["has a rest that was ordered ahead", { tags: ["backorder"] }],
  ])("is not found in an order that %s", (_what, given) => {
    expect(first(partly(given))).toBeNull();
  });
});
