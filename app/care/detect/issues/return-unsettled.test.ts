import { describe, expect, it } from "vitest";
import { eventOf, firstFound, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

const delivered = shipped(parcelOf({ events: [eventOf("delivered", "2026-03-05T09:00:00Z")] }));
const closed = { id: "8", name: "#1001-R1", status: "CLOSED", closedAt: "2026-03-19T09:00:00.000Z" };
const back = (given: object = {}) => ({ ...delivered, returns: [closed], ...given });
const refund = (at: string, given: object = {}) => ({
  id: "71",
  at,
  amount: { amount: "59.90", currency: "EUR" },
  settled: true,
  ...given,
});
const first = (order: object) => firstFound("return_unsettled", "2026-03-19T09:00:00Z", { order });

describe("return_unsettled", () => {
  it("is found five business days after the return was completed", () => {
    expect(first(back())).toBe("2026-03-26T09:00:00.000Z");
    const { found } = look("return_unsettled", "2026-04-01T09:00:00Z", { order: back() });
    expect(found).toMatchObject([{ subject: "return:8@2026-03-19T09:00:00.000Z", weight: 2 }]);
    expect(found[0]?.evidence).toContainEqual(
      expect.objectContaining({ id: "return:8:returnStatus", value: "closed" }),
    );
  });

  it("counts from the order's last change where nobody says when", () => {
    const order = {
      ...back({ returns: [{ ...closed, closedAt: null }] }),
      updatedAt: "2026-03-20T09:00:00Z",
    };
    expect(first(order)).toBe("2026-03-27T09:00:00.000Z");
    expect(look("return_unsettled", "2026-04-01T09:00:00Z", { order }).subjects).toEqual(["return:8"]);
  });

  it("is over when it was paid back, be it before it was completed", () => {
    expect(first(back({ refunds: [refund("2026-03-18T09:00:00Z")] }))).toBeNull();
    expect(first(back({ refunds: [refund("2026-03-18T09:00:00Z", { settled: false })] }))).toBeNull();
    expect(first(back({ refunds: [refund("2026-03-03T09:00:00Z")] }))).not.toBeNull();
    const nothing = refund("2026-03-18T09:00:00Z", { amount: { amount: "0.00", currency: "EUR" } });
    expect(first(back({ refunds: [nothing] }))).not.toBeNull();
  });

  it("is found for the second of two where one was paid back", () => {
    const second = { ...closed, id: "9", closedAt: "2026-03-20T09:00:00.000Z" };
    const order = back({ returns: [second, closed], refunds: [refund("2026-03-19T09:00:00Z")] });
    expect(look("return_unsettled", "2026-04-10T09:00:00Z", { order }).subjects).toEqual([
      "return:9@2026-03-20T09:00:00.000Z",
    ]);
  });

  it.each([
    ["is not back", back({ returns: [{ ...closed, status: "open" }] })],
    ["was declined", back({ returns: [{ ...closed, status: "declined" }] })],
    ["was paid back whole", back({ financialStatus: "refunded" })],
    ["was never paid", back({ financialStatus: "pending" })],
    ["is of a cancelled order", back({ cancelledAt: "2026-03-20T09:00:00Z" })],
    [
      "is exchanged for what is to leave",
      back({
        fulfillmentOrders: [{ id: "9", status: "open", requestStatus: null, fulfillAt: null, holds: [] }],
      }),
    ],
    [
      "is exchanged for what has left",
      back({
        fulfillments: [
          ...(delivered.fulfillments ?? []),
          parcelOf({ id: "502", createdAt: "2026-03-20T09:00:00Z" }),
        ],
      }),
    ],
  ])("is not found of a return that %s", (_what, order) => {
    expect(first(order)).toBeNull();
  });
});
