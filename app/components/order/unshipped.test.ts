import { describe, expect, it } from "vitest";
import { unshipped } from "./unshipped.ts";

const part = (given: object) => ({
  ...{ id: "1", status: "open", requestStatus: "unsubmitted", fulfillAt: null, holds: [] },
  ...given,
});

const placedAt = "2026-11-20T09:00:00Z";

describe("what has not left, and is worth a word", () => {
  it.each([
    ["held", { status: "on_hold", holds: [{ reason: "inventory_out_of_stock", notes: null }] }],
    ["planned", { status: "scheduled", fulfillAt: "2026-12-01T00:00:00Z" }],
    ["asked of a warehouse", { requestStatus: "SUBMITTED" }],
  ])("is told: %s", (_why, given) => {
    expect(unshipped({ fulfillmentOrders: [part(given)], cancelledAt: null, placedAt })).toHaveLength(1);
  });

  it.each([
    ["waiting like any other", {}],
    ["planned for when it was ordered", { fulfillAt: "2026-11-20T10:00:00Z" }],
    ["gone", { status: "CLOSED", fulfillAt: "2026-12-01T00:00:00Z" }],
  ])("is left out: %s", (_why, given) => {
    expect(unshipped({ fulfillmentOrders: [part(given)], cancelledAt: null, placedAt })).toEqual([]);
  });

  it("is nothing of a cancelled order", () => {
    const fulfillmentOrders = [part({ requestStatus: "submitted" })];
    expect(unshipped({ fulfillmentOrders, cancelledAt: "2026-11-21T00:00:00Z", placedAt })).toEqual([]);
  });
});
