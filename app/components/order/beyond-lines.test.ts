import { describe, expect, it } from "vitest";
import { beyondLines } from "./beyond-lines.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const line = (amount: string, given: object = {}) => ({
  ...{ id: "1", title: "Flask", variantTitle: null, sku: null, quantity: 1, currentQuantity: null },
  price: eur(amount),
  ...given,
});
const order = {
  total: eur("144.00"),
  editedAt: null,
  lines: [line("19.50"), line("57.50", { quantity: 2 })],
};

describe("what an order cost besides its lines", () => {
  it("is the rest of its total, to the cent", () => {
    expect(beyondLines({ ...order, lines: [line("19.50"), line("115.00")] })).toEqual(eur("9.50"));
    expect(beyondLines({ ...order, total: eur("134.60") })).toEqual(eur("0.10"));
  });

  it("is less than nothing where more was taken off than came on top", () => {
    expect(beyondLines({ ...order, total: eur("130.05") })).toEqual(eur("-4.45"));
  });

  it.each([
    ["they add up", { total: eur("134.5") }],
    ["a price is not known", { lines: [line("19.50"), line("1", { price: null })] }],
    ["a price is in another currency", { lines: [line("1", { price: { amount: "1", currency: "USD" } })] }],
    ["the order was edited", { editedAt: "2026-11-20T09:00:00Z" }],
    ["a line was taken out or sent back", { lines: [line("57.50", { quantity: 2, currentQuantity: 1 })] }],
    ["there are no lines", { lines: [] }],
  ])("is not told where %s", (_why, given) => {
    expect(beyondLines({ ...order, ...given })).toBeNull();
  });
});
