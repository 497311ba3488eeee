import { expect, it } from "vitest";
import { minutes } from "#app/lib/duration.ts";
import { whyNoReceipt, type ReceiptCircumstances } from "#app/care/triage/whether-receipt.ts";

const usual: ReceiptCircumstances = {
  on: true,
  message: { automatic: false, isFirst: true },
  conversation: { status: "open", begunByUs: false, withSupplier: false },
  answered: false,
  suppressed: false,
  reading: { intent: "order_status", emotion: "worry", riskFlags: [] },
  language: "de",
  otherLanguages: "none",
  age: minutes(59),
  receiptsToday: 0,
};

it("tells who wrote first, and nobody asked for anything besides", () => {
  expect(whyNoReceipt(usual)).toBeNull();
  expect(whyNoReceipt({ ...usual, receiptsToday: 1 })).toBeNull();
  expect(whyNoReceipt({ ...usual, language: null, otherLanguages: "english" })).toBeNull();
});

it.each<[string, Partial<ReceiptCircumstances>]>([
  ["receipts are off", { on: false }],
  ["an automatic mail", { message: { automatic: true, isFirst: true } }],
  ["what reads as one", { reading: { ...usual.reading, intent: "spam_or_auto" } }],
  ["a later message", { message: { automatic: false, isFirst: false } }],
  ["a conversation that is answered", { answered: true }],
  ["one that we began", { conversation: { ...usual.conversation, begunByUs: true } }],
  ["one with a warehouse", { conversation: { ...usual.conversation, withSupplier: true } }],
  ["one that is closed", { conversation: { ...usual.conversation, status: "closed" } }],
  ["spam", { conversation: { ...usual.conversation, status: "spam" } }],
  ["an address that takes no mail", { suppressed: true }],
  ["somebody who grieves", { reading: { ...usual.reading, emotion: "grief" } }],
  ["somebody who may do themselves harm", { reading: { ...usual.reading, riskFlags: ["self_harm"] } }],
  ["a threat with a lawyer", { reading: { ...usual.reading, riskFlags: ["legal"] } }],
  ["a language that is not certain", { language: null }],
  ["a message that came long before it was read", { age: minutes(61) }],
  ["an address that was told twice today", { receiptsToday: 2 }],
])("tells nobody of %s", (_what, given) => {
  expect(whyNoReceipt({ ...usual, ...given })).not.toBeNull();
});
