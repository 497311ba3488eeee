import { describe, expect, it } from "vitest";
import { compareOrder, summaryDiffers, type KnownOrder } from "#app/mirror/compare-order.ts";
import type { ListedOrder } from "#app/mirror/reconcile-answers.ts";

const AT = "2026-11-21T09:00:00.000Z";
const listed: ListedOrder = {
  id: "1",
  updatedAt: AT,
  customer: null,
  fulfillments: [{ id: "f", updatedAt: AT, arrived: true, events: ["e2", "e1"], allEvents: true }],
  refunds: ["r"],
  returns: [{ id: "t", status: "open" }],
  fulfillmentOrders: [{ id: "p", status: "on_hold", updatedAt: AT }],
};
const known: KnownOrder = {
  id: "1",
  updatedAt: Date.parse(AT),
  deleted: false,
  unsettled: false,
  undated: false,
  fulfillments: { f: { updatedAt: Date.parse(AT), arrived: true, events: ["e1", "e2"], deletedEvents: [] } },
  refunds: ["r"],
  returns: { t: "open" },
  fulfillmentOrders: { p: Date.parse(AT) },
};
const parcel = (given: object) => ({
  fulfillments: {
    f: { updatedAt: Date.parse(AT), arrived: true, events: ["e1", "e2"], deletedEvents: [], ...given },
  },
});

describe("compareOrder", () => {
  it.each<[string, string, Partial<ListedOrder>, Partial<KnownOrder>]>([
    ["same", "all is known", {}, {}],
    ["same", "the mirror is newer", {}, { updatedAt: Date.parse(AT) + 1_000 }],
    ["older", "the version is newer", { updatedAt: "2026-11-21T09:00:01.000Z" }, {}],
    ["deleted", "it is marked deleted", {}, { deleted: true }],
    ["recheck", "a refund may have been paid out", {}, { unsettled: true }],
    ["recheck", "nobody said when it was paid", {}, { undated: true }],
    ["parts", "a fulfillment is unknown", {}, { fulfillments: {} }],
    ["parts", "a fulfillment is old", {}, parcel({ updatedAt: 0 })],
    ["parts", "an event is unknown", {}, parcel({ events: ["e1"] })],
    ["parts", "an event was taken back", {}, parcel({ events: ["e0", "e1", "e2"] })],
    ["same", "an event is known as deleted", {}, parcel({ events: ["e1"], deletedEvents: ["e2"] })],
    [
      "parts",
      "an arrival was taken back",
      { fulfillments: listed.fulfillments.map((one) => ({ ...one, arrived: false })) },
      {},
    ],
    ["parts", "a refund is unknown", {}, { refunds: [] }],
    ["parts", "a return moved", {}, { returns: { t: "requested" } }],
    ["parts", "a hold is unknown", {}, { fulfillmentOrders: {} }],
    ["parts", "a fulfillment order is old", {}, { fulfillmentOrders: { p: 0 } }],
  ])("says %s when %s", (verdict, ...[, shop, mirror]) => {
    expect(compareOrder({ ...listed, ...shop }, { ...known, ...mirror })).toBe(verdict);
  });

  it("misses an order that it does not know", () => {
    expect(compareOrder(listed, undefined)).toBe("missing");
  });

  it("takes a cut list for what it is, and an open fulfillment order for no news", () => {
    const cut = {
      ...listed,
      fulfillments: [{ id: "f", updatedAt: AT, arrived: true, events: ["e2"], allEvents: false }],
    };
    expect(compareOrder(cut, known)).toBe("same");
    const open = { ...listed, fulfillmentOrders: [{ id: "q", status: "open", updatedAt: AT }] };
    expect(compareOrder(open, known)).toBe("same");
  });
});

describe("summaryDiffers", () => {
  const customer = { id: "c", numberOfOrders: 2, amountSpent: { amount: "20.00" } };
  const counted = {
    id: "c",
    updatedAt: 0,
    ordersCount: 2,
    amountSpent: 20,
    emailConsent: null,
    deleted: false,
    redacted: false,
  };

  it("sees other purchases, not another way to write them", () => {
    expect(summaryDiffers(customer, counted)).toBe(false);
    expect(summaryDiffers(customer, { ...counted, ordersCount: 1 })).toBe(true);
    expect(summaryDiffers(customer, { ...counted, amountSpent: 19.99 })).toBe(true);
    expect(summaryDiffers(customer, undefined)).toBe(true);
  });

  it("does not bring a redacted or deleted customer back", () => {
    expect(summaryDiffers(customer, { ...counted, ordersCount: null, redacted: true })).toBe(false);
    expect(summaryDiffers(customer, { ...counted, ordersCount: null, deleted: true })).toBe(false);
  });
});
