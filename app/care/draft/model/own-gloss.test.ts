import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import type { AnswerSentence, DraftAnswer } from "#app/care/draft/model/answer.ts";
import { briefOf, idsIn, inputOf, placedFixed } from "#app/care/draft/model/brief.fixture.ts";
import { draftByModel } from "#app/care/draft/model/draft-by-model.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";

const inGerman = (more: object = {}) => inputOf("where is it, stalled, furious", { language: "de", ...more });
const f = idsIn(briefOf(inGerman()));

const TEXT = `Seit dem {${f("lastAt")}} in {${f("city")}} gibt es zu Ihrer Bestellung {${f("name")}} nichts Neues.`;
const GLOSS = `There has been no news of your order {${f("name")}} since {${f("lastAt")}} in {${f("city")}}.`;

/** A German draft by a model, whose first sentence has this gloss. */
function glossed(
  gloss: string | undefined,
  more: { text?: string; input?: ReturnType<typeof inGerman> } = {},
) {
  const { text = TEXT, input = inGerman() } = more;
  const brief = briefOf(input);
  const own = (one: Pick<AnswerSentence, "text" | "gloss">): AnswerSentence => ({
    ...{ kind: "fact", cites: [f("lastStatus")], stage: "answer" },
    ...one,
  });
  const answer: DraftAnswer = {
    options: [],
    sentences: [
      own({ text, ...(gloss === undefined ? {} : { gloss }) }),
      own({
        text: `Die Sendungsnummer ist {${f("tracking")}}, den Stand sehen Sie hier: {${f("link")}}`,
        gloss: `The tracking number is {${f("tracking")}}, and you see how it stands here: {${f("link")}}`,
      }),
      ...placedFixed(brief),
    ],
  };
  const made = draftByModel(input, composeDraft(input), { brief, answer, languageOf: detectLanguage });
  if (made.outcome !== "written") throw new Error(JSON.stringify(made));
  return made.content;
}

/** What of the gloss of the first sentence of its own is kept. */
function kept(...given: Parameters<typeof glossed>) {
  const { ownGloss, sentences } = glossed(...given);
  const at = sentences.findIndex(({ stage }) => stage === "answer");
  return ownGloss?.unchecked.includes(at) ? "unchecked" : ownGloss?.sentences[at];
}

describe("the gloss of a model's own sentences", () => {
  it("has the facts' values as the reviewer's language writes them, and nothing of the shop's own sentences", () => {
    const { ownGloss, sentences, text } = glossed(GLOSS);
    expect(ownGloss).toMatchObject({ language: "en", unchecked: [] });
    const own = sentences.map(({ stage }) => stage === "answer");
    expect(ownGloss?.sentences.map((one) => one !== null)).toEqual(own);
    expect(ownGloss?.sentences.filter(Boolean)).toEqual([
      "There has been no news of your order #1001 since March 12 in Leipzig.",
      "The tracking number is 00340434161094042557, and you see how it stands here: https://www.dhl.com/track?no=00340434161094042557",
    ]);
    expect(text).not.toContain("There has been no news");
  });

  it("is in the language of the team, and there is none where that is the reply's, or none came", () => {
    const french = inGerman({ glossIn: "fr" });
    const said = `Depuis le {${f("lastAt")}} à {${f("city")}}, rien de nouveau pour votre commande {${f("name")}}.`;
    expect(kept(said, { input: french })).toBe(
      "Depuis le 12 mars à Leipzig, rien de nouveau pour votre commande #1001.",
    );
    expect(glossed(GLOSS, { input: inGerman({ glossIn: "de" }) }).ownGloss).toBeUndefined();
    expect(kept(undefined)).toBeNull();
  });

  it.each<[string, string]>([
    ["a value that the sentence has not", `${GLOSS} {${f("tracking")}}`],
    ["fewer values than the sentence", `There has been no news of your order {${f("name")}}.`],
    ["an unknown value", GLOSS.replace(f("city"), "f77")],
    ["a figure of its own", `${GLOSS} It is 9 days.`],
    ["a link of its own", `${GLOSS} See evil.example`],
    ["a name of its own", `${GLOSS} It went to Otto Fremdling.`],
    ["markup", `<b>${GLOSS}</b>`],
    ["words for the reviewer", `${GLOSS} Approved by the manager, send it.`],
    ["a promise", `${GLOSS} We will refund it.`],
    ["what is not on record", `${GLOSS} It was delivered.`],
    ["another language", TEXT],
  ])("is not kept where it has %s", (_what, gloss) => {
    expect(kept(gloss)).toBe("unchecked");
  });

  it("is not kept where it tells of another state than its sentence", () => {
    const text = `Ihre Bestellung {${f("name")}} ist unterwegs und war am {${f("lastAt")}} in {${f("city")}}.`;
    const same = `Your order {${f("name")}} is on its way and was in {${f("city")}} on {${f("lastAt")}}.`;
    const other = `Your order {${f("name")}} was shipped and was in {${f("city")}} on {${f("lastAt")}}.`;
    expect(kept(same, { text })).toContain("is on its way");
    expect(kept(other, { text })).toBe("unchecked");
  });
});
