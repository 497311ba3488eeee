import { describe, expect, it } from "vitest";
import { cause } from "./cause.ts";
import { sentences } from "./fold.ts";
import { causeSchema, type CareEmotion, type Intent } from "./reading.ts";

const read = (text: string, given: { intent: Intent; emotion?: CareEmotion; language?: string }) =>
  cause(sentences(text), { emotion: "anger", language: "en", ...given });

describe("what a feeling is about, and at whom it is directed", () => {
  it.each([
    ["en", "The courier left my parcel in the rain.", "delivery_problem", "delivery carrier"],
    ["en", "You sent me the wrong size.", "wrong_or_damaged_item", "item shop"],
    ["en", "Sorry, my mistake, I ordered twice.", "cancel", "self self"],
    ["en", "Nobody answers. Your service is terrible.", "complaint", "contact shop"],
    ["en", "You promised it would be here on Monday.", "delivery_problem", "promise shop"],
    ["en", "The driver was rude and threw it over the fence.", "delivery_problem", "carrier carrier"],
    ["en", "You cancelled my order without a word!", "complaint", "event nobody"],
    ["en", "I accidentally ordered the wrong size.", "change_order", "self self"],
    ["en", "The blanket is beautiful, thank you.", "praise", "item nobody"],
    ["en", "Where is my money?", "refund", "money nobody"],
    ["en", "hm", "other", "unknown nobody"],
    ["de", "Wo ist mein Geld?", "refund", "money nobody"],
    ["de", "Ihr habt mir versprochen, dass es bis Freitag kommt.", "order_status", "promise shop"],
    ["de", "Der Fahrer hat nicht einmal geklingelt.", "delivery_problem", "carrier carrier"],
    ["de", "Aus Versehen habe ich doppelt bestellt.", "cancel", "self self"],
    ["de", "Niemand meldet sich.", "complaint", "contact nobody"],
    ["es", "El repartidor fue muy grosero.", "delivery_problem", "carrier carrier"],
    ["es", "Me dijeron que llegaría ayer.", "delivery_problem", "promise shop"],
    ["es", "La talla es equivocada.", "wrong_or_damaged_item", "item nobody"],
    ["fr", "Le colis n'est jamais arrivé.", "delivery_problem", "delivery nobody"],
    ["fr", "Je me suis trompée d'adresse.", "change_address", "self self"],
    ["fr", "Votre service client ne répond pas.", "complaint", "contact shop"],
    ["pt", "Prometeram entregar ontem.", "delivery_problem", "promise shop"],
    ["pt", "O carteiro atirou a encomenda.", "delivery_problem", "carrier carrier"],
    ["it", "Il pacco non è ancora arrivato.", "delivery_problem", "delivery nobody"],
    ["it", "Nessuno mi ha risposto.", "complaint", "contact nobody"],
    ["it", "Il corriere è stato maleducato.", "delivery_problem", "carrier carrier"],
    ["it", "Vorrei il rimborso.", "refund", "money nobody"],
    ["nl", "Jullie hebben het beloofd.", "order_status", "promise shop"],
    ["nl", "De bezorger heeft niet aangebeld.", "delivery_problem", "carrier carrier"],
    ["nl", "Mijn pakket is nooit bezorgd.", "delivery_problem", "delivery nobody"],
    ["pl", "Paczka jest uszkodzona.", "wrong_or_damaged_item", "item nobody"],
    ["pl", "Kurier rzucił paczką.", "delivery_problem", "carrier carrier"],
    ["pl", "Obiecaliście dostawę w piątek.", "delivery_problem", "promise shop"],
    ["pl", "To moja wina, pomyliłam adres.", "change_address", "self self"],
    ["ru", "Посылка так и не пришла.", "delivery_problem", "delivery nobody"],
    ["ru", "Вы обещали доставить вчера!", "delivery_problem", "promise shop"],
    ["ru", "Курьер мне нахамил.", "delivery_problem", "carrier carrier"],
    ["ru", "Верните мои деньги.", "refund", "money nobody"],
    ["ru", "Никто не отвечает.", "complaint", "contact nobody"],
    ["uk", "Посилка прийшла пошкоджена.", "wrong_or_damaged_item", "item nobody"],
    ["uk", "Ви обіцяли надіслати вчора.", "order_status", "promise shop"],
    ["uk", "Я помилилася з розміром.", "change_order", "self self"],
    ["ro", "Coletul nu a ajuns.", "delivery_problem", "delivery nobody"],
    ["ro", "Curierul nu a sunat la ușă.", "delivery_problem", "carrier carrier"],
    ["ro", "Vreau banii înapoi.", "refund", "money nobody"],
    ["sv", "Paketet har inte kommit fram.", "delivery_problem", "delivery nobody"],
    ["sv", "Ni lovade leverans i fredags.", "delivery_problem", "promise shop"],
    ["sv", "Koppen är trasig.", "wrong_or_damaged_item", "item nobody"],
    ["hi", "मेरा पार्सल नहीं आया।", "delivery_problem", "delivery nobody"],
    ["hi", "आपने वादा किया था।", "order_status", "promise shop"],
    ["hi", "कूरियर वाला बदतमीज था।", "delivery_problem", "carrier carrier"],
    ["ja", "荷物が届きません。", "delivery_problem", "delivery nobody"],
    ["ja", "配達員の態度が悪かったです。", "delivery_problem", "carrier carrier"],
    ["ja", "私のミスで間違えて注文しました。", "cancel", "self self"],
  ] as const)("%s: %s", (...[language, text, intent, expected]) => {
    const { about, blamed } = read(text, { intent, language });
    expect(`${about} ${blamed}`).toBe(expected);
  });
});

describe("the sentence that carries the feeling decides", () => {
  it.each([
    [
      "I ordered a blanket, it was delivered on time. I am furious that you charged me twice.",
      "anger",
      "money",
    ],
    ["I am furious that nobody replies. The parcel came yesterday.", "anger", "contact"],
    ["The parcel was delivered. The mug is broken. I am so angry! Please send the invoice.", "anger", "item"],
    ["I am so disappointed. The mug is broken. Please send an invoice.", "disappointment", "item"],
    ["Your refund arrived, thanks. I am worried that the parcel is lost.", "worry", "delivery"],
    [
      "The invoice is fine. I love it, the colours are perfect! When does the second parcel ship?",
      "joy",
      "item",
    ],
    ["Payment went through. The parcel has not arrived.", "neutral", "delivery"],
  ] as const)("%s", (text, emotion, about) => {
    expect(read(text, { intent: "delivery_problem", emotion }).about).toBe(about);
  });

  it("quotes it", () => {
    const text = "It was delivered on Monday.\nI am furious that you charged me twice!";
    expect(read(text, { intent: "payment" }).quote).toBe("I am furious that you charged me twice!");
  });
});

describe("grief is about the loss, whatever else is spoken of", () => {
  it.each([
    ["en", "My husband passed away the day the parcel arrived.", "return"],
    ["en", "We are still waiting for the delivery. My late mother ordered it.", "order_status"],
    ["de", "Sie ist in der vergangenen Woche gestorben, am selben Tag kam das Paket.", "return"],
    ["de", "Mein Vater ist verstorben. Das Paket wurde trotzdem geliefert.", "delivery_problem"],
    ["es", "Mi madre falleció el día que llegó el paquete.", "return"],
    ["fr", "Ma mère est décédée le jour où le colis est arrivé.", "delivery_problem"],
    ["pt", "O meu pai faleceu no dia em que a encomenda chegou.", "delivery_problem"],
    ["it", "È morta mia nonna, il pacco è stato consegnato lo stesso giorno.", "return"],
    ["nl", "Mijn man is overleden op de dag dat het pakket werd bezorgd.", "delivery_problem"],
    ["pl", "Tata zmarł w dniu, w którym przyszła paczka.", "delivery_problem"],
    ["ro", "Tata a murit în ziua în care a ajuns coletul.", "delivery_problem"],
    ["sv", "Min mamma gick bort samma dag som paketet levererades.", "delivery_problem"],
    ["ru", "Мама умерла в тот день, когда пришла посылка.", "delivery_problem"],
    ["uk", "Мама померла того дня, коли прийшла посилка.", "delivery_problem"],
    ["hi", "जिस दिन पार्सल आया, उसी दिन मेरी माँ का निधन हो गया।", "delivery_problem"],
    ["ja", "荷物が届いた日に父が亡くなりました。", "delivery_problem"],
    // A language without words of its own, read as grief by a model.
    ["el", "Η μητέρα μου πέθανε την ημέρα που ήρθε το δέμα.", "delivery_problem"],
  ] as const)("%s: %s", (language, text, intent) => {
    expect(read(text, { intent, emotion: "grief", language })).toMatchObject({
      about: "event",
      blamed: "nobody",
    });
  });

  it("quotes the loss, and finds no fault where only another sentence speaks of somebody", () => {
    const text = "Your service asked for a reason. My wife died on Saturday. The parcel is on its way.";
    expect(read(text, { intent: "cancel", emotion: "grief" })).toEqual({
      about: "event",
      blamed: "nobody",
      quote: "My wife died on Saturday.",
    });
  });

  it("and anger beside a loss is about what it was about", () => {
    const text = "I am furious that nobody replies. My wife died on Saturday.";
    expect(read(text, { intent: "complaint" }).about).toBe("contact");
  });
});

it("still reads what was stored before", () => {
  for (const about of ["delivery", "item", "money", "promise", "contact", "self", "unknown"])
    expect(causeSchema.safeParse({ about, blamed: "nobody", quote: "" }).success).toBe(true);
});
