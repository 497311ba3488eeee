import { describe, expect, it } from "vitest";
import { composedLanguages, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { briefFor } from "#app/care/draft/model/brief.ts";
import { inputOf } from "#app/care/draft/model/brief.fixture.ts";
import { wordFault, type WordFault, type WordsInput } from "#app/care/draft/model/own-words.ts";
import { cases } from "#app/care/draft/situations.fixture.ts";

const faultIn = (own: string, more: Partial<WordsInput> = {}) =>
  wordFault({ own, language: "en", quiet: false, published: "", shopperText: "", ...more });

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
        const fault = faultIn(own, { language, quiet: true });
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
    expect(faultIn(own, { language, quiet: true })).toBeNull();
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

describe("what no record shows", () => {
  it.each<[ComposedLanguage, WordFault, string]>([
    ["en", "own_day", "It was last scanned yesterday."],
    ["en", "own_day", "You have it by the weekend."],
    ["en", "question", "Please reply with a copy of your passport."],
    ["en", "question", "Tell us your date of birth."],
    ["en", "not_on_record", "The money is back in your account."],
    ["en", "not_on_record", "You do not have to pay for this order."],
    ["en", "not_on_record", "Return shipping is on us."],
    ["en", "not_on_record", "We ship a new one."],
    ["en", "not_on_record", "You may keep the item."],
    ["en", "not_on_record", "It was left with your neighbour."],
    ["en", "not_on_record", "The shop is fully liable for every loss."],
    ["de", "own_day", "Das Paket wurde gestern gescannt."],
    ["de", "question", "Schicken Sie uns bitte eine Kopie des Ausweises."],
    ["de", "not_on_record", "Das Geld ist schon auf Ihrem Konto."],
    ["es", "own_day", "El paquete se escaneó ayer."],
    ["es", "not_on_record", "No tiene que pagar este pedido."],
    ["fr", "own_day", "Le colis a été scanné hier."],
    ["fr", "not_on_record", "Le colis est chez un voisin."],
    ["pt", "own_day", "O pacote foi lido ontem."],
    ["pt", "not_on_record", "O pacote está com um vizinho."],
    ["it", "own_day", "Il pacco è stato scansionato ieri."],
    ["it", "not_on_record", "Il pacco è dal vicino."],
    ["nl", "own_day", "Het pakket is gisteren gescand."],
    ["nl", "not_on_record", "Het pakket ligt bij de buren."],
    ["ja", "own_day", "昨日、最後に確認されました。"],
    ["ja", "not_on_record", "代金はすでに戻っています。"],
  ])("is not the model's to say: %s, %s: %s", (language, fault, own) => {
    expect(faultIn(own, { language })).toBe(fault);
  });

  it("may be said in the words of a passage that it cites", () => {
    const published = "Sale items are final: no refund and no discount. You can keep the box.";
    expect(faultIn("You can keep the box.", { published })).toBeNull();
    expect(faultIn("Sale items are final: no refund and no discount.", { published })).toBeNull();
    expect(faultIn("You get a full refund and a discount.", { published })).toBe("binding_words");
  });
});
