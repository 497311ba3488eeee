import { describe, expect, it } from "vitest";
import { firstFound, look, parcelOf } from "#app/care/detect/seen.fixture.ts";

const pending = (given: object = {}) => ({ financialStatus: "PENDING", ...given });
const first = (order: object) => firstFound("payment_pending", "2026-03-02T09:00:00Z", { order });

describe("payment_pending", () => {
  it("is found after three business days, and weighs more after five", () => {
    expect(first(pending())).toBe("2026-03-05T09:00:00.000Z");
    expect(look("payment_pending", "2026-03-05T09:00:00Z", { order: pending() })).toMatchObject({
      found: [{ subject: "order:1001@pending", weight: 1 }],
      lookAt: "2026-03-09T09:00:00.000Z",
    });
    expect(look("payment_pending", "2026-03-09T09:00:00Z", { order: pending() })).toMatchObject({
      found: [{ weight: 2 }],
      lookAt: null,
    });
  });

  it("gives a bank transfer a week", () => {
    const attributes = [{ name: "Zahlart", value: "Vorkasse / Überweisung" }];
    expect(first(pending({ attributes }))).toBe("2026-03-09T09:00:00.000Z");
    expect(first(pending({ tags: ["Bank Deposit"] }))).toBe("2026-03-09T09:00:00.000Z");
  });

  it("is found before an authorization lapses, and a day after a payment failed", () => {
    expect(first({ financialStatus: "authorized" })).toBe("2026-03-08T09:00:00.000Z");
    expect(first({ financialStatus: "authorized", paidAt: "2026-03-04T09:00:00.000Z" })).toBe(
      "2026-03-10T09:00:00.000Z",
    );
    expect(first({ financialStatus: "expired" })).toBe("2026-03-03T09:00:00.000Z");
    expect(
      look("payment_pending", "2026-03-09T09:00:00Z", { order: { financialStatus: "VOIDED" } }),
    ).toMatchObject({ found: [{ subject: "order:1001@failed", weight: 2 }], lookAt: null });
  });

  it.each([
    ["is paid", { financialStatus: "paid" }],
    ["was paid in part, as agreed", { financialStatus: "partially_paid" }],
    ["is to be paid at the door", pending({ tags: ["COD"] })],
    ["is to be paid by invoice", pending({ attributes: [{ name: "payment", value: "Kauf auf Rechnung" }] })],
    ["is sold on terms", pending({ tags: ["wholesale", "net30"] })],
    ["left without payment", pending({ fulfillments: [parcelOf()] })],
    ["was placed ahead", pending({ tags: ["preorder"] })],
    ["was cancelled", pending({ cancelledAt: "2026-03-02T10:00:00Z" })],
    ["was archived", pending({ closedAt: "2026-03-02T10:00:00Z" })],
    ["costs nothing", pending({ total: { amount: "0.00", currency: "EUR" } })],
  ])("is not found in an order that %s", (_what, order) => {
    expect(first(order)).toBeNull();
  });
});
