import { expect, it } from "vitest";
import type { Claim } from "#app/care/understand/reading.ts";
import { english } from "#tests/setup/english.ts";
import { claimLabel, evidenceLabel } from "./claim-words.ts";
import { asSentence } from "./labels.ts";

it.each([
  ["last event: in_transit", "Last event: in transit."],
  ["estimated delivery 2026-11-19T18:37:14.000Z", "Estimated delivery Nov 19, 2026, 6:37 PM UTC."],
  ["2026-99-99T99:99:99Z", "2026-99-99T99:99:99Z."],
])("%s is said as %s", (shows, said) => expect(evidenceLabel(english, shows)).toBe(said));

it.each<[Claim["kind"], string, string]>([
  ["amount", "paid 500 eur", "Paid 500 EUR."],
  ["amount", "paid r$ 1.299,90", "Paid R$ 1.299,90."],
  ["refund_amount", "a refund of 12,30eur", "A refund of 12,30 EUR."],
  ["amount", "paid 500 euros", "Paid 500 euros."],
  ["amount", "paid €500", "Paid €500."],
  ["item_name", "the item is rub 2 eur", "The item is rub 2 eur."],
])("of %s, %j is said as %j", (kind, claim, said) => expect(claimLabel(english, { kind, claim })).toBe(said));

it.each<[Claim["kind"], string]>([
  ["marked_delivered", "the tracking says delivered"],
  ["not_received", "the parcel has not arrived"],
  ["overdue", "the parcel is late"],
  ["not_shipped", "the parcel has not been sent"],
  ["wrong_item", "the wrong item came"],
  ["damaged_item", "the item is damaged or does not work"],
  ["missing_item", "something is missing from the parcel"],
  ["charged_twice", "the payment was taken twice"],
  ["refund_not_received", "the refund has not come"],
  ["returned_item", "the item was sent back"],
  ["cancelled", "the order was cancelled"],
  ["promised", "the shop made a promise"],
  ["received", "the parcel has arrived"],
  ["ordered_on", "ordered on 5. November"],
  ["expected_on", "it was announced for Friday"],
  ["delivered_on", "it was delivered on 3 March"],
  ["ordered_ago", "ordered about 14 days ago"],
  ["ordered_ago", "paid about 3 days ago"],
  ["item_name", "it is about Wool blanket"],
  ["item_name", 'they ordered "Silk blanket"'],
  ["quantity", "they ordered 2 of Wool blanket"],
  ["quantity", "they ordered 3 items"],
  ["quantity", "they ordered 3"],
  ["repeated", "replacement number 2"],
  ["repeated", "message number 3"],
  ["repeated", "late for time number 2"],
])("of %s, %j is said in the same words", (kind, claim) =>
  expect(claimLabel(english, { kind, claim })).toBe(asSentence(claim)),
);

it.each([
  "not cancelled",
  "nothing has shipped",
  "a part of the order has not shipped",
  "it was sent",
  "return, open",
  "returned as wrong item",
  "no refund is recorded",
  "refund of 12.30 EUR",
  "refund, not through yet",
  "promised, broken",
  "earlier messages about it: 3",
  "total 59.90 EUR",
  "Wool blanket: 12.00 EUR each",
  "2 × Wool blanket",
])("%j is shown in the same words", (shows) => expect(evidenceLabel(english, shows)).toBe(asSentence(shows)));

it.each([
  ["placed 2026-11-19T18:37:14.000Z", "Placed Nov 19, 2026, 6:37 PM UTC."],
  [
    "refund of 12.30 EUR made 2026-11-19T18:37:14.000Z, not through yet",
    "Refund of 12.30 EUR made Nov 19, 2026, 6:37 PM UTC, not through yet.",
  ],
  ["promised for 2026-11-19T18:37:14.000Z, open", "Promised for Nov 19, 2026, 6:37 PM UTC, open."],
  ["placed at once", "Placed at once."],
])("%j is shown as %j", (shows, said) => expect(evidenceLabel(english, shows)).toBe(said));
