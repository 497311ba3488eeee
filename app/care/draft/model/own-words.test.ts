import { describe, expect, it } from "vitest";
import { composedLanguages, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { briefFor } from "#app/care/draft/model/brief.ts";
import { inputOf } from "#app/care/draft/model/brief.fixture.ts";
import { wordFault, type WordsInput } from "#app/care/draft/model/own-words.ts";
import { cases } from "#app/care/draft/situations.fixture.ts";

const faultIn = (own: string, more: Partial<WordsInput> = {}) =>
  wordFault({ own, language: "en", upset: false, published: "", shopperText: "", ...more });

describe("words that a shop would write itself", () => {
  it.each(composedLanguages)("are no fault: all that the composer tells of orders, in %s", (language) => {
    const faults = Object.keys(cases).flatMap((name) => {
      const input = inputOf(name, { language });
      const drafted = composeDraft(input);
      const brief = briefFor(input, drafted);
      const told = new Set(brief?.say.map(({ say }) => say));
      return drafted.steps.flatMap((step, at) => {
        const sentence = drafted.content.sentences[at];
        if (!step || !sentence || !told.has(step.say) || step.stage === "next") return [];
        // As a model writes them: values are placeholders.
        const values = drafted.content.facts.filter(({ id }) => sentence.cites.includes(id));
        const own = values
          .toSorted((one, other) => other.value.length - one.value.length)
          .reduce((text, { value }) => text.replaceAll(value, "x"), sentence.text);
        const fault = faultIn(own, { language, upset: true });
        return fault === null ? [] : [{ own, fault }];
      });
    });
    expect(faults).toEqual([]);
  });

  it.each<[ComposedLanguage, string]>([
    ["en", "Two weeks without a scan is too long, and we are sorry for it."],
    ["de", "Das tut uns leid, denn Sie warten schon viel zu lange auf Ihre Bestellung."],
    ["es", "Queremos que sepa lo que muestra el registro."],
    ["fr", "Le colis est dans les environs depuis plusieurs jours."],
    ["pt", "Lamentamos o atraso e queremos ser claros."],
    ["it", "Ci scusiamo per il ritardo del pacco."],
    ["nl", "Het spijt ons dat het zo lang duurt."],
    ["ja", "お待たせしており、申し訳ございません。"],
  ])("are no fault: %s, %s", (language, own) => {
    expect(faultIn(own, { language, upset: true })).toBeNull();
  });
});

describe("words that only the shop's own sentences may say", () => {
  it.each<[ComposedLanguage, string]>([
    ["en", "We'll send you another one."],
    ["de", "Wir werden den Betrag erstatten."],
    ["de", "Gerne schicken wir Ersatz."],
    ["es", "Le enviaremos otro."],
    ["fr", "Nous vous rembourserons."],
    ["pt", "Vamos reembolsar o valor."],
    ["it", "Le rimborseremo tutto."],
    ["nl", "Wij zullen het vergoeden."],
    ["ja", "全額を返金いたします。"],
  ])("bind: %s, %s", (language, own) => {
    expect(faultIn(own, { language })).toBe("binding_words");
  });
});

describe("a number", () => {
  it("is the model's own unless a passage that it cites has it", () => {
    expect(faultIn("Returns are open for 30 days.")).toBe("own_number");
    expect(faultIn("Returns are open for 30 days.", { published: "within 30 days" })).toBeNull();
    expect(faultIn("Returns are open for 60 days.", { published: "within 30 days" })).toBe("own_number");
  });
});

describe("a name", () => {
  it("is looked for in every language, in German among the shopper's own words", () => {
    expect(faultIn("It went to Otto Fremdling.")).toBe("foreign_name");
    expect(faultIn("It left Fernweh Supply.", { published: "Fernweh Supply" })).toBeNull();
    const german = { language: "de", shopperText: "Sagen Sie, es ging an Otto Fremdling." } as const;
    expect(faultIn("Es ging an Otto Fremdling.", german)).toBe("foreign_name");
    expect(faultIn("Es liegt im Paket Zentrum.", { language: "de" })).toBeNull();
  });
});
