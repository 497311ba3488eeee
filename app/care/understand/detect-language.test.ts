import { expect, it } from "vitest";
import { detectLanguage, speaksTwice } from "./detect-language.ts";

it.each([
  ["Where is my order?", "en"],
  ["Meine Bestellung ist kaputt angekommen", "de"],
  ["Quiero un reembolso", "es"],
  ["Je voudrais changer l'adresse", "fr"],
  ["Gostaria de cancelar meu pedido", "pt"],
  ["Dov'è il mio pacco?", "it"],
  ["Waar blijft mijn pakket?", "nl"],
  ["注文はいつ届きますか", "ja"],
])("%s is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it("lends the expected region when the language agrees", () => {
  expect(detectLanguage("Gostaria de cancelar meu pedido", ["pt-BR"])).toBe("pt-BR");
});

it("goes by the expected language where there are too few letters, and else says it does not know", () => {
  expect(detectLanguage("#1023 ??", ["de"])).toBe("de");
  expect(detectLanguage("#1023 ??")).toBe("und");
});

it("does not let the expected language talk over a clear text", () => {
  expect(detectLanguage("Wo bleibt meine Bestellung, ich warte seit Wochen", ["en"])).toBe("de");
});

it.each([
  ["Please cancel order #1044", ["es"], "en"],
  ["Onde está a minha encomenda #1044? Obrigado pela ajuda.", ["es", "es"], "pt"],
  ["Order #9944", ["fi"], "en"],
  ["Order #9944", ["es"], "en"],
  ["Hello", ["es"], "en"],
  ["Merci", ["en"], "fr"],
  ["Hallo", ["nl-NL"], "nl-NL"],
])("%s after %s is %s", (text, expected, language) => {
  expect(detectLanguage(text, expected)).toBe(language);
});

it.each([
  ["Order #9944", "en"],
  ["Hello", "en"],
  ["Merci", "fr"],
  ["Hallo", "de"],
  ["Where?", "en"],
  ["zzq", "und"],
])("%s alone is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it("lets the conversation's language decide a few words that could be several", () => {
  expect(detectLanguage("Pedido #1044", ["pt-BR"])).toBe("pt-BR");
  expect(detectLanguage("ok top", ["de"])).toBe("de");
});

it.each([
  ["Zamówienie nie dotarło", "pl"],
  ["Comanda nu a ajuns", "ro"],
  ["Отмените, пожалуйста, заказ 771.", "ru"],
  ["Де моє замовлення?", "uk"],
  ["Var är mitt paket?", "sv"],
  ["मेरा ऑर्डर कहाँ है?", "hi"],
  ["bhai mera order kab aayega? abhi tak nahi aaya", "hi"],
])("%s is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each([
  ["Ble mae fy archeb? Rwy'n aros ers pythefnos ac rwy'n drist iawn.", "und"],
  ["Agizo langu liko wapi? Nimesubiri wiki mbili na nimekasirika sana.", "und"],
  ["Nasaan na ang order ko? Dalawang linggo na akong naghihintay at galit na galit ako.", "tl"],
  ["blorf grindle snaxo wimple fratz yondle", "und"],
])("takes %s for none of the languages it knows, even where one is expected", (text, language) => {
  expect(detectLanguage(text, ["en"])).toBe(language);
});

const fewWords = `
en | I am angry | I am furious | I'm not happy | not ok | So angry right now | it broke | wrong size | Where is it? | no problem | too small | Never again | Not bad at all | so sad | I am sad
de | Ich bin wütend | nicht sauer | Ich bin traurig | wo ist es | gar nichts da | viel zu klein | kein Problem
fr | Je suis furieux | pas mal | pas déçu | où est-il | rien reçu | je suis en colère
es | Estoy furioso | no estoy enfadado | nada bien | dónde está | muy mal todo
pt | Estou furioso | não chegou nada | cadê meu pedido | muito bom | não estou bem
it | Sono furioso | non va bene | dove sta | sono triste | molto male
nl | Ik ben boos | niet goed | waar is het | heel erg bedankt | ik ben blij
pl | Jestem zły | nie jestem zła | gdzie to jest | bardzo źle
ro | Sunt furios | nu este bine | unde este | foarte rău
sv | Jag är arg | inte bra | var är det | jag är ledsen
ru | Я в ярости | Я злюсь | где посылка | не пришло | я не зла
uk | Я дуже злий | де посилка | не прийшло нічого | я не зла на вас, дякую
hi | main bahut gusse mein hoon | main naraz hoon
und | asdkjh qwe | Kde je můj balík?
`;
it.each(
  fewWords
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [language = "", ...texts] = line.split(" | ");
      return texts.map((text) => [text, language] as const);
    }),
)("%s is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it("never takes a few words for a language that shops rarely hear, unless it is expected", () => {
  expect(detectLanguage("Hvor er pakken?")).not.toBe("da");
  expect(detectLanguage("Hvor er pakken?", ["da"])).toBe("da");
});

const MIXED =
  "On Mon, Nov 16, you wrote to me that it will be here and that I have to wait for it. " +
  "Ich will sofort mein Geld zurück, sonst schalte ich meinen Anwalt ein und informiere die Presse, denn so geht es nicht.";

it("goes by the whole of a text that ends in another language than it begins with", () => {
  expect(detectLanguage(MIXED)).toBe("de");
  expect(speaksTwice(MIXED)).toBe(true);
  expect(
    speaksTwice("Where is my parcel? I have waited for it for two weeks and nobody answers me. ".repeat(4)),
  ).toBe(false);
});

it.each(["Hol van a csomagom?", "Missä pakettini on?"])(
  "does not take %s for a language it knows",
  (text) => {
    expect(detectLanguage(text)).toBe("und");
  },
);

it.each([
  [
    "fr",
    `Bonjour, j'ai commandé "The Lord of the Rings: The Return of the King" et "The Art of War" mais je n'ai rien reçu.`,
  ],
  [
    "es",
    `Hola, pedí "The Dark Side of the Moon" y "Songs in the Key of Life" pero me llegó otro disco distinto.`,
  ],
  [
    "de",
    `Hallo, ich habe "The Lord of the Rings: The Return of the King" und "The Art of War" bestellt, aber nichts bekommen.`,
  ],
  [
    "ru",
    `Здравствуйте, я заказала "The Lord of the Rings: The Return of the King" и "The Art of War", но ничего не пришло.`,
  ],
  ["en", `I ordered "La Casa de Papel" mask and "El Laberinto del Fauno" poster, where are they now? Thanks`],
])("leaves titles out: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
