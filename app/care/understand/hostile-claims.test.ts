import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { bounded } from "./bounded.ts";
import { recorded } from "./claims.fixture.ts";
import { claims } from "./claims.ts";
import { sentences } from "./fold.ts";

const now = new Date("2026-11-21T12:00:00Z");
const order = orderSchema.parse({
  ...recorded,
  fulfillments: [{ id: "f", events: [], deliveredAt: "2026-11-15T00:00:00Z" }],
});
const refunded = {
  ...order,
  refunds: [{ id: "r", at: "2026-11-10T00:00:00Z", amount: { amount: "20.00", currency: "EUR" } }],
};

describe("hostile text", () => {
  const units = [
    "not ",
    "I ordered 1 ",
    "1,",
    "12.",
    "12/",
    "$1 ",
    '"a',
    "ordered the Aa ",
    "no refund ",
    "kein geld ",
    "nie ma ",
    "не ",
    "नहीं ",
    "届",
    "hatte a ",
    "1 paid € ",
    "третий ",
    "should have been ",
  ];
  it.each(units)("reads 6,000 characters of %j in less than 50 ms", (unit) => {
    const parts = sentences(bounded(unit.repeat(6_000 / unit.length + 1)));
    for (const language of ["en", "de", "pl", "ru", "hi", "ja", "und"]) {
      const record = { order, now, language };
      const took = Math.min(
        ...[1, 2, 3].map(() => {
          const started = performance.now();
          claims(parts, record);
          return performance.now() - started;
        }),
      );
      expect(took).toBeLessThan(50);
    }
  });

  it("never throws, never says more than twelve things, never quotes what was not written", () => {
    const piece = fc.constantFrom(
      ...units,
      "\ud800",
      "\u0000",
      "€",
      "49,90 €",
      "delivered",
      "\n",
      "05/12",
      "second email",
      "🎁",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("en", "de", "ru", "ja", "und", "x"),
        (pieces, language) => {
          const text = pieces.join(" ");
          const found = claims(sentences(text), { order: refunded, history: undefined, now, language });
          expect(found.length).toBeLessThanOrEqual(12);
          for (const { quote } of found) expect(text).toContain(quote);
        },
      ),
    );
  });
});
