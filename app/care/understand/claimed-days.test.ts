import { describe, expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { claims } from "./claims.ts";
import { sentences } from "./fold.ts";

const now = new Date("2026-11-21T12:00:00Z");
const base = {
  id: "1",
  name: "#1",
  placedAt: "2026-11-07T12:00:00Z",
  total: { amount: "49.90", currency: "EUR" },
  currency: "EUR",
};
type Given = { language?: string; order?: object };
const all = (text: string, { language = "en", order = {} }: Given = {}) =>
  claims(sentences(text), { order: orderSchema.parse({ ...base, ...order }), now, language });
const read = (text: string, given?: Given) =>
  Object.fromEntries(all(text, given).map(({ kind, verdict }) => [kind, verdict]));

describe("to each day the word that it belongs to", () => {
  const due = { estimatedDeliveryAt: "2026-11-16T00:00:00Z" };
  const placed = (at: string, more: object = {}) => ({
    placedAt: `2026-${at}T12:00:00Z`,
    fulfillments: [{ id: "f", events: [], ...due, ...more }],
  });
  const tenth = placed("11-10");
  const october = placed("10-29", { estimatedDeliveryAt: "2026-11-05T00:00:00Z" });
  const came = placed("11-10", { deliveredAt: "2026-11-15T00:00:00Z" });
  const ordered = (verdict: string) => ({ ordered_on: verdict });
  const both = { ordered_on: "agrees", expected_on: "agrees" };
  const kinds = new Set(["ordered_on", "expected_on", "delivered_on"]);
  it.each<[string, string, object, object]>([
    ["en", "I ordered #1029 on 29 October and you promised it by the 5th.", october, both],
    [
      "en",
      "I ordered #1029 on 29 October and you promised it by the 9th.",
      october,
      { ordered_on: "agrees", expected_on: "conflicts" },
    ],
    ["en", "I ordered on Friday, 29 October and you promised it by Monday, 5 November", october, both],
    ["en", "On 10 November I ordered, and until today nothing came.", tenth, ordered("agrees")],
    ["en", "I ordered on 10 November, it should be here by now", tenth, ordered("agrees")],
    ["en", "I ordered on 3 November, it should be here by now", tenth, ordered("conflicts")],
    ["en", "I ordered the mug and the plate on 10 November, you promised to hurry", tenth, ordered("agrees")],
    ["en", "I ordered by phone on 10 November", tenth, ordered("agrees")],
    [
      "en",
      "I ordered on 10 November and today is 21 November, you said it was on its way",
      tenth,
      ordered("agrees"),
    ],
    ["en", "I ordered on 10 November as promised", tenth, { expected_on: "unknown" }],
    ["de", "Bestellt, und bis zum 16. sollte es da sein", tenth, { expected_on: "agrees" }],
    ["en", "I received my order on 15 November", came, { delivered_on: "agrees" }],
    [
      "en",
      "Ordered on 10 November, promised for the 16th, delivered on 15 November",
      came,
      { ...both, delivered_on: "agrees" },
    ],
    ["en", "You promised it by the 12th or by the 16th", tenth, { expected_on: "unknown" }],
    ["en", "My order of 10 November should have been here long ago", tenth, ordered("agrees")],
    ["de", "Bestellt am 10. November, bis heute nichts da.", tenth, ordered("agrees")],
    ["de", "Ich habe am 10.11. bestellt und bis heute nichts bekommen", tenth, ordered("agrees")],
    ["de", "Ich habe am 3.11. bestellt und bis heute nichts bekommen", tenth, ordered("conflicts")],
    ["de", "Am 10. November bestellt, Lieferung für den 16. zugesagt", tenth, both],
    [
      "de",
      "Am 10.11. hatte ich bestellt und schreibe schon zum 2. Mal, versprochen war mehr",
      tenth,
      ordered("agrees"),
    ],
    ["de", "Meine Bestellung vom 10.11. sollte am 16.11. kommen", tenth, both],
    ["de", "Meine Bestellung vom 10.11. sollte längst da sein", tenth, ordered("agrees")],
    ["fr", "J'ai commandé le 10 novembre, livraison promise le 16", tenth, both],
    ["fr", "Commandé le 10 novembre et jusqu'à aujourd'hui rien, livraison promise le 16", tenth, both],
    ["es", "Compré el 10 de noviembre y hasta hoy nada, prometieron el 16 de noviembre", tenth, both],
    ["pt", "Comprei em 10 de novembro e até hoje nada, prometeram para o dia 16", tenth, both],
    ["it", "Ho ordinato il 10 novembre e fino a oggi niente, consegna prevista il 16", tenth, both],
    ["nl", "Besteld op 10 november en tot vandaag niets, beloofd voor 16 november", tenth, both],
    ["sv", "Jag beställde 10 november och ni lovade 16 november", tenth, both],
    ["pl", "Zamówiłem 10 listopada i obiecaliście 16 listopada", tenth, both],
    ["ro", "Am comandat pe 10 noiembrie și ați promis 16 noiembrie", tenth, both],
    ["ru", "Заказал 10 ноября и вы обещали 16 ноября", tenth, both],
    ["uk", "Замовив 10 листопада і ви обіцяли 16 листопада", tenth, both],
    ["hi", "10 नवंबर को ऑर्डर किया और 16 नवंबर का वादा था", tenth, both],
    ["ja", "11月10日に注文し、11月16日の予定でした", tenth, both],
  ])("%s: %s", (...[language, text, given, expected]) => {
    const found = Object.entries(read(text, { language, order: given }));
    expect(Object.fromEntries(found.filter(([kind]) => kinds.has(kind)))).toEqual(expected);
  });
});

it("says the day without the preposition it was written with", () => {
  const [ordered, expected] = all("I ordered on the 7th and you promised it by the 16th").filter(({ kind }) =>
    kind.endsWith("_on"),
  );
  expect([ordered?.claim, expected?.claim]).toEqual(["ordered on the 7th", "it was announced for the 16th"]);
});
