import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import { voiceRulesSchema, type VoiceRules } from "#app/shop/voice-rules.ts";

const named = (name: string) => cases[name] as Case;

function draft(given: Case, rules?: Partial<VoiceRules>, language = "en") {
  const { facts, reading } = inputs(given, language);
  return composeDraft({
    ...{ facts, text: "", voice: "friendly", shopDomains: [], seesAllOrders: true },
    ...(rules ? { rules: voiceRulesSchema.parse(rules) } : {}),
    reading: { ...reading, language },
  }).content;
}
const ORDINARY = { ...named("where is it, in transit"), emotion: "neutral" as const };
const own = (text: string, language = "en", form: "formal" | "friendly" = "friendly") => ({
  language,
  form,
  text,
});

describe("the shop's own wording", () => {
  it("changes nothing while there is none", () => {
    for (const given of Object.values(cases)) expect(draft(given, {}).text).toBe(draft(given).text);
  });

  it("greets and closes in its words, by the shopper's name, and passes the guard", () => {
    const rules = {
      greetings: [own("Good day {name},")],
      signOffs: [own("Warm regards,\nyour Fernweh team")],
    };
    const content = draft(ORDINARY, rules);
    expect(content.text).toMatch(/^Good day Anna,\n\n/u);
    expect(content.text).toMatch(/\n\nWarm regards,\nyour Fernweh team$/u);
    expect(content.sentences[0]?.cites).toContain("message:first-name");
    expect(isBlocked(content.checks)).toBe(false);
  });

  it("is not translated for the reviewer, and every other sentence is, in its place", () => {
    const { facts, reading } = inputs(ORDINARY, "de");
    const rules = voiceRulesSchema.parse({
      signOffs: [own("Sei gegrüßt", "de")],
      alwaysSay: [{ language: "de", text: "Schöne Tage am Meer." }],
      neverSay: [{ language: "de", text: "Danke", message: "close.reply" }],
    });
    const { content, gloss } = composeDraft({
      ...{ facts, text: "", voice: "friendly", shopDomains: [], seesAllOrders: true, rules },
      reading: { ...reading, language: "de" },
    });
    const english = gloss()["en"] ?? [];
    expect(english).toHaveLength(content.sentences.length);
    expect(english.slice(-2)).toEqual([null, null]);
    expect(english.slice(0, -2)).not.toContain(null);
    expect(english[0]).toBe("Hi Anna,");
    expect(content.sentences.slice(-2).map(({ text }) => text)).toEqual([
      "Schöne Tage am Meer.",
      "Sei gegrüßt",
    ]);
  });

  it("is for its language and form of address alone", () => {
    const rules = { signOffs: [own("Sei gegrüßt", "de"), own("Mit besten Grüßen", "de", "formal")] };
    expect(draft(ORDINARY, rules).text).toBe(draft(ORDINARY).text);
    expect(draft(ORDINARY, rules, "de").text).toMatch(/\n\nSei gegrüßt$/u);
  });

  it("begins the first sentence in upper case after a greeting that ends", () => {
    const rules = { greetings: [own("Moin {name}.", "de")] };
    const [, first] = draft(ORDINARY, rules, "de").sentences;
    expect(first?.text).toMatch(/^\p{Lu}/u);
  });

  it("is not loud to somebody upset", () => {
    const rules = { greetings: [own("Hi {name}!")], alwaysSay: [{ language: "en", text: "Enjoy the sea." }] };
    const upset = { ...ORDINARY, emotion: "anger" as const };
    expect(draft(ORDINARY, rules).text).toMatch(/^Hi Anna!/u);
    expect(draft(ORDINARY, rules).text).toContain("Enjoy the sea.");
    expect(draft(upset, rules).text).not.toMatch(/!|Enjoy/u);
  });

  it("leaves out a courtesy that the shop never says, and no fact", () => {
    const before = draft(ORDINARY);
    const neverSay = before.sentences.map(({ text }) => ({ language: "en", text }));
    const after = draft(ORDINARY, { neverSay });
    const stated = before.sentences.filter(({ kind }) => kind !== "courtesy" && kind !== "empathy");
    expect(after.sentences.filter(({ kind }) => kind !== "courtesy")).toEqual(stated);
    expect(after.sentences.map(({ stage }) => stage)).toContain("greeting");
    expect(after.sentences.at(-1)?.stage).toBe("close");
  });

  it.each(composedLanguages)("%s: is shorter in every case or as it was", (language) => {
    const lengths = Object.values(cases).map((given) => [
      draft(given, { shorter: true }, language).text.length,
      draft(given, undefined, language).text.length,
    ]);
    expect(lengths.every(([short = 0, long = 0]) => short <= long)).toBe(true);
    expect(lengths.some(([short = 0, long = 0]) => short < long)).toBe(true);
  });

  it("takes exclamation marks out of its own words too", () => {
    const rules = { noExclamation: true, alwaysSay: [{ language: "en", text: "Enjoy the sea!" }] };
    expect(draft(ORDINARY, rules).text).toContain("Enjoy the sea.");
  });
});
