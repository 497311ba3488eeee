import { describe, expect, it } from "vitest";
import { saidOccasion } from "./said-occasion.ts";

/** Tuesday, 1 December 2026. */
const ON = "2026-12-01";
const said = (text: string, language = "en", on = ON) => saidOccasion({ text, language, on });
const by = (...given: Parameters<typeof said>) => said(...given).neededBy;

describe("the day by which a shopper needs an order", () => {
  it.each<[language: string, text: string, day: string]>([
    ["en", "Hi! I need it by Friday, please let me know.", "2026-12-04"],
    ["en", "Where is order #1023? It has to be here by 5 December.", "2026-12-05"],
    ["en", "I ordered on Monday and I need this by Saturday 5 December.", "2026-12-05"],
    ["en", "Will it be here for my daughter's birthday on the 12th of December?", "2026-12-12"],
    ["en", "Our wedding is next Friday and the shoes are not here.", "2026-12-11"],
    ["en", "It must arrive within 3 days.", "2026-12-04"],
    ["en", "We need the lamp tomorrow at the latest.", "2026-12-02"],
    ["en", "I need it the day after tomorrow.", "2026-12-03"],
    ["en", "It was promised for Thursday, but I really need it by Wednesday.", "2026-12-02"],
    ["en", "I need it in time for Christmas.", "2026-12-24"],
    ["de", "Ich brauche es bis Freitag!", "2026-12-04"],
    ["de", "Guten Morgen, ich brauche das Paket bis zum 3., danke.", "2026-12-03"],
    ["de", "Am Samstag ist die Hochzeit und das Kleid fehlt.", "2026-12-05"],
    ["de", "Das Geschenk muss bis 20.12. da sein.", "2026-12-20"],
    ["de", "Wir brauchen die Lampe spätestens übermorgen.", "2026-12-03"],
    ["es", "Lo necesito para el viernes, por favor.", "2026-12-04"],
    ["es", "Es para el cumpleaños de mi hija el 12 de diciembre.", "2026-12-12"],
    ["fr", "J'en ai besoin avant samedi.", "2026-12-05"],
    ["fr", "Il me le faut pour le 10 décembre au plus tard.", "2026-12-10"],
    ["fr", "C'est pour un mariage samedi.", "2026-12-05"],
    ["pt", "Preciso da encomenda até sexta-feira.", "2026-12-04"],
    ["pt", "É para a festa de sábado.", "2026-12-05"],
    ["it", "Mi serve entro venerdì.", "2026-12-04"],
    ["it", "È per il compleanno di mia madre il 9 dicembre.", "2026-12-09"],
    ["nl", "Ik heb het vrijdag nodig.", "2026-12-04"],
    ["nl", "Het is voor een bruiloft over twee weken.", "2026-12-15"],
    ["pl", "Potrzebuję tego do piątku.", "2026-12-04"],
    ["pl", "To na urodziny w sobotę.", "2026-12-05"],
    ["ro", "Am nevoie de el până vineri.", "2026-12-04"],
    ["sv", "Jag behöver den senast fredag.", "2026-12-04"],
    ["ru", "Мне нужно это к пятнице.", "2026-12-04"],
    ["ru", "Посылка нужна не позднее 10 декабря.", "2026-12-10"],
    ["uk", "Мені потрібно до п'ятниці.", "2026-12-04"],
    ["hi", "मुझे यह शुक्रवार तक चाहिए।", "2026-12-04"],
    ["ja", "金曜日までに必要です。", "2026-12-04"],
    ["ja", "誕生日は12月10日です。", "2026-12-10"],
  ])("%s: %s", (language, text, day) => {
    expect(by(text, language)).toBe(day);
  });

  it.each<[language: string, text: string]>([
    ["en", "Where is my order? You said it would be delivered by Friday."],
    ["en", "I ordered it on 3 November and it still has not arrived."],
    ["en", "Tracking says it should arrive on Saturday."],
    ["en", "I need a refund by Friday or I call my bank."],
    ["en", "I need to know by tomorrow whether it has left."],
    ["en", "I don't need it before Friday."],
    ["en", "The party was on Saturday, so I do not want it any more."],
    ["en", "I needed it last Friday."],
    ["en", "Do I need to be home on Friday?"],
    ["en", "I need it soon."],
    ["en", "My wife died on Saturday, so the anniversary engraving won't be needed."],
    ["de", "Sie ist am Samstag verstorben, der Geburtstag fällt aus."],
    ["de", "Ich brauche bis Freitag eine Antwort."],
    ["de", "Guten Morgen, wo ist mein Paket?"],
    ["de", "Die Feier war am Samstag, jetzt brauche ich es nicht mehr."],
    ["fr", "Je voudrais un remboursement avant vendredi."],
    ["es", "Necesito una respuesta antes del viernes."],
    ["it", "Mi serve la fattura entro venerdì."],
    ["nl", "Ik heb vrijdag nog geen antwoord nodig."],
    ["ja", "金曜日までに返信をお願いします。"],
    ["und", "Friday"],
  ])("is not read in %s: %s", (language, text) => {
    expect(by(text, language)).toBeNull();
  });

  it("is the earliest of several sentences, counted from the day the message was written", () => {
    expect(by("I need the blue one by 10 December. The red one has to be here by Friday.")).toBe(
      "2026-12-04",
    );
    expect(by("I need it by Tuesday.")).toBe("2026-12-08");
    expect(by("I need it by Friday.", "en", "2026-12-31")).toBe("2027-01-01");
    expect(by("I need it by 5 January.")).toBe("2027-01-05");
    expect(by("I need it for Christmas.", "en", "2026-03-01")).toBeNull();
    expect(by("Brauche es bis zum 3.", "de", "2026-12-20")).toBe("2027-01-03");
  });
});

describe("a gift", () => {
  it.each<[string, boolean]>([
    ["It is a birthday present for my mother.", true],
    ["Es ist ein Geschenk.", true],
    ["C'est un cadeau.", true],
    ["プレゼントです。", true],
    ["Where is my free gift?", false],
    ["It is not a gift.", false],
    ["El regalo de cumpleaños todavía no ha salido.", true],
    ["No es un regalo.", false],
    ["My gift card does not work.", false],
    ["Where is my parcel?", false],
  ])("%s", (text, is) => {
    expect(said(text).gift).toBe(is);
  });
});
