import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { knownFacts } from "#app/care/draft/draft.ts";
import type { SaidFact } from "#app/care/draft/facts/staff-facts.ts";
import { checkText, isBlocked } from "#app/care/draft/guard.ts";
import { cases, inputs, now, type Case } from "#app/care/draft/situations.fixture.ts";

const said = (text: string, more: Partial<SaidFact> = {}): SaidFact => ({
  ...{ id: "f1", text, name: "Mia", quoteIn: null, orderId: "1001", saidAt: now },
  ...more,
});

function draft(name: string, facts: SaidFact[], language = "en") {
  const { facts: input, reading } = inputs(cases[name] as Case, language);
  return composeDraft({
    facts: { ...input, said: facts },
    reading: { ...reading, language },
    ...{ text: "", voice: "friendly", shopDomains: [], seesAllOrders: true },
  }).content;
}

/** Whether the guard stops an edit of a draft that rests on what the team said. */
function stops(name: string, facts: SaidFact[], text: string): boolean {
  const content = draft(name, facts);
  const sheet = { facts: knownFacts(content), sentences: content.sentences, proof: content.proof };
  return isBlocked(checkText({ ...sheet, plan: content.plan, text: `${content.text}\n\n${text}` }));
}

describe("what the team said", () => {
  it("is a fact in the words and under the name of who said it", () => {
    const { facts } = draft("where is it, stalled, furious", [said("The warehouse found it")]);
    expect(facts.find(({ id }) => id === "staff:f1")).toMatchObject({
      label: "Said by Mia",
      value: "The warehouse found it",
      source: { entity: "staff", id: "f1", field: "text" },
      observedAt: now.toISOString(),
      needs: "address_match",
      order: "1001",
    });
  });

  it("is said word for word, and cited, only where that was asked for and the language is the reply's", () => {
    const words = "The warehouse confirmed by phone that it leaves on 21 March";
    const asked = said(words, { quoteIn: "en" });
    const content = draft("where is it, stalled, furious", [asked]);
    expect(content.sentences).toContainEqual({
      text: `${words}.`,
      kind: "fact",
      cites: ["staff:f1"],
      stage: "answer",
    });
    expect(isBlocked(content.checks)).toBe(false);
    expect(draft("where is it, stalled, furious", [said(words)]).text).not.toContain("warehouse");
    expect(draft("where is it, stalled, furious", [asked], "de").text).not.toContain("warehouse");
  });

  it("answers what no record does, so that nothing is missing and nobody else has to", () => {
    const content = draft("product question", [
      said("The jacket is waterproof.", { quoteIn: "en", orderId: null }),
    ]);
    expect(content.text).toContain("The jacket is waterproof.");
    expect(content.sentences.filter(({ kind }) => kind === "promise")).toEqual([]);
    expect(content.plan.handOver).toBeUndefined();
  });

  it("reveals nothing of an order to who has not shown to own it", () => {
    const content = draft("unproven", [said("It left on Monday.", { quoteIn: "en" })]);
    expect(content.text).not.toContain("Monday");
    expect(content.facts.some(({ id }) => id === "staff:f1")).toBe(false);
    const foreign = draft("unproven", [said("It left.", { orderId: "9999", quoteIn: "en" })]);
    expect(knownFacts(foreign).some(({ id }) => id === "staff:f1")).toBe(false);
    expect(stops("unproven", [said("It left on Monday.")], "It left on Monday.")).toBe(true);
  });
});

describe("an edit that rests on what the team said", () => {
  it.each([
    ["a tracking number", "UPS has it as 1Z999AA10123456784", "Your UPS number is 1Z999AA10123456784."],
    ["an amount", "We agreed on 12.50 EUR", "It comes to €12.50."],
    ["a status", "DHL told us the parcel was delivered", "Your parcel was delivered."],
    ["a deed", "We have contacted the carrier", "We have contacted the carrier."],
  ])("may say %s that no record holds", (_what, fact, text) => {
    expect(stops("where is it, stalled, furious", [], text)).toBe(true);
    expect(stops("where is it, stalled, furious", [said(fact)], text)).toBe(false);
  });

  it.each([
    ["another number", "UPS has it as 1Z999AA10123456784", "Your UPS number is 1Z999AA10123456793."],
    ["another amount", "We agreed on 12.50 EUR", "It comes to €15.20."],
    ["another deed", "We have contacted the carrier", "We have refunded you."],
    ["a link", "The page is https://evil.example/track", "See https://evil.example/track."],
  ])("may not say %s", (_what, fact, text) => {
    expect(stops("where is it, stalled, furious", [said(fact)], text)).toBe(true);
  });
});
