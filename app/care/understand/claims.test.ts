import { expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { claims } from "./claims.ts";
import { sentences } from "./fold.ts";

const now = new Date("2026-11-21T12:00:00Z");
const base = {
  id: "1",
  name: "#1",
  placedAt: "2026-11-07T12:00:00Z",
  total: { amount: "49.90", currency: "EUR" },
};
const read = (text: string, given: object | null = {}) =>
  Object.fromEntries(
    claims(sentences(text), given && orderSchema.parse({ ...base, ...given }), now).map(
      ({ kind, verdict }) => [kind, verdict],
    ),
  );
const delivered = { fulfillments: [{ id: "f", deliveredAt: "2026-11-15T00:00:00Z" }] };
const underway = { fulfillments: [{ id: "f", estimatedDeliveryAt: "2026-11-16T00:00:00Z" }] };

it("holds 'delivered but nothing here' against the parcel", () => {
  const text = "It says delivered but I have nothing.";
  expect(read(text, delivered)).toEqual({ marked_delivered: "agrees", not_received: "conflicts" });
  expect(read(text, underway)).toEqual({ marked_delivered: "conflicts", not_received: "agrees" });
});

it.each([
  ["I ordered two weeks ago", "agrees"],
  ["Ich habe vor zwei Wochen bestellt", "agrees"],
  ["Hice el pedido hace dos meses", "conflicts"],
  ["J'ai commandé il y a deux semaines", "agrees"],
  ["Comprei há 14 dias", "agrees"],
  ["I ordered three days ago", "conflicts"],
])("%s: %s", (text, verdict) => {
  expect(read(text)["ordered_ago"]).toBe(verdict);
});

it.each([
  ["It was supposed to arrive last week", underway, "overdue", "agrees"],
  ["I still have no refund", {}, "refund_not_received", "agrees"],
  [
    "I still have no refund",
    { refunds: [{ id: "r", at: "2026-11-10T00:00:00Z" }] },
    "refund_not_received",
    "conflicts",
  ],
  ["I paid 49,90 €", {}, "amount", "agrees"],
  ["I was charged $59.90", {}, "amount", "conflicts"],
  ["I was charged twice", {}, "charged_twice", "unknown"],
  ["Me enviaron la talla equivocada", {}, "wrong_item", "unknown"],
])("%s", (...[text, given, kind, verdict]) => {
  expect(read(text, given)[kind]).toBe(verdict);
});

it("knows nothing without an order, and says where it read the claim", () => {
  const [claim] = claims(sentences("Hi.\nMy parcel never arrived."), null, now);
  expect(claim).toMatchObject({
    kind: "not_received",
    verdict: "unknown",
    quote: "My parcel never arrived.",
    evidence: [],
  });
});
