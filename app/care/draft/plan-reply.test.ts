import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import en from "#app/care/draft/catalogue/en.json" with { type: "json" };
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import { careEmotions, type CareEmotion } from "#app/care/understand/reading.ts";

function draft(
  given: Case,
  { language = "en", facts }: { language?: string; facts?: DraftInput["facts"] } = {},
) {
  const { facts: made, reading } = inputs(given, language);
  return composeDraft({
    facts: facts ?? made,
    reading: { ...reading, language },
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
  }).content;
}
const named = (name: string) => cases[name] as Case;
const offer = ({ plan, sentences }: ReturnType<typeof draft>) => ({
  options: plan.options,
  promises: sentences.filter(({ kind }) => kind === "promise" || kind === "policy").map(({ text }) => text),
});

describe("feeling cannot buy money", () => {
  const felt = (name: string, emotion: CareEmotion) => draft({ ...named(name), emotion, unsure: false });

  it.each(Object.keys(cases))("%s: the offer does not move with any of the twelve emotions", (name) => {
    const drafts = careEmotions.map((emotion) => ({ emotion, content: felt(name, emotion) }));
    const possible = drafts.map(({ content: { plan } }) =>
      JSON.stringify({ options: plan.options, notPossible: plan.notPossible }),
    );
    expect(new Set(possible).size).toBe(1);
    // To someone who grieves nothing is offered in words, whatever is possible.
    const offers = drafts
      .filter(({ emotion }) => emotion !== "grief")
      .map(({ content }) => JSON.stringify(offer(content)));
    expect(new Set(offers).size).toBe(1);
  });

  it("is possible all the same where the words of a loss are met with none of it", () => {
    const { plan, sentences } = felt("damaged, photos sent", "grief");
    expect(plan.approach).toBe("listen");
    expect(plan.offered).toEqual([]);
    expect(plan.options.map(({ id }) => id)).toEqual(["put_right", "return"]);
    expect(sentences.filter(({ kind }) => kind === "promise" || kind === "policy")).toEqual([]);
  });

  it.each(Object.keys(cases))("%s: only what is possible is offered", (name) => {
    const { plan } = draft(named(name));
    const possible = plan.options.map(({ id }) => id);
    expect((plan.offered ?? []).filter((id) => !possible.includes(id))).toEqual([]);
  });
});

describe("who answers, and by when", () => {
  const daysOf = ({ facts, sentences }: ReturnType<typeof draft>) =>
    sentences
      .filter(({ kind }) => kind === "promise")
      .flatMap(({ cites }) => facts.filter(({ id, kind }) => kind === "date" && cites.includes(id)))
      .map(({ raw }) => raw);

  it.each(composedLanguages)("is said after a promise that somebody writes, in %s", (language) => {
    const content = draft(named("where is it, stalled, furious"), { language });
    const [last] = content.sentences.filter(({ cites }) => cites.includes("shop:answer-by"));
    expect(last).toMatchObject({ kind: "promise", cites: ["shop:name", "shop:answer-by"] });
    expect(last?.text).toMatch(/Fernweh Supply.*23|23.*Fernweh Supply/u);
    expect(daysOf(content)).toEqual(["2026-03-23"]);
    expect(isBlocked(content.checks)).toBe(false);
  });

  it("names the team and keeps the shop's own term", () => {
    const { facts } = inputs(named("refund asked"), "en");
    const shop = { ...facts.shop, team: "The parcel desk", answerWithinHours: 72 };
    const content = draft(named("refund asked"), { facts: { ...facts, shop } });
    expect(content.text).toContain("The parcel desk");
    expect(daysOf(content)).toEqual(["2026-03-25"]);
  });

  it("is not said while the answer hangs on the shopper, nor where nothing is left open", () => {
    for (const name of ["damaged, no photo, disappointed", "charged twice", "return", "refund paid", "grief"])
      expect({ name, due: daysOf(draft(named(name))) }).toEqual({ name, due: [] });
  });
});

describe("courtesies", () => {
  const keys = ["thanks.message", "thanks.order", "praise.thanks", "product.thanks", "close.reply"] as const;
  const generic = keys.flatMap((key) => [en[key]].flat());

  it.each(Object.keys(cases))("%s: one at most that would fit any mail", (name) => {
    for (const emotion of ["neutral", "anger", "joy"] as const) {
      const { sentences } = draft({ ...named(name), emotion });
      expect(sentences.filter(({ text }) => generic.includes(text)).length).toBeLessThanOrEqual(1);
    }
  });
});

describe("anger", () => {
  it.each(composedLanguages)("is met without an exclamation mark, in %s", (language) => {
    for (const given of Object.values(cases))
      expect(draft({ ...given, emotion: "anger" }, { language }).text).not.toContain("!");
  });
});
