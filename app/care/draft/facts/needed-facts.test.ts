import { describe, expect, it } from "vitest";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { neededFacts } from "#app/care/draft/facts/needed-facts.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";

describe("neededFacts", () => {
  const divided = (intent: Case["intent"], cited: string[] = []) =>
    neededFacts(buildFacts(inputs({ order: "inTransit", intent, proof: "signed_in" }, "en").facts).facts, {
      intent,
      proof: "signed_in",
      cited,
    });
  const keys = (facts: { id: string }[]) => facts.map(({ id }) => id.slice(id.lastIndexOf(":") + 1));

  it("leaves on the sheet what the question needs", () => {
    const asked = divided("order_status");
    expect(keys(asked.facts)).toEqual(expect.arrayContaining(["name", "tracking", "eta", "lastAgo", "city"]));
    expect(keys(asked.withheld).toSorted()).toEqual(["items", "total"]);
    expect(keys(divided("account").facts)).not.toEqual(expect.arrayContaining(["tracking"]));
    expect(keys(divided("payment").facts)).toContain("total");
  });

  it("keeps what is cited, whatever the table says, and loses nothing", () => {
    const all = divided("order_status");
    const cited = divided("order_status", ["order:1001:total"]);
    expect(keys(cited.facts)).toContain("total");
    expect(cited.facts.length + cited.withheld.length).toBe(all.facts.length + all.withheld.length);
  });

  it("needs each fact that the composer cites, in every case", () => {
    for (const [name, given] of Object.entries(cases)) {
      const { facts, reading } = inputs(given, "en");
      const { content } = composeDraft({
        facts,
        reading: { ...reading, language: "en" },
        text: "",
        voice: "friendly",
        shopDomains: [],
        seesAllOrders: true,
      });
      const cited = new Set(content.sentences.flatMap(({ cites }) => cites));
      const { withheld } = neededFacts([...content.facts, ...(content.withheld ?? [])], {
        intent: given.intent,
        proof: reading.identity,
      });
      expect([name, withheld.filter(({ id }) => cited.has(id)).map(({ id }) => id)]).toEqual([name, []]);
    }
  });
});
