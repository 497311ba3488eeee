import { expect, it } from "vitest";
import { whetherCsat, type CsatCircumstances } from "#app/care/triage/whether-csat.ts";

const calm = { emotion: "frustration", riskFlags: [], intent: "refund" } as const;
const usual: CsatCircumstances = {
  on: true,
  status: "closed",
  readings: [calm],
  suppressed: false,
  askedLately: false,
  hasAddress: true,
  spoke: true,
};

it("asks whoever was answered, angry ones too, and ones who asked for a person", () => {
  expect(whetherCsat(usual)).toEqual({ decision: "ask" });
  const readings = [{ ...calm, emotion: "anger" as const, riskFlags: ["wants_person" as const] }];
  expect(whetherCsat({ ...usual, readings })).toEqual({ decision: "ask" });
});

it("waits for a conversation that was taken up again", () => {
  expect(whetherCsat({ ...usual, status: "open" })).toEqual({ decision: "later" });
  expect(whetherCsat({ ...usual, status: "snoozed" })).toEqual({ decision: "later" });
});

it.each<[string, Partial<CsatCircumstances>]>([
  ["off", { on: false }],
  ["spam", { status: "spam" }],
  ["spam", { readings: [{ ...calm, intent: "spam_or_auto" }] }],
  ["moved", { spoke: false }],
  ["no_address", { hasAddress: false }],
  ["suppressed", { suppressed: true }],
  ["asked_lately", { askedLately: true }],
  ["grieving", { readings: [calm, { ...calm, emotion: "grief" }, calm] }],
  ["grieving", { readings: [{ ...calm, emotion: "sadness" }] }],
  ["risk", { readings: [{ ...calm, riskFlags: ["self_harm"] }] }],
  ["risk", { readings: [{ ...calm, riskFlags: ["legal"] }, calm] }],
])("does not ask: %s", (why, given) => {
  expect(whetherCsat({ ...usual, ...given })).toEqual({ decision: "refuse", why });
});
