import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { inputs, type Case } from "#app/care/draft/situations.fixture.ts";

const named: NonNullable<Case["refs"]> = [
  { kind: "order_name", value: "#1001", start: 0, end: 5, orderId: "1001" },
];

/** What nobody could place, in a language that may not be read. */
function draft(given: Partial<Case>, language = "fi") {
  const { facts, reading } = inputs({ order: "inTransit", intent: "other", unsure: true, ...given }, "en");
  return composeDraft({
    facts,
    reading: { ...reading, language },
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
  }).content;
}

describe("a message in a language that is not read", () => {
  it.each<[string, Partial<Case>]>([
    ["names its order", { refs: named }],
    ["is from who has one order", {}],
    ["names one that has arrived", { order: "delivered", refs: named }],
  ])("is told how the order stands beside the question, where it %s", (_, given) => {
    const { plan, text, sentences, checks } = draft(given);
    expect(plan).toMatchObject({ approach: "ask", question: "ask.what" });
    expect(text).toContain("#1001");
    expect(text).toContain("00340434161094042557");
    expect(sentences.filter(({ kind }) => kind === "question")).toHaveLength(1);
    expect(checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
  });

  it.each<[string, Partial<Case>]>([
    ["has not shown that it is theirs", { refs: named, proof: "none" }],
    ["has several and names none", { order: "several" }],
    ["may write of anything, now that it has arrived", { order: "delivered" }],
    ["may write of anything, now that it is cancelled", { order: "cancelled" }],
  ])("is told of no parcel, where its writer %s", (_, given) => {
    const { sentences } = draft(given);
    expect(sentences.filter(({ kind }) => kind === "fact")).toEqual([]);
  });

  it("is one question alone in a language that is read: there the words would have said it", () => {
    const { sentences } = draft({}, "en");
    expect(sentences.filter(({ kind }) => kind === "fact")).toEqual([]);
  });
});
