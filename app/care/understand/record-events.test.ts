import { describe, expect, it } from "vitest";
import { brokenPromise, event, late, parcel, readRecord } from "#tests/factories/recorded-order.ts";
import type { History } from "./record-events.ts";

const delays = (count: number) =>
  parcel({
    events: Array.from({ length: count }, (_, at) => event("delayed", `2026-11-2${at % 2}T0${at}:00:00Z`)),
  });
const moved = (...estimates: string[]) =>
  parcel({
    events: estimates.map((estimatedDeliveryAt, at) =>
      event("in_transit", `2026-11-20T0${at}:00:00Z`, { estimatedDeliveryAt }),
    ),
  });
const overdue: History = { promises: [{ id: "p", state: "open", dueAt: "2026-11-20T00:00:00Z" }] };

describe("the table of events", () => {
  it.each<[string, object, History, ...[label: string, why: string]]>([
    ["freshly placed", {}, {}, "neutral", "as planned"],
    [
      "moving",
      parcel({ events: [event("in_transit", "2026-11-20T00:00:00Z")] }),
      {},
      "neutral",
      "as planned",
    ],
    [
      "nothing shipped for a week",
      { placedAt: "2026-11-14T00:00:00Z" },
      {},
      "worry",
      "nothing has shipped for 7 days",
    ],
    [
      "nothing shipped for two weeks",
      { placedAt: "2026-11-07T00:00:00Z" },
      {},
      "frustration",
      "nothing has shipped for 14 days",
    ],
    [
      "its only parcel was taken back",
      { placedAt: "2026-11-07T00:00:00Z", fulfillments: [{ id: "f", status: "cancelled", events: [] }] },
      {},
      "frustration",
      "nothing has shipped",
    ],
    [
      "stalled for six days",
      parcel({ events: [event("IN_TRANSIT", "2026-11-15T00:00:00Z")] }),
      {},
      "worry",
      "has not moved for 6 days",
    ],
    [
      "stalled for two weeks",
      parcel({ events: [event("in_transit", "2026-11-07T00:00:00Z")] }),
      {},
      "frustration",
      "has not moved for 14 days",
    ],
    [
      "delivery failed",
      parcel({ events: [event("failure", "2026-11-20T00:00:00Z")] }),
      {},
      "frustration",
      "delivery failed",
    ],
    [
      "lost",
      parcel({ events: [event("lost", "2026-11-20T00:00:00Z")] }),
      {},
      "frustration",
      "delivery failed",
    ],
    [
      "an attempt",
      parcel({ events: [event("attempted_delivery", "2026-11-20T00:00:00Z")] }),
      {},
      "frustration",
      "attempt failed",
    ],
    ["two days late", late("2026-11-19T00:00:00Z"), {}, "worry", "2 days late"],
    ["six days late", late("2026-11-15T00:00:00Z"), {}, "frustration", "6 days late"],
    ["twelve days late", late("2026-11-09T00:00:00Z"), {}, "frustration", "12 days late"],
    ["first delay", delays(1), {}, "worry", "announced a delay"],
    ["second delay", delays(2), {}, "frustration", "announced 2 delays"],
    ["third delay", delays(3), {}, "frustration", "announced 3 delays"],
    [
      "an estimate that moved once",
      moved("2026-11-23T00:00:00Z", "2026-11-25T00:00:00Z"),
      {},
      "worry",
      "announced a delay",
    ],
    [
      "an estimate that moved three times",
      moved("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z", "2026-11-25T00:00:00Z", "2026-11-28T00:00:00Z"),
      {},
      "frustration",
      "announced 3 delays",
    ],
    [
      "an estimate that moved forward",
      moved("2026-11-25T00:00:00Z", "2026-11-23T00:00:00Z"),
      {},
      "neutral",
      "as planned",
    ],
    [
      "three delays of a parcel that is here",
      parcel({ ...delays(3).fulfillments[0], deliveredAt: "2026-11-01T00:00:00Z" }),
      {},
      "neutral",
      "delivered some time ago",
    ],
    ["just delivered", parcel({ deliveredAt: "2026-11-20T00:00:00Z" }), {}, "joy", "delivered just now"],
    [
      "delivered long ago",
      parcel({ deliveredAt: "2026-11-01T00:00:00Z" }),
      {},
      "neutral",
      "delivered some time ago",
    ],
    [
      "delivered long after the estimate",
      parcel({ estimatedDeliveryAt: "2026-11-01T00:00:00Z", deliveredAt: "2026-11-10T00:00:00Z" }),
      {},
      "disappointment",
      "9 days after the estimate",
    ],
    [
      "a refund pending for two weeks",
      { financialStatus: "paid", refunds: [{ id: "r", at: "2026-11-05T00:00:00Z" }] },
      {},
      "frustration",
      "pending for 16 days",
    ],
    [
      "a refund pending for a week",
      { financialStatus: "paid", refunds: [{ id: "r", at: "2026-11-14T00:00:00Z" }] },
      {},
      "worry",
      "pending for 7 days",
    ],
    [
      "a refund of yesterday",
      { financialStatus: "paid", refunds: [{ id: "r", at: "2026-11-20T00:00:00Z" }] },
      {},
      "neutral",
      "refund was made",
    ],
    [
      "refunded by its status, not through by the refund",
      { financialStatus: "refunded", refunds: [{ id: "r", at: "2026-11-05T00:00:00Z", settled: false }] },
      {},
      "frustration",
      "pending for 16 days",
    ],
    [
      "a refund that is through",
      { financialStatus: "refunded", refunds: [{ id: "r", at: "2026-11-05T00:00:00Z" }] },
      {},
      "neutral",
      "as planned",
    ],
    [
      "a part refunded",
      { financialStatus: "partially_refunded", refunds: [{ id: "r", at: "2026-11-05T00:00:00Z" }] },
      {},
      "neutral",
      "part of the order was refunded",
    ],
    [
      "cancelled, paid, not refunded",
      { financialStatus: "paid", cancelledAt: "2026-11-19T00:00:00Z" },
      {},
      "frustration",
      "no refund is recorded",
    ],
    [
      "cancelled and refunded",
      { financialStatus: "refunded", cancelledAt: "2026-11-19T00:00:00Z" },
      {},
      "disappointment",
      "was cancelled",
    ],
    [
      "a part is still to ship",
      {
        placedAt: "2026-11-10T00:00:00Z",
        fulfillmentStatus: "partial",
        fulfillments: [{ id: "f", deliveredAt: "2026-11-15T00:00:00Z", events: [] }],
      },
      {},
      "worry",
      "part of the order has not shipped",
    ],
    [
      "returned as the wrong item",
      {
        ...parcel({ deliveredAt: "2026-11-20T00:00:00Z" }),
        returns: [{ id: "t", status: "open", reason: "WRONG_ITEM" }],
      },
      {},
      "disappointment",
      'marked "wrong item"',
    ],
    [
      "tagged as an exchange",
      { ...parcel({ deliveredAt: "2026-11-20T00:00:00Z" }), tags: ["exchange"] },
      {},
      "disappointment",
      'marked "exchange"',
    ],
    [
      "returned unwanted",
      {
        ...parcel({ deliveredAt: "2026-11-20T00:00:00Z" }),
        returns: [{ id: "t", status: "open", reason: "UNWANTED" }],
      },
      {},
      "neutral",
      "a return is on record",
    ],
    [
      "needed last week, not here",
      { placedAt: "2026-11-05T00:00:00Z", note: "Birthday on 14 November" },
      {},
      "disappointment",
      "needed by has passed and it has not arrived",
    ],
    ["needed the day after tomorrow", { tags: ["needed-by-2026-11-23"] }, {}, "worry", "needed by is near"],
    ["needed in a month", { tags: ["needed-by-2026-12-24"] }, {}, "neutral", "as planned"],
    [
      "here before it was needed",
      { tags: ["needed-by-2026-11-20"], ...parcel({ deliveredAt: "2026-11-15T00:00:00Z" }) },
      {},
      "neutral",
      "delivered some time ago",
    ],
    [
      "here after it was needed",
      {
        tags: ["needed-by-2026-11-10"],
        placedAt: "2026-11-05T00:00:00Z",
        ...parcel({ deliveredAt: "2026-11-15T00:00:00Z" }),
      },
      {},
      "disappointment",
      "arrived after the day",
    ],
    ["a broken promise", {}, brokenPromise, "frustration", "promise was not kept"],
    ["a promise past its day", {}, overdue, "frustration", "promise was not kept"],
    [
      "a kept promise",
      {},
      { promises: [{ id: "p", state: "kept", dueAt: "2026-11-01T00:00:00Z" }] },
      "neutral",
      "as planned",
    ],
    ["the third message", {}, { contacts: 2 }, "frustration", "wrote 2 times before"],
    ["the second message", {}, { contacts: 1 }, "neutral", "as planned"],
    ["a first order, all well", {}, { earlierOrders: 0 }, "neutral", "as planned"],
  ])("%s", (...[, given, history, label, why]) => {
    const reading = readRecord(given, history);
    expect(reading?.label).toBe(label);
    expect(reading?.why).toContain(why);
  });
});
