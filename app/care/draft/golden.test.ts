import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { cases, inputs } from "#app/care/draft/situations.fixture.ts";

/**
 * The replies as shoppers read them, one file per language and form of address, for a native speaker to review. A changed
 * text shows as a difference there: `vitest run --project unit app/care/draft/golden.test.ts -u` writes them anew.
 */
describe("golden texts", () => {
  const both = ["friendly", "formal"] as const;
  const formsOf = { en: ["friendly"], pt: ["friendly"], ja: ["formal"] } as const;
  const forms = composedLanguages.flatMap((language) =>
    (language in formsOf ? formsOf[language as keyof typeof formsOf] : both).map((voice) => ({
      language,
      voice,
    })),
  );

  it.each(forms)("$language, $voice", async ({ language, voice }) => {
    const texts = Object.entries(cases).map(([name, given]) => {
      const { facts, reading } = inputs(given, language);
      const { content } = composeDraft({
        facts: { ...facts, message: { ...facts.message, id: name } },
        reading: { ...reading, language },
        text: "",
        voice,
        shopDomains: ["fernweh.example"],
        seesAllOrders: true,
        code: { mayAsk: true, order: "#1001" },
      });
      return `## ${name}\n\n(${content.plan.approach})\n\n${content.text}\n`;
    });
    await expect(`# Replies in ${language}, ${voice}\n\n${texts.join("\n")}`).toMatchFileSnapshot(
      `golden/${language}-${voice}.txt`,
    );
  });
});
