import { describe, expect, it } from "vitest";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftPassage } from "#app/care/draft/facts/knowledge-facts.ts";
import { checkEdit, isBlocked } from "#app/care/draft/guard.ts";
import { inputs, type Case } from "./situations.fixture.ts";

const CARE: DraftPassage = {
  id: "article:a1:f00",
  sourceKind: "article",
  sourceId: "a1",
  language: "en",
  title: "Care",
  heading: "",
  body: "Wash the wool blanket at 30 degrees. Exchanges for another colour are free within 45 days, and parcels are shipped on Mondays.",
  mirroredAt: new Date("2026-03-01T00:00:00Z"),
  clear: true,
};

function draft(
  given: Case,
  { language = "en", passage = {} }: { language?: string; passage?: Partial<DraftPassage> } = {},
) {
  const { facts, reading } = inputs(given, language);
  const input: DraftInput = {
    facts: { ...facts, knowledge: [{ ...CARE, ...passage }] },
    reading: { ...reading, language },
    text: "How do I wash the wool blanket, and can I exchange it for another colour?",
    voice: "friendly",
    shopDomains: ["fernweh.example"],
    seesAllOrders: true,
  };
  return composeDraft(input);
}

const quoted = ({ content }: ReturnType<typeof draft>) =>
  content.sentences.find(({ cites }) => cites.includes("article:a1:f00:quote"));

describe("a passage that clearly answers", () => {
  it.each<Case["intent"]>(["product_question", "account", "other", "return", "refund"])(
    "is quoted word for word and cited, for %s",
    (intent) => {
      const drafted = draft({ order: "delivered", intent });
      expect(quoted(drafted)).toMatchObject({ kind: "policy" });
      expect(quoted(drafted)?.text).toContain(CARE.body);
      expect(isBlocked(drafted.content.checks)).toBe(false);
      expect(drafted.content.checks).toContainEqual(
        expect.objectContaining({ rule: "quote", outcome: "warn" }),
      );
    },
  );

  it("makes a draft where there was none to make", () => {
    const question: Case = { order: "none", intent: "product_question" };
    expect(draft(question).without).toBeNull();
    expect(draft(question, { passage: { clear: false } }).without?.reason).toBe("too_thin");
  });

  it.each([
    ["not clear", { clear: false }, "en"],
    ["an article in another language", { language: "de" }, "en"],
    ["a policy in another language", { language: null, sourceKind: "policy" }, "de"],
    ["too long", { body: `${"The wool blanket is woven, ".repeat(30)}and washed.` }, "en"],
  ])("is not quoted where it is %s", (_why, passage, language) => {
    expect(
      quoted(draft({ order: "none", intent: "product_question" }, { language, passage })),
    ).toBeUndefined();
  });

  it("quotes a policy in its own language", () => {
    const passage = {
      language: null,
      sourceKind: "policy",
      body: "Die Decke kann bei 30 Grad gewaschen werden. Sie ist nicht für den Trockner.",
    };
    const drafted = draft({ order: "none", intent: "product_question" }, { language: "de", passage });
    expect(quoted(drafted)?.text).toContain(passage.body);
    expect(isBlocked(drafted.content.checks)).toBe(false);
  });

  it("is held to its own words", () => {
    const { content } = draft({ order: "none", intent: "product_question" });
    expect(isBlocked(checkEdit(content, content.text))).toBe(false);
    for (const [said, falsified] of [
      ["30 degrees", "60 degrees"],
      ["45 days", "90 days"],
    ] as const)
      expect(isBlocked(checkEdit(content, content.text.replace(said, falsified)))).toBe(true);
  });
});
