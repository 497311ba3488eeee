import { expect, it } from "vitest";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { deliveryOf } from "./delivery-of.ts";

const plan = (raises?: DraftContent["plan"]["raises"]): DraftContent["plan"] => ({
  ...{ intent: "order_status", emotion: "neutral", neutral: true, approach: "answer", options: [] },
  ...(raises ? { raises } : {}),
});
const told = "We wrote the 27th. That is no longer right.";
const sentences: DraftContent["sentences"] = [
  { text: told, kind: "fact", cites: ["claim:c1:said0"], stage: "name" },
];
const claim = { kind: "claim" as const, id: "c1", stage: "s1" };

it("keys an answer by its draft, also one that tells more than was asked", () => {
  expect(deliveryOf("d1", { purpose: "answer", plan: plan(), sentences }, told)).toEqual({
    purpose: "reply",
    key: "reply:d1",
  });
  const also = { purpose: "answer" as const, plan: plan([claim]), sentences };
  expect(deliveryOf("d1", also, told)).toMatchObject({ key: "reply:d1" });
});

it("keys what is told unasked by what it tells, and once for each stage", () => {
  const corrected = (stage: string) =>
    deliveryOf(
      "d1",
      { purpose: "correction", plan: plan([{ ...claim, stage }]), sentences },
      `Hi,\n\n${told}`,
    );
  expect(corrected("s1")).toEqual({ purpose: "correction", key: "correction:c1:s1" });
  expect(corrected("s2").key).not.toBe(corrected("s1").key);
});

it("keys it by its draft where a person took out what it told", () => {
  const content = { purpose: "correction" as const, plan: plan([claim]), sentences };
  expect(deliveryOf("d1", content, "Thank you for waiting.")).toEqual({ purpose: "reply", key: "reply:d1" });
});

it("keys what is told of an order problem by the problem and its stage, whatever a person made of the words", () => {
  const outreach = {
    ...{ outreachId: "o1", issueId: "i1", orderId: "1001", kind: "stalled" as const },
    ...{ subject: "fulfillment:12@1", stage: "first" as const, news: "" },
  };
  const content = { purpose: "outreach" as const, plan: plan(), sentences, outreach };
  const keyed = { purpose: "outreach", key: "outreach:1001:stalled:fulfillment:12@1:first" };
  expect(deliveryOf("d1", content, told)).toEqual(keyed);
  expect(deliveryOf("d2", content, "Something else.")).toEqual(keyed);
  const update = { ...content, outreach: { ...outreach, stage: "update" as const, news: "1.abc" } };
  expect(deliveryOf("d1", update, told).key).toBe("outreach:1001:stalled:fulfillment:12@1:update:1.abc");
});
