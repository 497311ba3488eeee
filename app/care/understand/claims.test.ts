import { describe, expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { recorded } from "./claims.fixture.ts";
import { claims } from "./claims.ts";
import { sentences } from "./fold.ts";
import type { History, RecordedOrder } from "./record-events.ts";
import { claimSchema } from "./reading.ts";

const now = new Date("2026-11-21T12:00:00Z");
const order = (given: object = {}): RecordedOrder => ({
  ...orderSchema.parse({ ...recorded, ...given }),
  ...given,
});
type Given = { language?: string; order?: object | null; history?: History };
const all = (text: string, { language = "en", order: given = {}, history }: Given = {}) =>
  claims(sentences(text), { order: given && order(given), history, now, language });
const read = (text: string, given?: Given) =>
  Object.fromEntries(all(text, given).map(({ kind, verdict }) => [kind, verdict]));

const delivered = { fulfillments: [{ id: "f", events: [], deliveredAt: "2026-11-15T00:00:00Z" }] };
const underway = { fulfillments: [{ id: "f", events: [], estimatedDeliveryAt: "2026-11-16T00:00:00Z" }] };
const postponed = {
  fulfillments: [
    {
      id: "f",
      events: [
        { status: "in_transit", at: "2026-11-10T00:00:00Z", estimatedDeliveryAt: "2026-11-12T00:00:00Z" },
      ],
      estimatedDeliveryAt: "2026-11-16T00:00:00Z",
    },
  ],
};
const mugs = [{ id: "l1", title: "Blue Mug", quantity: 1, price: { amount: "24.90", currency: "EUR" } }];
const dollars = { total: { amount: "1299.00", currency: "USD" }, currency: "USD", lines: [] };
const refund = (more: object = {}) => ({
  refunds: [{ id: "r", at: "2026-11-10T00:00:00Z", amount: { amount: "20.00", currency: "EUR" }, ...more }],
});

it("holds 'delivered but nothing here' against the parcel", () => {
  const text = "It says delivered but I have nothing.";
  expect(read(text, { order: delivered })).toEqual({ marked_delivered: "agrees", not_received: "conflicts" });
  expect(read(text, { order: underway })).toEqual({ marked_delivered: "conflicts", not_received: "agrees" });
});

describe("against the record", () => {
  it.each<[string, Given, string, string]>([
    ["I ordered two weeks ago", {}, "ordered_ago", "agrees"],
    ["I ordered three days ago", {}, "ordered_ago", "conflicts"],
    ["Ich habe vor zwei Wochen bestellt", { language: "de" }, "ordered_ago", "agrees"],
    ["Hice el pedido hace dos meses", { language: "es" }, "ordered_ago", "conflicts"],
    ["J'ai commandé il y a deux semaines", { language: "fr" }, "ordered_ago", "agrees"],
    ["Comprei há 14 dias", { language: "pt" }, "ordered_ago", "agrees"],
    ["Ho ordinato due settimane fa", { language: "it" }, "ordered_ago", "agrees"],
    ["Twee weken geleden besteld", { language: "nl" }, "ordered_ago", "agrees"],
    ["Zamówiłem dwa tygodnie temu", { language: "pl" }, "ordered_ago", "agrees"],
    ["Заказал две недели назад", { language: "ru" }, "ordered_ago", "agrees"],
    ["Am comandat acum două săptămâni", { language: "ro" }, "ordered_ago", "agrees"],
    ["Jag beställde för två veckor sedan", { language: "sv" }, "ordered_ago", "agrees"],
    ["दो हफ्ते पहले ऑर्डर किया", { language: "hi" }, "ordered_ago", "agrees"],
    ["二週間前に注文しました", { language: "ja" }, "ordered_ago", "agrees"],
    // Days.
    ["I ordered on 7 November", {}, "ordered_on", "agrees"],
    ["I ordered on the 8th", {}, "ordered_on", "agrees"],
    ["I ordered on the 3rd", {}, "ordered_on", "conflicts"],
    ["I ordered it on 11/07", {}, "ordered_on", "unknown"],
    ["I ordered it on 07/11", {}, "ordered_on", "unknown"],
    ["I ordered it on 01/02", {}, "ordered_on", "conflicts"],
    ["Am 07.11. bestellt", { language: "de" }, "ordered_on", "agrees"],
    ["Commandé le 07/11", { language: "fr" }, "ordered_on", "agrees"],
    ["11月7日に注文しました", { language: "ja" }, "ordered_on", "agrees"],
    ["You said it would come on 16 November", { order: underway }, "expected_on", "agrees"],
    ["You said it would come on 12 May", { order: underway }, "expected_on", "conflicts"],
    ["You said it would come on 12 May", {}, "expected_on", "unknown"],
    ["Es sollte am 16.11. kommen", { language: "de", order: underway }, "expected_on", "agrees"],
    ["It was delivered on 15 November", { order: delivered }, "delivered_on", "agrees"],
    ["It was delivered on 2 November", { order: delivered }, "delivered_on", "conflicts"],
    // Money.
    ["I paid 49,90 €", {}, "amount", "agrees"],
    ["I paid €49.90 in total", {}, "amount", "agrees"],
    ["I paid 24.90 EUR for the blanket", {}, "amount", "agrees"],
    ["I paid 25 EUR for the bottles", {}, "amount", "agrees"],
    ["I paid 59.90 EUR", {}, "amount", "conflicts"],
    ["I was charged $59.90", {}, "amount", "unknown"],
    ["I was charged $49.90", {}, "amount", "unknown"],
    ["I paid 40 EUR and then 49.90 EUR", {}, "amount", "agrees"],
    ["I paid 40 EUR and then 60 EUR", {}, "amount", "unknown"],
    ["I paid $1,299.00", { order: dollars }, "amount", "agrees"],
    ["Ich habe 1.299,00 USD bezahlt", { language: "de", order: dollars }, "amount", "agrees"],
    ["J'ai payé 1 299,00 $", { language: "fr", order: dollars }, "amount", "agrees"],
    ["I paid 1299 dollars", { order: dollars }, "amount", "agrees"],
    ["I paid 1.299 dollars", { order: dollars }, "amount", "agrees"],
    ["I paid 12.99 dollars", { order: dollars }, "amount", "conflicts"],
    [
      "4,800円支払いました",
      { language: "ja", order: { total: { amount: "4800", currency: "JPY" }, lines: [] } },
      "amount",
      "agrees",
    ],
    [
      "Заплатил 1 500 руб",
      { language: "ru", order: { total: { amount: "1500.00", currency: "RUB" }, lines: [] } },
      "amount",
      "agrees",
    ],
    ["You refunded me 20 €", { order: refund() }, "refund_amount", "agrees"],
    ["You only refunded 15 €", { order: refund() }, "refund_amount", "conflicts"],
    ["I want a refund of the 49.90 €", { order: refund() }, "refund_amount", "unknown"],
    ["Your refund of $20 came", { order: refund() }, "refund_amount", "unknown"],
    // Refunds, returns, the rest.
    ["I still have no refund", {}, "refund_not_received", "agrees"],
    ["I still have no refund", { order: refund() }, "refund_not_received", "conflicts"],
    ["I still have no refund", { order: refund({ settled: false }) }, "refund_not_received", "agrees"],
    ["It was supposed to arrive last week", { order: underway }, "overdue", "agrees"],
    ["I cancelled it", {}, "cancelled", "conflicts"],
    ["I sent it back", { order: { returns: [{ id: "t", status: "OPEN" }] } }, "returned_item", "agrees"],
    ["I sent it back", {}, "returned_item", "unknown"],
    ["The mug arrived broken", {}, "damaged_item", "unknown"],
    [
      "The mug arrived broken",
      { order: { returns: [{ id: "t", status: "OPEN", reason: "DEFECTIVE" }] } },
      "damaged_item",
      "agrees",
    ],
    ["One is missing from the parcel", { order: { fulfillmentStatus: "partial" } }, "missing_item", "agrees"],
    ["One is missing from the parcel", { order: delivered }, "missing_item", "unknown"],
    ["not even shipped", {}, "not_shipped", "agrees"],
    ["It has not even been shipped yet", { order: underway }, "not_shipped", "conflicts"],
    [
      "It hasn't been dispatched",
      { order: { ...underway, fulfillmentStatus: "partial" } },
      "not_shipped",
      "unknown",
    ],
    ["I paid TWO WEEKS AGO", {}, "ordered_ago", "agrees"],
    ["I paid FIVE DAYS AGO", {}, "ordered_ago", "unknown"],
    ["I paid two months ago", {}, "ordered_ago", "conflicts"],
    ["Ich habe vor zwei Wochen bezahlt", { language: "de" }, "ordered_ago", "agrees"],
    ["This is the second time it is late", { order: postponed }, "repeated", "agrees"],
    ["This is the third time it is late", { order: postponed }, "repeated", "unknown"],
    ["Schon das zweite Mal zu spät", { language: "de", order: postponed }, "repeated", "agrees"],
    // Items and quantities.
    ["the blue mug is missing", { order: { lines: mugs } }, "item_name", "agrees"],
    ["BLUE MUGS, all broken", { order: { lines: mugs } }, "item_name", "agrees"],
    ["The wool blanket is lovely", {}, "item_name", "agrees"],
    ['I ordered the "Copper kettle"', {}, "item_name", "conflicts"],
    ['I ordered the "Blanket, grey"', {}, "item_name", "unknown"],
    ["I ordered the Copper Kettle Deluxe", {}, "item_name", "conflicts"],
    ['I ordered the "Copper kettle"', { order: { lines: [] } }, "item_name", "unknown"],
    ["I ordered two trail bottles", {}, "quantity", "agrees"],
    ["I ordered 3 trail bottles", {}, "quantity", "conflicts"],
    ["I ordered 3 items", {}, "quantity", "agrees"],
    ["I ordered 7 items", {}, "quantity", "conflicts"],
    ["Ich habe drei Artikel bestellt", { language: "de" }, "quantity", "agrees"],
    // Again and again, and promises.
    ["This is the third time I write to you", { history: { contacts: 2 } }, "repeated", "agrees"],
    ["This is the third time I write to you", { history: { contacts: 1 } }, "repeated", "conflicts"],
    ["This is the third time I write to you", { history: { contacts: 0 } }, "repeated", "unknown"],
    ["This is the third time I write to you", {}, "repeated", "unknown"],
    [
      "Ich schreibe Ihnen zum dritten Mal",
      { language: "de", history: { contacts: 4 } },
      "repeated",
      "agrees",
    ],
    [
      "Es ya el segundo correo que escribo",
      { language: "es", history: { contacts: 1 } },
      "repeated",
      "agrees",
    ],
    [
      "The second replacement is broken too",
      { order: { returns: [{ id: "t", status: "CLOSED" }] } },
      "repeated",
      "agrees",
    ],
    ["You promised it would be here", {}, "promised", "unknown"],
    [
      "You promised it would be here",
      { history: { promises: [{ id: "p", state: "broken", dueAt: null }] } },
      "promised",
      "agrees",
    ],
  ])("%s %j: %s %s", (...[text, given, kind, verdict]) => {
    expect(read(text, given)[kind]).toBe(verdict);
  });
});

describe("what is no claim", () => {
  it.each([
    ["en", "Hello, do you ship to Norway?"],
    ["en", "Thank you so much!"],
    ["en", "Where is my invoice?"],
    ["en", "Call me on 12 May at 10:30."],
    ["de", "Gibt es die Decke auch in Blau?"],
    ["ja", "こんにちは"],
    ["und", "12345 !!! ???"],
  ])("%s: %s", (language, text) => {
    expect(
      all(text, { language })
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "item_name"),
    ).toEqual([]);
  });
});

it("knows nothing without an order, and says where it read the claim", () => {
  const [claim] = all("Hi.\nMy parcel never arrived.", { order: null });
  expect(claim).toMatchObject({
    kind: "not_received",
    verdict: "unknown",
    quote: "My parcel never arrived.",
    evidence: [],
  });
});

it("gives evidence with every verdict but an unknown one", () => {
  const text =
    "You promised it for 12 May. I ordered 3 trail bottles on the 3rd and paid 60 EUR. It says delivered, I got nothing. No refund!";
  const found = all(text, {
    order: { ...delivered, ...refund() },
    history: { promises: [{ id: "p", state: "open", dueAt: null }] },
  });
  expect(found.length).toBeGreaterThan(6);
  for (const claim of found) {
    expect(claimSchema.parse(claim)).toEqual(claim);
    expect(claim.verdict === "unknown" || claim.evidence.length > 0).toBe(true);
    expect(text).toContain(claim.quote);
  }
});

it("does not take half a name for the item", () => {
  expect(read("The box was blue and so am I", { order: { lines: mugs } })).toEqual({});
  expect(read("A smug answer in blue", { order: { lines: mugs } })).toEqual({});
});
