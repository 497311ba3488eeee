import { expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { claims } from "./claims.ts";
import { sentences } from "./fold.ts";

const order = orderSchema.parse({
  id: "1",
  name: "#1",
  placedAt: "2026-11-07T12:00:00Z",
  total: { amount: "49.90", currency: "EUR" },
  currency: "EUR",
  lines: [],
  refunds: [{ id: "r", at: "2026-11-10T00:00:00Z", amount: { amount: "20.00", currency: "EUR" } }],
});

it.each([
  ["I paid 49.90 € and you refunded 20 €", ["paid 49.90 €: agrees", "a refund of 20 €: agrees"]],
  ["You refunded me 20 €, but I paid 49.90 €", ["a refund of 20 €: agrees", "paid 49.90 €: agrees"]],
  ["I paid 40 EUR. I was charged 49.90 EUR.", ["paid 40 eur: unknown", "paid 49.90 eur: agrees"]],
  ["I paid 40 EUR.", ["paid 40 eur: conflicts"]],
])("hears several amounts apart, and holds none against the total alone: %s", (text, wanted) => {
  const found = claims(sentences(text), { order, now: new Date("2026-11-21T12:00:00Z"), language: "en" });
  expect(found.map(({ claim, verdict }) => `${claim}: ${verdict}`)).toEqual(wanted);
});
