import { describe, expect, it } from "vitest";
import {
  composedLanguage,
  composedLanguages,
  messageKeys,
  messageSaying,
  placeholders,
  renderMessage,
  variantCount,
} from "#app/care/draft/catalogue/catalogue.ts";

const COUNTS = new Set(["parcels", "attachments", "days"]);

describe("the catalogues", () => {
  it.each(composedLanguages)(
    "%s: every message renders in every variant and form, with and without facts",
    (language) => {
      for (const key of messageKeys)
        for (let pick = 0; pick < variantCount(key, language); pick += 1)
          for (const v of ["formal", "friendly"])
            for (const fact of [null, "Wert"]) {
              const values = Object.fromEntries(
                placeholders(key).map((name) => [name, COUNTS.has(name) ? (fact ? 2 : 1) : (fact ?? "none")]),
              );
              const text = renderMessage(key, { language, pick, values: { v, ...values } });
              const wrong =
                /[{}!！¡]|\p{Extended_Pictographic}|\s{2}|undefined|\s[.,。、]/u.test(text) ||
                (fact !== null && /\bnone\b/u.test(text));
              expect({ key, text, wrong }).toEqual({ key, text, wrong: false });
            }
    },
  );

  it("gives every language the same placeholders", () => {
    for (const key of messageKeys) {
      const named = composedLanguages.map((language) => {
        const shown = new Set<string>();
        for (let pick = 0; pick < variantCount(key, language); pick += 1) {
          const values = Object.fromEntries(
            placeholders(key).map((name) => [name, COUNTS.has(name) ? 7 : `‹${name}›`]),
          );
          const text = renderMessage(key, { language, pick, values: { v: "formal", ...values } });
          for (const [, name] of text.matchAll(/‹(\w+)›/gu))
            if (name === "order" || name === "link" || name === "tracking") shown.add(name);
        }
        return [...shown].toSorted().join();
      });
      expect({ key, kinds: new Set(named).size }).toEqual({ key, kinds: 1 });
    }
  });

  it.each(composedLanguages)("%s: no text stands for two situations, nor twice for one", (language) => {
    const texts = messageKeys.flatMap((key) =>
      Array.from({ length: variantCount(key, language) }, (_, pick) => {
        const values = Object.fromEntries(
          placeholders(key).map((name) => [name, COUNTS.has(name) ? 7 : `‹${name}›`]),
        );
        return renderMessage(key, { language, pick, values: { v: "formal", ...values } });
      }),
    );
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("is known again by a sentence without values, however it is worded", () => {
    for (const language of composedLanguages)
      for (let pick = 0; pick < variantCount("thanks.message", language); pick += 1)
        for (const v of ["formal", "friendly"]) {
          const text = renderMessage("thanks.message", { language, pick, values: { v } });
          expect(messageSaying(text, language)).toBe("thanks.message");
        }
    expect(messageSaying("Your order #1001 is on its way.", "en")).toBeNull();
  });

  it("answers in English where there is no catalogue", () => {
    expect(composedLanguage("de-AT")).toBe("de");
    expect(composedLanguage("pl")).toBe("en");
    expect(composedLanguage("und")).toBe("en");
    expect(composedLanguage(null)).toBe("en");
  });
});
