import { describe, expect, it } from "vitest";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";

function without(given: Case, more: Partial<DraftInput> = {}, reading: Partial<DraftInput["reading"]> = {}) {
  const made = inputs(given, "en");
  return composeDraft({
    facts: made.facts,
    text: "Got it, thanks a lot.",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
    ...more,
    reading: { ...made.reading, language: "en", ...reading },
  }).without;
}
const praise = cases["praise"] as Case;
const followsReply = true;

describe("whyNoDraft", () => {
  it("lets a thank-you for our answer rest, and thanks whoever writes kindly first", () => {
    expect(without(praise, { followsReply })).toEqual({ reason: "no_reply_needed", missing: [] });
    expect(without(praise)).toBeNull();
  });

  it.each<[string, Case, Partial<DraftInput>, Partial<DraftInput["reading"]>]>([
    ["asks something", praise, { followsReply, text: "Thanks. And the mug?" }, {}],
    ["is long", praise, { followsReply, text: "Thanks. ".repeat(50) }, {}],
    ["may be irony", { ...praise, unsure: true }, { followsReply }, {}],
    ["wants something else too", praise, { followsReply }, { intents: ["praise", "return"] }],
    ["states something", { ...praise, claims: ["not_received"] }, { followsReply }, {}],
    ["brings a file", { ...praise, attachments: 1 }, { followsReply }, {}],
    ["is hardly read", praise, { followsReply }, { intentConfidence: 0.3 }],
    ["needs a person", { ...praise, flags: ["self_harm"] }, { followsReply }, {}],
  ])("answers thanks that %s", (_what, ...[given, more, reading]) => {
    expect(without(given, more, reading)).toBeNull();
  });

  it("says what is missing where nothing in the shop answers a question", () => {
    expect(without(cases["product question"] as Case)).toEqual({
      reason: "too_thin",
      missing: ["product_knowledge"],
    });
    expect(without(cases["account"] as Case)).toEqual({ reason: "too_thin", missing: ["account_knowledge"] });
  });

  it("drafts nothing for spam", () => {
    expect(without({ order: "none", intent: "spam_or_auto" })).toEqual({ reason: "spam", missing: [] });
  });

  it("keeps no other draft back", () => {
    const kept = Object.entries(cases).filter(([, given]) => without(given) !== null);
    expect(kept.map(([name]) => name)).toEqual(["product question", "account"]);
  });
});
