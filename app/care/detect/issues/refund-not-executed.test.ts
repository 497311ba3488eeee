import { describe, expect, it } from "vitest";
import { firstFound, look } from "#app/care/detect/seen.fixture.ts";

const AT = "2026-03-05T09:00:00Z";
const refund = (given: object = {}) => ({
  id: "71",
  at: AT,
  amount: { amount: "59.90", currency: "EUR" },
  settled: false,
  ...given,
});
const first = (order: object) => firstFound("refund_not_executed", "2026-03-03T09:00:00Z", { order });

describe("refund_not_executed", () => {
  it("is found when a refund has not gone through after three business days", () => {
    // Thursday → Tuesday.
    expect(first({ financialStatus: "refunded", refunds: [refund()] })).toBe("2026-03-10T09:00:00.000Z");
    const { found } = look("refund_not_executed", "2026-03-11T09:00:00Z", { order: { refunds: [refund()] } });
    expect(found).toMatchObject([{ subject: "refund:71", weight: 2 }]);
    expect(found[0]?.evidence.map(({ id, value }) => [id, value])).toEqual(
      expect.arrayContaining([
        ["refund:71:refundState", "pending"],
        ["refund:71:refundAmount", "59.90 EUR"],
      ]),
    );
  });

  it("is found for each of several, in whatever currency", () => {
    const refunds = [
      refund({ settled: true }),
      refund({ id: "72", amount: { amount: "1000", currency: "JPY" } }),
      refund({ id: "73", at: "2026-03-06T09:00:00Z" }),
    ];
    expect(look("refund_not_executed", "2026-03-10T10:00:00Z", { order: { refunds } })).toMatchObject({
      subjects: ["refund:72"],
      lookAt: "2026-03-11T09:00:00.000Z",
    });
  });

  it("is found two days after a paid order was cancelled and nothing paid back", () => {
    const order = { cancelledAt: AT, financialStatus: "PAID" };
    expect(first(order)).toBe("2026-03-07T09:00:00.000Z");
    expect(first({ ...order, refunds: [refund({ settled: true })] })).toBeNull();
    expect(first({ ...order, refunds: [refund({ amount: { amount: "0", currency: "EUR" } })] })).toBe(
      "2026-03-07T09:00:00.000Z",
    );
  });

  it.each([
    ["went through", { refunds: [refund({ settled: true })] }],
    ["moves no money", { refunds: [refund({ amount: { amount: "0.00", currency: "EUR" } })] }],
    ["takes goods off what nobody paid", { financialStatus: "pending", refunds: [refund()] }],
    ["has no time", { refunds: [refund({ at: "" })] }],
    ["is of an order that was cancelled before it was paid", { cancelledAt: AT, financialStatus: "voided" }],
    ["is of a free order", { cancelledAt: AT, total: { amount: "0.00", currency: "EUR" } }],
    ["was fetched back by the bank", { refunds: [refund()], disputes: [dispute("CHARGE_REFUNDED")] }],
  ])("is not found of a refund that %s", (_what, order) => {
    expect(first(order)).toBeNull();
  });
});

function dispute(status: string) {
  return { id: "5", type: null, status, reason: null, amount: null, evidenceDueBy: null };
}
