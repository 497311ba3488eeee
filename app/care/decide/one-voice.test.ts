import { expect, it } from "vitest";
import { ago, anIssue } from "#app/care/decide/circumstances.fixture.ts";
import { compareVoices, isToldAnew, sameMatter } from "#app/care/decide/one-voice.ts";

it("takes what concerns one parcel for one matter, and two parcels for two", () => {
  const one = anIssue();
  expect(sameMatter(one, anIssue({ kind: "past_estimate", subject: "fulfillment:12@9" }))).toBe(true);
  expect(sameMatter(one, anIssue({ kind: "past_estimate", subject: "fulfillment:13@9" }))).toBe(false);
  expect(sameMatter(one, anIssue({ kind: "needed_by_at_risk", subject: "order" }))).toBe(true);
  expect(sameMatter(one, anIssue({ kind: "refund_not_executed", subject: "refund:9" }))).toBe(false);
});

it("tells anew of one matter what is graver, or can be acted on", () => {
  const told = anIssue();
  const anew = (given: Parameters<typeof anIssue>[0]) => isToldAnew(anIssue({ id: "other", ...given }), told);
  expect(anew({ kind: "past_estimate" })).toBe(false);
  expect(anew({ severity: 3 })).toBe(true);
  expect(anew({ kind: "delivery_failed" })).toBe(true);
  const failed = anIssue({ kind: "delivery_failed" });
  expect(isToldAnew(anIssue({ kind: "delivery_failed", subject: "fulfillment:12@2" }), failed)).toBe(true);
  expect(isToldAnew(anIssue({ kind: "delivery_failed" }), failed)).toBe(false);
});

it("lets the graver speak, then what tells more, then the older", () => {
  const [low, high] = [anIssue(), anIssue({ id: "other", severity: 3 })];
  expect(compareVoices(high, low)).toBeLessThan(0);
  expect(compareVoices(low, anIssue({ id: "other", kind: "delivery_failed" }))).toBeGreaterThan(0);
  expect(compareVoices(low, anIssue({ id: "other", knownSince: ago(2) }))).toBeGreaterThan(0);
  expect(compareVoices(low, anIssue({ id: "z" })) < 0).toBe(compareVoices(anIssue({ id: "z" }), low) > 0);
});
