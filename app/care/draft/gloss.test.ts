import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { glossOfPlaced, shownGloss } from "#app/care/draft/gloss.ts";
import { cases, inputs, now, type Case } from "#app/care/draft/situations.fixture.ts";

function drafted(given: Case, language: string, more: object = {}) {
  const { facts, reading } = inputs(given, language);
  return composeDraft({
    facts: { ...facts, ...more },
    reading: { ...reading, language },
    ...{ text: "", voice: "friendly", shopDomains: [], seesAllOrders: true },
  });
}

describe("the gloss", () => {
  it("says each sentence of every case in all other languages, with the values as they are written there", () => {
    for (const given of Object.values(cases)) {
      const { content, gloss } = drafted(given, "de");
      const glosses = gloss();
      expect(Object.keys(glosses).toSorted()).toEqual(
        composedLanguages.filter((one) => one !== "de").toSorted(),
      );
      for (const sentences of Object.values(glosses)) {
        expect(sentences).toHaveLength(content.sentences.length);
        expect(sentences.filter((text) => text === null)).toEqual([]);
      }
      const english = drafted(given, "en").content.sentences;
      // Two messages of one case pick the same words, whichever language is the reply's.
      expect(glosses["en"]).toEqual(english.map(({ text }) => text));
    }
  });

  it("leaves somebody's own words untranslated", () => {
    const said = [
      {
        id: "f1",
        text: "Das Lager hat es gefunden.",
        name: "Mia",
        quoteIn: "de",
        orderId: null,
        saidAt: now,
      },
    ];
    const { content, gloss } = drafted(cases["where is it, in transit"] as Case, "de", { said });
    const at = content.sentences.findIndex(({ cites }) => cites.includes("staff:f1"));
    expect(content.sentences[at]?.text).toBe("Das Lager hat es gefunden.");
    expect(gloss()["en"]?.[at]).toBeNull();
    expect(gloss()["en"]?.filter((text) => text === null)).toHaveLength(1);
  });

  it("leaves a quote from the shop's own articles untranslated", () => {
    const knowledge = [
      {
        id: "article:a1:p1",
        sourceKind: "article",
        sourceId: "a1",
        language: "de",
        title: "Waschen",
        heading: "",
        body: "Die Decke wird von Hand gewaschen.",
        mirroredAt: now,
        clear: true,
      },
    ];
    const { content, gloss } = drafted(cases["product question"] as Case, "de", { knowledge });
    const at = content.sentences.findIndex(({ text }) => text.includes("Die Decke wird von Hand gewaschen."));
    expect(content.sentences[at]?.kind).toBe("policy");
    expect(gloss()["en"]?.[at]).toBeNull();
    expect(gloss()["en"]?.filter((text) => text === null)).toHaveLength(1);
  });

  it("stays with the sentences that another draft placed among its own", () => {
    const { content, gloss } = drafted(cases["where is it, in transit"] as Case, "de");
    const [greeting, first, ...rest] = content.sentences;
    if (!greeting || !first) throw new Error("The case has sentences");
    const own = { ...first, text: "In eigenen Worten." };
    // After the greeting it may begin small.
    const small = { ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) };
    const given = { sentences: content.sentences, gloss: gloss() };
    const english = gloss()["en"] ?? [];
    expect(glossOfPlaced([greeting, small, own, ...rest], given)["en"]).toEqual([
      ...english.slice(0, 2),
      null,
      ...english.slice(2),
    ]);
    expect(Object.keys(glossOfPlaced([], given))).toEqual(Object.keys(given.gloss));
  });

  it("is exact where it can be, else the model's own, and says where neither could be kept", () => {
    const { content } = drafted(cases["where is it, in transit"] as Case, "de");
    const sentences = content.sentences.slice(0, 4);
    const gloss = { en: ["Hi Anna,", null, null, null], fr: ["Bonjour Anna,", null, null, null] };
    const ownGloss = { language: "en", sentences: [null, "It is on its way.", null, null], unchecked: [2] };
    expect(shownGloss({ sentences, gloss, ownGloss }, "fr")).toEqual({
      language: "fr",
      sentences: [
        { text: "Bonjour Anna,", language: "fr", exact: true },
        { text: "It is on its way.", language: "en", exact: false },
        { text: null, why: "unchecked" },
        { text: null, why: "none" },
      ],
    });
    expect(
      shownGloss({ sentences: sentences.slice(0, 1), gloss: undefined, ownGloss: undefined }, "fr"),
    ).toEqual({
      language: "fr",
      sentences: [{ text: null, why: "none" }],
    });
  });

  it("is no larger than a few kilobytes in all seven languages", () => {
    const sizes = Object.values(cases).map((given) => JSON.stringify(drafted(given, "de").gloss()).length);
    expect(Math.max(...sizes)).toBeLessThan(6_000);
  });
});
