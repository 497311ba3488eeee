import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import {
  blamedLabel,
  causeLabel,
  claimLabel,
  evidenceLabel,
  modelAbsenceLabel,
  sureLabel,
} from "./labels.ts";

it.each([
  ["last event: in_transit", "Last event: in transit."],
  ["estimated delivery 2026-11-19T18:37:14.000Z", "Estimated delivery Nov 19, 2026, 6:37 PM UTC."],
  ["2026-99-99T99:99:99Z", "2026-99-99T99:99:99Z."],
])("%s is said as %s", (shows, said) => expect(evidenceLabel(english, shows)).toBe(said));

it.each([
  ["amount", "paid 500 eur", "Paid 500 EUR."],
  ["amount", "paid r$ 1.299,90", "Paid R$ 1.299,90."],
  ["refund_amount", "a refund of 12,30eur", "A refund of 12,30 EUR."],
  ["amount", "paid 500 euros", "Paid 500 euros."],
  ["amount", "paid €500", "Paid €500."],
  ["item_name", "the item is rub 2 eur", "The item is rub 2 eur."],
])("of %s, %j is said as %j", (kind, claim, said) => expect(claimLabel({ kind, claim })).toBe(said));

it("says at whom something is directed, and nothing when it is nobody", () => {
  expect([causeLabel(english, "money"), blamedLabel(english, "nobody")]).toEqual(["Money", ""]);
  expect(blamedLabel(english, "carrier")).toBe("Directed at the carrier");
});

it("says how sure by what it shows", () => {
  expect([0.596, 0.449, 0.1, 0.97].map((sure) => sureLabel(english, sure))).toEqual([
    "Fairly sure (60%)",
    "Somewhat sure (45%)",
    "Not sure (10%)",
    "Very sure (97%)",
  ]);
});

it("says why no model read", () => {
  expect(modelAbsenceLabel(english, undefined)).toBe("Not asked");
  expect(modelAbsenceLabel(english, "no_key")).toBe("No model connected");
  expect(modelAbsenceLabel(english, "timed_out")).toBe("Did not answer in time");
});
