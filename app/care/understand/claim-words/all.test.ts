import { describe, expect, it } from "vitest";
import { claims } from "../claims.ts";
import { sentences } from "../fold.ts";

const read = (text: string, language: string) =>
  claims(sentences(text), { order: null, now: new Date("2026-11-21T12:00:00Z"), language }).map(
    ({ kind }) => kind,
  );

describe("what happened, in fourteen languages", () => {
  it.each([
    ["en", "I still have no refund", "refund_not_received"],
    ["en", "I was charged twice", "charged_twice"],
    ["de", "Mein Paket ist noch nicht angekommen", "not_received"],
    ["de", "Die Ware ist kaputt", "damaged_item"],
    ["es", "Me enviaron la talla equivocada", "wrong_item"],
    ["fr", "Je n'ai pas encore reçu mon colis", "not_received"],
    ["pt", "A minha encomenda ainda não chegou", "not_received"],
    ["it", "Il pacco non è ancora arrivato", "not_received"],
    ["it", "Il tracking indica che è stato consegnato", "marked_delivered"],
    ["it", "Il pacco è in ritardo", "overdue"],
    ["it", "Non ho ricevuto ancora il rimborso", "refund_not_received"],
    ["it", "La tazza è arrivata rotta", "damaged_item"],
    ["it", "Ho ricevuto la taglia sbagliata", "wrong_item"],
    ["nl", "Ik heb niets ontvangen", "not_received"],
    ["nl", "Er staat dat het is bezorgd", "marked_delivered"],
    ["nl", "Het pakket is te laat", "overdue"],
    ["nl", "Ik heb nog geen terugbetaling gekregen", "refund_not_received"],
    ["nl", "De mok is kapot", "damaged_item"],
    ["nl", "Jullie stuurden de verkeerde maat", "wrong_item"],
    ["pl", "Paczka nadal nie dotarła", "not_received"],
    ["pl", "Status pokazuje, że doręczono", "marked_delivered"],
    ["pl", "Przesyłka jest opóźniona", "overdue"],
    ["pl", "Nie dostałam zwrotu pieniędzy", "refund_not_received"],
    ["pl", "Kubek jest uszkodzony", "damaged_item"],
    ["pl", "Dostałam zły rozmiar", "wrong_item"],
    ["ru", "Посылка не пришла", "not_received"],
    ["ru", "Трек пишет, что доставлено", "marked_delivered"],
    ["ru", "Доставка задерживается", "overdue"],
    ["ru", "Я до сих пор жду возврат денег", "refund_not_received"],
    ["ru", "Чашка разбита", "damaged_item"],
    ["ru", "Прислали не тот размер", "wrong_item"],
    ["uk", "Посилка не прийшла", "not_received"],
    ["uk", "Вказано, що посилка вручена", "marked_delivered"],
    ["uk", "Доставка запізнюється", "overdue"],
    ["uk", "Досі чекаю на повернення коштів", "refund_not_received"],
    ["uk", "Чашка розбита", "damaged_item"],
    ["uk", "Надіслали не той розмір", "wrong_item"],
    ["ro", "Coletul nu a ajuns", "not_received"],
    ["ro", "Apare că a fost livrat", "marked_delivered"],
    ["ro", "Coletul întârzie", "overdue"],
    ["ro", "Nu am primit banii înapoi", "refund_not_received"],
    ["ro", "Cana este spartă", "damaged_item"],
    ["ro", "Am primit mărimea greșită, alt produs", "wrong_item"],
    ["sv", "Paketet har inte kommit", "not_received"],
    ["sv", "Det står att det är levererat", "marked_delivered"],
    ["sv", "Leveransen är försenad", "overdue"],
    ["sv", "Jag väntar på min återbetalning", "refund_not_received"],
    ["sv", "Koppen är trasig", "damaged_item"],
    ["sv", "Jag fick fel storlek", "wrong_item"],
    ["hi", "मेरा पार्सल नहीं मिला", "not_received"],
    ["hi", "ट्रैकिंग में डिलीवर दिखा रहा है", "marked_delivered"],
    ["hi", "बहुत देरी हो रही है", "overdue"],
    ["hi", "रिफंड नहीं मिला", "refund_not_received"],
    ["hi", "कप टूटा हुआ है", "damaged_item"],
    ["hi", "गलत साइज भेजा", "wrong_item"],
    ["ja", "荷物が届いていません", "not_received"],
    ["ja", "配達済みになっています", "marked_delivered"],
    ["ja", "配送が遅れています", "overdue"],
    ["ja", "返金がまだされていません", "refund_not_received"],
    ["ja", "カップが割れていました", "damaged_item"],
    ["ja", "違うサイズが届きました", "wrong_item"],
  ] as const)("%s: %s", (language, text, kind) => {
    expect(read(text, language)).toContain(kind);
    // A short text may be taken for the wrong language of its script.
    const other = { ru: "uk", uk: "ru", hi: "ja", ja: "hi" }[language as string] ?? "tr";
    expect(read(text, other)).not.toEqual([]);
  });
});
