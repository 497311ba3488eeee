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

it.each([
  ["You refunded only 10 EUR of 25 EUR.", "a refund of 10 eur: conflicts"],
  ["You refunded only 20 of 49.90 €.", "a refund of 20 €: agrees"],
  ["You refunded only 20 of 49.90.", "a refund of 20: agrees"],
  ["You refunded €15 instead of €49.90.", "a refund of 15 €: conflicts"],
])("hears which part of an amount was refunded: %s", (text, wanted) => {
  const found = claims(sentences(text), { order, now: new Date("2026-11-21T12:00:00Z"), language: "en" });
  expect(found.map(({ claim, verdict }) => `${claim}: ${verdict}`)).toEqual([wanted]);
});

it.each([
  ["de", "Sie haben nur 20 von 49,90 € erstattet.", "agrees"],
  ["es", "Solo me reembolsaron 10 de 49,90 €.", "conflicts"],
  ["fr", "Vous n'avez remboursé que 20 € sur 49,90 €.", "agrees"],
  ["it", "Rimborsati solo 10 € su 49,90 €.", "conflicts"],
  ["nl", "Jullie hebben maar 20 van de 49,90 € terugbetaald.", "agrees"],
  ["pl", "Zwrot tylko 10 z 49,90 €.", "conflicts"],
  ["ru", "Вернули только 20 из 49,90 евро.", "agrees"],
])("hears it in %s: %s", (language, text, verdict) => {
  const found = claims(sentences(text), { order, now: new Date("2026-11-21T12:00:00Z"), language });
  expect(found.find(({ kind }) => kind === "refund_amount")?.verdict).toBe(verdict);
});

it("counts pieces as pieces, and adds refunds up", () => {
  const given = { order, now: new Date("2026-11-21T12:00:00Z"), language: "en" };
  expect(claims(sentences("You refunded 1 of 2 shirts."), given).map(({ kind }) => kind)).not.toContain(
    "refund_amount",
  );
  const twice = {
    ...order,
    refunds: [...order.refunds, ...order.refunds.map((one) => ({ ...one, id: "s" }))],
  };
  expect(claims(sentences("You refunded 40 €."), { ...given, order: twice })[0]?.verdict).toBe("agrees");
});

it.each([
  "The refund is 10 EUR short.",
  "I asked for 30 EUR as a refund.",
  "You offered me a 15 EUR refund, I accept.",
  "They refunded my friend 50 EUR.",
])("holds nothing against the record that is not stated of one's own refund: %s", (text) => {
  const found = claims(sentences(text), { order, now: new Date("2026-11-21T12:00:00Z"), language: "en" });
  expect(found.map(({ verdict }) => verdict)).not.toContain("conflicts");
});

it("takes what came back for a refund, and no payment", () => {
  const given = { order, now: new Date("2026-11-21T12:00:00Z"), language: "en" };
  const found = claims(sentences("I got 20 EUR back but I paid 120."), given);
  expect(found.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(["refund_amount agrees"]);
});

it("states nothing in asking for it in German", () => {
  const given = { order, now: new Date("2026-11-21T12:00:00Z"), language: "de" };
  const found = claims(sentences("Kann ich 10 Euro Erstattung bekommen?"), given);
  expect(found.map(({ verdict }) => verdict)).not.toContain("conflicts");
});
