import { expect, it } from "vitest";
import { sentences } from "../fold.ts";
import { saidAnyhow, type Mark } from "../said.ts";

const says = (text: string, mark: Mark) => sentences(text).some((one) => saidAnyhow(one).marks.has(mark));

it.each([
  "Please don't cancel my order!",
  "I don't want to cancel, I only ask.",
  "Bitte stornieren Sie meine Bestellung nicht!",
  "Bitte nicht stornieren!",
  "Por favor, no cancelen mi pedido",
  "N'annulez pas ma commande s'il vous plaît",
  "Je ne veux pas annuler.",
  "Por favor não cancelem a minha encomenda",
  "Per favore non annullate il mio ordine",
  "Annuleer mijn bestelling niet alstublieft",
  "Graag niet annuleren.",
  "Proszę nie anulować mojego zamówienia",
  "Vă rog să nu anulați comanda mea",
  "Avboka inte min beställning",
  "Пожалуйста, не отменяйте мой заказ",
  "Будь ласка, не скасовуйте моє замовлення",
  "कृपया मेरा ऑर्डर रद्द मत कीजिए",
  "mera order cancel mat karo",
  "注文をキャンセルしないでください",
])("hears that the order is to be kept: %s", (text) => {
  expect(says(text, "keeps order")).toBe(true);
});

it.each([
  "Please cancel my order.",
  "You did not cancel my order!",
  "Why don't you cancel my order?",
  "If you don't cancel it, I will dispute the charge.",
  "I do not want it, cancel it.",
  "Warum kann ich meine Bestellung nicht stornieren?",
  "Stornieren Sie bitte, ich brauche es nicht.",
  "Sie haben meine Bestellung nicht storniert.",
  "Si no cancelan mi pedido, reclamo.",
  "Si vous n'annulez pas ma commande, je porte plainte.",
  "Se non annullate l'ordine, chiamo la banca.",
  "Ik kan mijn bestelling niet annuleren.",
  "Nie mogę anulować zamówienia.",
  "Не могу отменить заказ.",
  "Wenn Sie heute nicht stornieren, gehe ich zum Anwalt.",
  "Als jullie vandaag niet annuleren, ga ik naar de rechter.",
  "キャンセルしてください。",
])("hears a wish to cancel, or that it failed: %s", (text) => {
  expect(says(text, "keeps order")).toBe(false);
});

it.each([
  "No complaints whatsoever",
  "I have nothing to complain about.",
  "Keine Beschwerden, alles gut.",
  "Da kann ich nicht meckern.",
  "Ninguna queja, todo bien.",
  "Rien à redire.",
  "Nenhuma reclamação.",
  "Nessuna lamentela.",
  "Geen klachten.",
  "Nie mam żadnych zastrzeżeń.",
  "Nicio plângere.",
  "Inga klagomål.",
  "Никаких претензий.",
  "Жодних нарікань.",
  "कोई शिकायत नहीं।",
  "koi shikayat nahi",
  "文句のつけようがありません。",
])("hears that there is nothing to complain of: %s", (text) => {
  expect(says(text, "no complaint")).toBe(true);
});

it.each([
  "I want to make a complaint.",
  "No complaint was ever answered.",
  "Do you have no complaint form?",
  "Ich habe eine Beschwerde.",
  "Tengo una queja.",
  "У меня претензия.",
  "文句があります。",
  "I cannot complain enough about this company.",
  "You say there is nothing to complain about. There is!",
])("hears a complaint: %s", (text) => {
  expect(says(text, "no complaint")).toBe(false);
});

it.each([
  "Sorry, wrong shop!",
  "Sorry, falscher Shop!",
  "Perdón, tienda equivocada",
  "Désolée, mauvaise boutique !",
  "Desculpe, loja errada",
  "Scusate, negozio sbagliato",
  "Sorry, verkeerde winkel",
  "Przepraszam, zły sklep",
  "Scuze, magazin greșit",
  "Förlåt, fel butik",
  "Извините, не тот магазин",
  "Вибачте, не той магазин",
  "माफ कीजिए, गलत दुकान",
  "すみません、お店を間違えました。",
])("hears that another shop was meant: %s", (text) => {
  expect(says(text, "astray")).toBe(true);
});

it.each([
  "You sent the wrong size.",
  "Falsche Größe geschickt.",
  "Wrong address, sorry.",
  "I got a parcel that was meant for someone else. Where is mine?",
  "The vase was meant for somebody very dear to me and it came smashed. I'm so disappointed.",
  "You gave my address to the wrong company. I am disappointed in you.",
  "Das Geschenk ist nicht für euch bestimmt, sondern für meine Oma.",
])("leaves what else is wrong: %s", (text) => {
  expect(says(text, "astray")).toBe(false);
});
