import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { citedFacts } from "#app/care/draft/draft.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { issueInput, WROTE } from "#app/care/draft/issues.fixture.ts";
import { inputs, type orders } from "#app/care/draft/situations.fixture.ts";

/** A worried question that answers what we wrote of a parcel that had not been scanned for long. */
function answerTo(order: keyof typeof orders) {
  const told = composeDraft(issueInput("stalled", { stage: "first", language: "en" })).content;
  const { facts, reading } = inputs({ order, intent: "order_status", emotion: "worry" }, "en");
  const first = {
    ...{ id: "d1", at: WROTE, kind: "stalled" as const },
    told: citedFacts(told).map(({ id, raw }) => ({ id, raw })),
  };
  return composeDraft({
    facts: { ...facts, wroteFirst: first },
    reading: { ...reading, language: "en" },
    ...{ text: "And when will it come?", voice: "friendly", shopDomains: [], seesAllOrders: true },
  }).content;
}

describe("an answer to who answers what we wrote first", () => {
  it("does not tell as news what they were told, while nothing is new", () => {
    const content = answerTo("stalled");
    expect(content.text).toContain("Nothing new has been recorded since we wrote to you on March 16.");
    expect(content.text).not.toContain("scanned");
    expect(content.text).toContain("We will");
    expect(isBlocked(content.checks)).toBe(false);
  });

  it("tells what changed since", () => {
    const { text } = answerTo("delivered");
    expect(text).not.toContain("Nothing new");
    expect(text).toContain("was delivered on March 17");
  });

  it("says to the reviewer what they answer", () => {
    const { checks } = answerTo("stalled");
    expect(checks).toContainEqual({
      rule: "to_know",
      outcome: "warn",
      why: "They answer what we wrote on March 16 about a parcel that had not been scanned for long",
      ...{ code: "wrote_first", values: { day: "2026-03-16", kind: "stalled" } },
    });
  });
});
