import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";

function draft(given: Case, more: Partial<DraftInput> & { language: string }) {
  const { facts, reading } = inputs(given, more.language);
  return composeDraft({
    facts,
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
    ...more,
    reading: { ...reading, language: more.language },
  }).content;
}
const named = (name: string) => cases[name] as Case;

describe("the form of address", () => {
  it.each([
    ["it", "Buongiorno, la ringrazio in anticipo: mi sa dire dov’è?", "Quale articolo vorrebbe"],
    ["it", "Spero che Lei possa aiutarmi con il reso.", "Quale articolo vorrebbe"],
    ["it", "Ciao, il pacco lo ha preso mia sorella, lei non c’entra. Mi aiuti?", "Quale articolo vorresti"],
    ["nl", "Goedemiddag, kunt u mij helpen?", "Welk artikel wilt u"],
    ["nl", "Hoi, kunnen jullie me helpen? Ik ben er om 8 u thuis.", "Welk artikel wil je"],
  ])("%s: %j is answered in the form it is written in", (language, text, asked) => {
    expect(draft(named("return"), { language, text }).text).toContain(asked);
  });

  it("is polite in Japanese, however anyone writes, and puts no spaces between sentences", () => {
    const { facts } = inputs(named("where is it, in transit"), "ja");
    const { text, sentences } = draft(named("where is it, in transit"), {
      language: "ja",
      text: "ねえ、まだ？",
      facts: { ...facts, message: { ...facts.message, contactName: "山田 太郎" } },
    });
    expect(text).toMatch(/^山田 太郎様\n\n/u);
    expect(text.replace("山田 太郎様", "")).not.toMatch(/ /u);
    expect(sentences.every(({ text: one }) => /[様。]$|https?:\S+$/u.test(one))).toBe(true);
  });
});

describe("the tone to who is not glad", () => {
  const emotions = ["anger", "sadness", "grief"] as const;

  it.each(composedLanguages)(
    "has no exclamation mark in %s, however it is told and in every case",
    (language) => {
      const cheerful = Object.entries(cases).flatMap(([name, given]) =>
        emotions.flatMap((emotion) =>
          (["friendly", "formal"] as const)
            .map((voice) => draft({ ...given, emotion, unsure: false }, { language, voice }).text)
            .filter((text) => /[!！¡‼❗]|\p{Extended_Pictographic}/u.test(text))
            .map((text) => ({ name, emotion, text })),
        ),
      );
      expect(cheerful).toEqual([]);
    },
  );
});
