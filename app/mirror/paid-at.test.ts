import { describe, expect, it } from "vitest";
import { paidAtOf, type Transaction } from "#app/mirror/paid-at.ts";

const one = (kind: string, hour: number, given: Partial<Transaction> = {}): Transaction => ({
  kind,
  status: "success",
  manual: false,
  at: `2026-11-10T${String(hour).padStart(2, "0")}:00:00.000Z`,
  ...given,
});

describe("when an order was paid", () => {
  it.each<[string, Transaction[], number | null]>([
    ["at once", [one("sale", 9)], 9],
    ["never", [one("sale", 9, { status: "pending" }), one("sale", 10, { status: "failure" })], null],
    ["by bank deposit", [one("sale", 9, { status: "pending" }), one("sale", 14, { manual: true })], 14],
    ["by bank deposit, marked as a capture", [one("capture", 14, { manual: true })], 14],
    ["by a card of which the shop takes the money later", [one("authorization", 9), one("capture", 14)], 9],
    ["in the shop, by card", [one("emv_authorization", 9), one("capture", 14)], 9],
    ["with a gift card and the rest by deposit", [one("sale", 9), one("sale", 14, { manual: true })], 14],
    ["and paid back", [one("sale", 9), one("refund", 14), one("void", 15)], 9],
    ["by nothing", [], null],
  ])("is told of one paid %s", (_how, transactions, hour) => {
    expect(paidAtOf(transactions)).toBe(hour === null ? null : one("", hour).at);
    expect(paidAtOf(transactions.toReversed())).toBe(paidAtOf(transactions));
  });
});
