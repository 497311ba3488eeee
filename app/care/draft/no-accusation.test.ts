import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
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
  /\b(?:(?:lei|tu) (?:sostien[ei]|afferm[ai]|pretend[ei])|afferma\w*|presunt\w+|sedicente|a suo dire|non è vero|fals[oa]|ment(?:e|endo)|si sbaglia|contraddi\w*|non torna|non quadra|frode|contrariamente|(?:lo )?dimostr\w+|prov[ai] che)\b/iu,
  /\b(?:(?:u|je|jij) (?:beweert|claimt)|bewer\w*|vermeend\w*|zogenaamd\w*|onwaar|niet waar|onjuist|klopt niet|(?:u|je|jij) liegt|gelogen|vergist|tegenstrijdig\w*|tegensprek\w*|spreekt \w+ tegen|fraude|in tegenstelling|bewijz\w*|bewijs)\b/iu,
  /主張|おっしゃいますが|とのことですが|はずですが|嘘|虚偽|疑わ|不正|詐欺|矛盾|食い違|事実と異な|間違って|証明|証拠|本当に/u,
];

describe("a claim that conflicts with the record", () => {
  const conflicting = claimKinds.map((kind) => ({ kind, verdict: "conflicts" as const }));

  /** The kinds that a plan turns on, each alone: together one may hide another. */
  const planned = ["not_received", "received", "missing_item", "charged_twice"] as const;

  describe.each(composedLanguages)("in %s", (language) => {
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
