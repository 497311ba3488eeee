import { expect, it } from "vitest";
import { howItEnded, noticeOf, type Ending } from "#app/care/decide/how-it-ended.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

type Parcel = MirroredOrder["fulfillments"][number];

const parcel = (given: Partial<Parcel> = {}): Parcel => ({
  ...{ id: "12", status: "success", shipmentStatus: null, createdAt: null, events: [] },
  ...given,
});
const scanned = (status: string): Parcel["events"] => [
  { status, at: "2026-11-19T09:00:00.000Z", message: null, country: null, estimatedDeliveryAt: null },
];
const order = (given: Partial<MirroredOrder> = {}): MirroredOrder => ({
  ...{ id: "1", gid: "gid://shopify/Order/1", name: "#1", currency: "EUR", locale: null, note: null },
  ...{ placedAt: "2026-11-10T09:00:00.000Z", updatedAt: "2026-11-19T09:00:00.000Z", closedAt: null },
  ...{ editedAt: null, cancelReason: null, statusPageUrl: null, shippingAddress: null, customer: null },
  total: { amount: "10.00", currency: "EUR" },
  ...{ tags: [], lines: [], refunds: [], fulfillments: [], fulfillmentOrders: [], returns: [], disputes: [] },
  attributes: [],
  ...given,
});
const refund = (settled: boolean) => ({
  ...{ id: "9", at: "2026-11-19T09:00:00.000Z", amount: { amount: "10.00", currency: "EUR" }, settled },
});
const cancelledAt = "2026-11-18T09:00:00.000Z";

it.each<[IssueKind, MirroredOrder, Ending]>([
  ["unfulfilled", order({ fulfillments: [parcel()] }), "sent"],
  ["unfulfilled", order({ fulfillments: [parcel({ status: "cancelled" })] }), "other"],
  ["preorder_slipped", order({ cancelledAt }), "cancelled"],
  ["stalled", order({ fulfillments: [parcel({ events: scanned("in_transit") })] }), "moving"],
  ["stalled", order({ fulfillments: [parcel({ events: scanned("delivered") })] }), "delivered"],
  [
    "stalled",
    order({
      fulfillments: [
        parcel({ events: scanned("in_transit") }),
        parcel({ id: "13", events: scanned("delivered") }),
      ],
    }),
    "moving",
  ],
  [
    "past_estimate",
    order({ fulfillments: [parcel({ deliveredAt: "2026-11-19T09:00:00.000Z" })] }),
    "delivered",
  ],
  [
    "past_estimate",
    order({
      fulfillments: [
        parcel({ events: scanned("in_transit"), estimatedDeliveryAt: "2026-11-25T09:00:00.000Z" }),
      ],
    }),
    "expected_later",
  ],
  ["past_estimate", order({ fulfillments: [parcel({ events: scanned("in_transit") })] }), "moving"],
  ["not_picked_up", order(), "other"],
  ["refund_not_executed", order({ refunds: [refund(true)] }), "refunded"],
  ["return_unsettled", order({ refunds: [refund(false)] }), "other"],
  ["payment_pending", order({ financialStatus: "PAID" }), "paid"],
  ["placed_twice", order({ cancelledAt }), "cancelled"],
])("%s ended as the records say", (kind, of, ending) => {
  expect(howItEnded(of, { kind, subject: "fulfillment:12@2026-11-14T09:00:00.000Z" })).toBe(ending);
});

it("takes no parcel for moving that was not scanned since it stood still", () => {
  const still = order({ fulfillments: [parcel({ events: scanned("in_transit") })] });
  for (const kind of ["stalled", "delivery_failed", "carrier_exception"] as const)
    expect(howItEnded(still, { kind, subject: "fulfillment:12@2026-11-19T09:00:00.000Z" })).toBe("other");
});

it("names of each end the notification of Shopify's that tells it", () => {
  expect([noticeOf.delivered, noticeOf.sent, noticeOf.moving]).toEqual(["delivered", "shipping", null]);
});
