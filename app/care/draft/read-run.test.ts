import { describe, expect, it } from "vitest";
import { readRun } from "#app/care/draft/read-run.ts";
import {
  careEmotions,
  goEmotions,
  readingSchema,
  type CareEmotion,
  type Claim,
  type Intent,
  type OrderRef,
  type Reading,
} from "#app/care/understand/reading.ts";

const zeroes = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
const noReadings = { words: null, model: null, record: null };

function reading(intent: Intent, given: Partial<Reading> & { feels?: CareEmotion } = {}): Reading {
  const { feels = "neutral", ...rest } = given;
  return readingSchema.parse({
    ...{
      language: "en",
      intent,
      intentConfidence: 0.9,
      intents: [intent],
      urgency: 1,
      unsure: false,
      why: "",
    },
    emotion: {
      ...{ label: feels, intensity: 0.5, confidence: 0.9, readings: noReadings },
      ...{ distribution: zeroes(careEmotions), goemotions: zeroes(goEmotions) },
    },
    ...{ orderRefs: [], orderIds: [], claims: [], riskFlags: [], identity: "address_match" },
    cause: { about: "unknown", blamed: "nobody", quote: "" },
    ...rest,
  });
}

const ref = (value: string, orderId: string | null = value): OrderRef => ({
  ...{ kind: "order_name", value, start: 0, end: value.length, orderId },
});
const claim = (kind: Claim["kind"]): Claim => ({
  ...{ claim: kind, kind, quote: "", verdict: "unknown", evidence: [] },
});
const thin = reading("other", { language: "und", intentConfidence: 0.2 });

describe("one message", () => {
  it("is read as it is", () => {
    const only = reading("refund");
    expect(readRun([only])).toEqual({ reading: only, also: [] });
  });
});

describe("a question and what follows it", () => {
  it.each([
    ["a thin message", thin],
    ["thanks", reading("praise", { feels: "gratitude" })],
    ["a guess", reading("return", { intentConfidence: 0.3 })],
    ["a grievance without an object", reading("complaint", { feels: "anger" })],
  ])("stays asked when %s follows", (_what, after) => {
    const run = readRun([reading("delivery_problem", { claims: [claim("not_received")] }), after]);
    expect(run.reading).toMatchObject({ intent: "delivery_problem", claims: [{ kind: "not_received" }] });
    expect(run.also).toEqual([]);
  });

  it("is asked once where it is asked twice, and a parcel that something is wrong with stays so", () => {
    const wrong = reading("delivery_problem", { claims: [claim("not_received")] });
    const run = readRun([wrong, reading("order_status", { claims: [claim("overdue")] })]);
    expect(run.also).toEqual([]);
    expect(run.reading.intent).toBe("delivery_problem");
    expect(run.reading.claims.map(({ kind }) => kind)).toEqual(["not_received", "overdue"]);
  });

  it("is asked beside another question, the newest first, unless an earlier one cannot wait", () => {
    const run = readRun([reading("order_status"), reading("return")]);
    expect([run.reading.intent, ...run.also.map(({ intent }) => intent)]).toEqual(["return", "order_status"]);
    const urgent = readRun([reading("cancel"), reading("product_question")]);
    expect([urgent.reading.intent, ...urgent.also.map(({ intent }) => intent)]).toEqual([
      "cancel",
      "product_question",
    ]);
  });

  it("is another question where it is about another order", () => {
    const run = readRun([
      reading("return", { orderRefs: [ref("1001")], orderIds: ["1001"] }),
      reading("return", { orderRefs: [ref("1002")], orderIds: ["1002"] }),
    ]);
    expect(run.reading.orderRefs.map(({ value }) => value)).toEqual(["1002"]);
    expect(run.also.map(({ orderRefs }) => orderRefs.map(({ value }) => value))).toEqual([["1001"]]);
    expect(run.reading.orderIds).toEqual(["1002", "1001"]);
  });
});

describe("what adds up", () => {
  it("is the order, whichever message names it", () => {
    const named = reading("other", { intentConfidence: 0.4, orderRefs: [ref("1001")], orderNamed: true });
    for (const run of [readRun([reading("refund"), named]), readRun([named, reading("refund")])])
      expect(run.reading).toMatchObject({
        intent: "refund",
        orderNamed: true,
        orderRefs: [{ value: "1001" }],
      });
    const both = readRun([reading("return", { orderRefs: [ref("1001")] }), reading("order_status")]);
    expect(both.reading).toMatchObject({ intent: "order_status", orderRefs: [{ value: "1001" }] });
  });

  it("are the risks, for everything that is asked, and the urgency", () => {
    const threat = reading("delivery_problem", { riskFlags: ["legal"], urgency: 3 });
    const run = readRun([threat, reading("return", { riskFlags: ["press"] })]);
    expect(run.reading).toMatchObject({ riskFlags: ["legal", "press"], urgency: 3 });
    expect(run.also[0]?.riskFlags).toEqual(["legal", "press"]);
  });

  it("is no proof: that is the newest message's own, and what still waits for one is known", () => {
    const unproven = { orderId: "1001", level: "none" as const, by: ["order_number" as const] };
    const proven = { orderId: "1002", level: "code" as const, by: ["code" as const] };
    const run = readRun([
      reading("refund", { identity: "verified_mail", proofs: [unproven, proven] }),
      reading("other", { identity: "none" }),
    ]);
    expect(run.reading).toMatchObject({ identity: "none", proofs: [unproven] });
  });
});

describe("the feeling", () => {
  const angry = reading("delivery_problem", { feels: "anger" });

  it("is the newest message's own", () => {
    expect(readRun([angry, reading("return", { feels: "neutral" })]).reading.emotion.label).toBe("neutral");
    expect(readRun([angry, reading("praise", { feels: "gratitude" })]).reading.emotion.label).toBe(
      "gratitude",
    );
  });

  it("is the one before where the newest only adds a word", () => {
    expect(readRun([angry, thin]).reading.emotion.label).toBe("anger");
  });

  it("stays grief", () => {
    const grief = reading("cancel", { feels: "grief" });
    expect(readRun([grief, reading("order_status")]).reading.emotion.label).toBe("grief");
  });
});

it("is in the language of the newest message that asks something and shows one", () => {
  const german = reading("refund", { language: "de" });
  expect(readRun([german, thin]).reading.language).toBe("de");
  expect(readRun([german, reading("return", { language: "fr" })]).reading.language).toBe("fr");
  expect(readRun([german, reading("praise", { language: "en" })]).reading.language).toBe("de");
});
