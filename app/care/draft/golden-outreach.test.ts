import { describe, expect, it } from "vitest";
import { outreachStages } from "#app/care/decide/outreach.ts";
import { issueKinds } from "#app/care/detect/issue.ts";
import { composedLanguages, renderMessage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { citedFacts, knownFacts } from "#app/care/draft/draft.ts";
import { checkText } from "#app/care/draft/guard.ts";
import { subjectOfIssue } from "#app/care/draft/issue-to-tell.ts";
import { issueInput } from "#app/care/draft/issues.fixture.ts";

const formsOf: Partial<Record<string, ("friendly" | "formal")[]>> = {
  en: ["friendly"],
  pt: ["friendly"],
  ja: ["formal"],
};
const forms = composedLanguages.flatMap((language) =>
  (formsOf[language] ?? ["friendly", "formal"]).map((voice) => ({ language, voice })),
);
const told = issueKinds.flatMap((kind) => outreachStages.map((stage) => ({ kind, stage })));

/**
 * What shoppers read unasked, one file per language and form of address, for a native speaker to review:
 * `vitest run --project unit app/care/draft/golden-outreach.test.ts -u` writes them anew.
 */
describe("golden texts of outreach", () => {
  it.each(forms)("$language, $voice", async ({ language, voice }) => {
    const texts = told.map(({ kind, stage }) => {
      const { content } = composeDraft({ ...issueInput(kind, { stage, language }), voice });
      const subject = renderMessage(subjectOfIssue[kind], {
        language,
        pick: 0,
        values: { v: voice, order: "#1001" },
      });
      return `## ${kind}, ${stage}\n\n${subject}\n\n${content.text}\n`;
    });
    await expect(`# Outreach in ${language}, ${voice}\n\n${texts.join("\n")}`).toMatchFileSnapshot(
      `golden/outreach-${language}-${voice}.txt`,
    );
  });
});

describe("the guard", () => {
  /** Three wordings, since the issue's id chooses among variants. */
  const wordings = ["a", "b", "c"];

  it.each(composedLanguages)("lets every message of every kind and stage pass in %s", (language) => {
    const found = told.flatMap(({ kind, stage }) =>
      wordings.flatMap((seed, at) => {
        const input = issueInput(kind, { stage, language, upset: at > 0 });
        const facts = { ...input.facts, message: { ...input.facts.message, id: `${kind}-${seed}` } };
        const voice = at % 2 === 0 ? "friendly" : "formal";
        const { content, without } = composeDraft({ ...input, facts, voice });
        const blocks = content.checks.filter(({ outcome }) => outcome === "block");
        const wrong = [
          ...blocks.map(({ rule, quote }) => `${rule}: ${quote}`),
          ...(without ? ["silent"] : []),
          // It may leave on another day than it was written: "yesterday" would be another day then.
          ...citedFacts(content).flatMap(({ id, on }) => (on === undefined ? [] : [`day from today: ${id}`])),
        ];
        return wrong.map((one) => `${kind}, ${stage}: ${one} in ${content.text}`);
      }),
    );
    expect(found).toEqual([]);
  });

  it("holds back what sells or asks for a review, and only where nobody asked", () => {
    const { content } = composeDraft(issueInput("stalled", { stage: "first", language: "en" }));
    const text = content.text.replace("Best", "Could you leave us a review?\n\nBest");
    const rules = (unasked: boolean) =>
      checkText({ ...content, facts: knownFacts(content), text: `${text} Write a review.`, unasked })
        .filter(({ outcome }) => outcome === "block")
        .map(({ rule }) => rule);
    expect(rules(true)).toEqual(["advertising"]);
    expect(rules(false)).toEqual([]);
  });
});
