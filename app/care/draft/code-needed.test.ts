import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { checkEdit, isBlocked, isBlockedForGood } from "#app/care/draft/guard.ts";
import { asksForCode } from "#app/care/draft/plan/ask-proof.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

const CODE = { mayAsk: true, order: null };

function draft(name: string, proof: IdentityProof, more: Partial<DraftInput> & { language?: string } = {}) {
  const { facts, reading } = inputs({ ...(cases[name] as Case), proof }, more.language ?? "en");
  return composeDraft({
    facts,
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
    code: CODE,
    ...more,
    reading: { ...reading, ...more.reading, language: more.language ?? "en" },
  }).content;
}

const amounts = /59[.,]90|24[.,]50/u;
const CHANGES = ["cancel, not shipped", "change address, not shipped", "change order, not shipped"];

describe("what an address alone does not prove", () => {
  const levels = ["address_match", "verified_mail"] as const;

  it.each(levels)("is no amount of a payment to %s, whatever is asked", (proof) => {
    for (const name of Object.keys(cases)) expect(draft(name, proof).text).not.toMatch(amounts);
  });

  it.each(levels.flatMap((proof) => CHANGES.map((name) => [name, proof] as const)))(
    "is no change: %s, %s",
    (name, proof) => {
      const content = draft(name, proof);
      expect(content.plan).toMatchObject({
        approach: "ask_proof",
        question: "change.code",
        codeFor: "1001",
      });
      expect(content.sentences.some(({ kind }) => kind === "promise")).toBe(false);
      expect(asksForCode(content, content.text)).toBe(true);
      expect(content.checks.find(({ rule }) => rule === "code")?.why).toContain("order #1001");
    },
  );

  it.each(composedLanguages)("is asked for in words that the guard lets through, in %s", (language) => {
    for (const name of [...CHANGES, "payment"]) {
      const content = draft(name, "address_match", { language });
      expect(content.plan.codeFor).toBe("1001");
      expect(isBlocked(content.checks)).toBe(false);
    }
  });

  it("is left to a person where no more codes may be asked for today", () => {
    const content = draft("change address, not shipped", "address_match", {
      code: { mayAsk: false, order: null },
    });
    expect(content.plan.codeFor).toBeUndefined();
    expect(content.text).toContain("we will make sure that it comes from you");
  });

  it("asks one question at most: which charges, before a code", () => {
    const content = draft("charged twice", "address_match");
    expect(content.plan.question).toBe("ask.charges");
    expect(content.plan.codeFor).toBeUndefined();
  });
});

describe("who proved more", () => {
  it.each(["code", "signed_in"] as const)("is told amounts and gets the change: %s", (proof) => {
    const payment = inputs({ ...(cases.payment as Case), proof }, "en");
    const writer = { ...payment.facts.writer, codes: proof === "code" ? ["1001"] : [] };
    const facts = { ...payment.facts, writer };
    expect(draft("payment", proof, { facts }).text).toMatch(amounts);
    const change = draft("cancel, not shipped", proof, {
      facts: { ...inputs({ ...(cases["cancel, not shipped"] as Case), proof }, "en").facts, writer },
    });
    expect(change.plan.codeFor).toBeUndefined();
    expect(change.text).toContain("We will make the change");
  });
});

describe("an amount that a person writes all the same", () => {
  it("blocks, and a reason lifts it for the order's own address, never for a stranger", () => {
    const own = checkEdit(draft("payment", "address_match"), "Order #1001 comes to €59.90.");
    expect(own).toContainEqual(
      expect.objectContaining({ rule: "code_needed", outcome: "block", quote: "€59.90" }),
    );
    expect(isBlockedForGood(own)).toBe(false);
    const strange = checkEdit(draft("payment", "none"), "Order #1001 comes to €59.90.");
    expect(isBlockedForGood(strange)).toBe(true);
  });
});
