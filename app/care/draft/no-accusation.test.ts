import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import { claimKinds, type Claim } from "#app/care/understand/reading.ts";

/** A text about every order state, for a shopper whose claims all have this verdict. */
function draft(given: Case, language: string, claims: Pick<Claim, "kind" | "verdict">[]) {
  const { facts, reading } = inputs(given, language);
  const stated = claims.map((claim): Claim => ({
    ...claim,
    claim: "what the shopper says",
    quote: "I never got it, and you promised",
    evidence: [{ entity: "fulfillment", id: "501", shows: "delivered 2026-03-17T11:00:00Z" }],
  }));
  return composeDraft({
    facts,
    reading: { ...reading, language, claims: stated },
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
  }).content.text;
}

/** What doubts a shopper's word, in the languages that drafts are written in. */
const ACCUSING = [
  /\b(?:you (?:claim|allege)|(?:as|what) you claim|your (?:claim|allegation)|allegedly|supposedly|your (?:story|version)|untrue|not true|incorrect|false|you are (?:wrong|mistaken|lying)|contradict\w*|add up|prove (?:that|it)|fraud\w*|dishonest|contrary to|conflict\w*)\b/iu,
  /\b(?:(?:sie|du) behaupte\w*|behauptung\w*|angeblich|unwahr|falsch|stimmt nicht|trifft nicht zu|gelogen|widersprech\w*|widerspruch|passt nicht zusammen|betrug\w*|entgegen|beweisen)\b/iu,
  /\b(?:(?:usted|tú) afirma\w*|afirmación|supuest\w+|no es (?:cierto|verdad)|falso|miente|contradic\w*|no cuadra|fraude|contrario a|demuestre|demostrar)\b/iu,
  /\b(?:vous prétendez|tu prétends|prétendu\w*|soi-disant|inexact|faux|n['’]est pas vrai|mentez|contredi\w*|contradict\w*|fraude|contrairement à|prouvez|prouver)\b/iu,
  /\b(?:você afirma|afirmação|suposta\w*|alegad\w+|não é verdade|falso|mente|contradi\w*|não bate|fraude|ao contrário|prove que|comprove)\b/iu,
];

describe("a claim that conflicts with the record", () => {
  const conflicting = claimKinds.map((kind) => ({ kind, verdict: "conflicts" as const }));

  /** The kinds that a plan turns on, each alone: together one may hide another. */
  const planned = ["not_received", "received", "missing_item", "charged_twice"] as const;

  describe.each(["en", "de", "es", "fr", "pt"])("in %s", (language) => {
    it.each(Object.keys(cases))("%s: is answered without a word that doubts the shopper", (name) => {
      const given = cases[name] as Case;
      const texts = [
        draft(given, language, conflicting),
        ...planned.map((kind) => draft(given, language, [{ kind, verdict: "conflicts" }])),
        draft({ ...given, emotion: "anger", unsure: false }, language, conflicting),
      ];
      for (const text of texts) for (const words of ACCUSING) expect(text).not.toMatch(words);
    });
  });

  it.each(Object.keys(cases))("%s: gets the very reply that one which agrees gets", (name) => {
    const given = cases[name] as Case;
    const replies = (["agrees", "conflicts", "unknown"] as const).map((verdict) =>
      draft(
        given,
        "en",
        claimKinds.map((kind) => ({ kind, verdict })),
      ),
    );
    expect(new Set(replies).size).toBe(1);
  });
});
