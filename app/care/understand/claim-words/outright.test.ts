import { expect, it } from "vitest";
import { claims } from "../claims.ts";
import { sentences } from "../fold.ts";

const kindsIn = (language: string, text: string): string[] =>
  claims(sentences(text), { order: null, now: new Date("2026-11-21T12:00:00Z"), language }).map(
    ({ kind }) => kind,
  );

it.each([
  ["en", "I ordered the red shirt but got the blue one"],
  ["en", "I got a mug instead of the plate"],
  ["de", "Ich habe das rote Hemd bestellt, aber das blaue bekommen."],
  ["es", "Pedí la camisa roja pero recibí la azul"],
  ["fr", "J'ai commandé la chemise rouge mais j'ai reçu la bleue"],
  ["it", "Ho ordinato la camicia rossa ma ho ricevuto la blu"],
  ["pt", "Pedi a camisa vermelha mas recebi a azul"],
  ["nl", "Ik heb het rode shirt besteld, maar het blauwe gekregen"],
  ["pl", "Zamówiłam czerwoną koszulę, a dostałam niebieską"],
  ["ro", "Am comandat cămașa roșie, dar am primit pe cea albastră"],
  ["sv", "Jag beställde den röda tröjan men fick den blå"],
  ["ru", "Я заказала красную рубашку, а пришла синяя"],
  ["uk", "Я замовила червону сорочку, а прийшла синя"],
  ["hi", "मैंने लाल शर्ट ऑर्डर की थी लेकिन नीली मिली"],
  ["ja", "赤いシャツを注文したのに青いシャツが届きました。"],
])("claims the wrong item where another came: %s %s", (language, text) => {
  expect(kindsIn(language, text)).toContain("wrong_item");
});

it.each([
  ["en", "I ordered a mug but got no reply."],
  ["en", "I ordered a mug but received an email."],
  ["en", "I ordered two but got only one."],
  ["de", "Ich habe bestellt, aber keine Bestätigung bekommen."],
  ["de", "Ich habe bestellt, aber nur die Hälfte bekommen."],
  ["es", "Pedí una taza pero recibí un correo."],
  ["en", "I ordered the vase but received an offer for a towel."],
  ["en", "I got the blue instead of the red as I hoped, great."],
  ["de", "Ich habe bestellt, aber einen Rabatt bekommen."],
  ["de", "Ich habe bestellt, aber eine Absage bekommen."],
  ["es", "Pedí una taza y me llegó el aviso de entrega."],
  ["fr", "J'ai commandé une tasse mais j'ai reçu un mail."],
  ["pl", "Zamówiłam kubek, ale nic nie dostałam."],
  ["ru", "Я заказала кружку, но пришло только письмо."],
])("claims no wrong item where none came: %s %s", (language, text) => {
  expect(kindsIn(language, text)).not.toContain("wrong_item");
});

it.each([
  ["en", "My neighbour's parcel arrived today but not mine"],
  ["en", "My sister got hers, mine never came."],
  ["de", "Das Paket meines Nachbarn ist angekommen, meins nicht."],
  ["es", "El paquete de mi vecino llegó ayer, pero el mío no."],
  ["fr", "Le colis de ma voisine est arrivé, mais pas le mien."],
  ["pt", "A encomenda da vizinha chegou hoje, mas a minha não."],
  ["it", "Il pacco del vicino è arrivato oggi, ma il mio no."],
  ["nl", "Het pakket van de buren is aangekomen, die van mij niet."],
  ["pl", "Paczka sąsiada doszła wczoraj, a moja nie."],
  ["ro", "Coletul vecinului a ajuns azi, dar al meu nu."],
  ["sv", "Grannens paket har kommit idag, men inte mitt."],
  ["ru", "Посылка соседа пришла сегодня, а моя нет."],
  ["uk", "Посилка сусіда прийшла сьогодні, а моя ні."],
])("does not take another's parcel for the writer's: %s %s", (language, text) => {
  const kinds = kindsIn(language, text);
  expect(kinds).toContain("not_received");
  expect(kinds).not.toContain("received");
});

it("keeps the writer's own arrival", () => {
  expect(kindsIn("en", "My parcel arrived today.")).toContain("received");
  expect(kindsIn("en", "My daughter's dress arrived today.")).toContain("received");
  expect(kindsIn("de", "Mein Paket ist angekommen.")).toContain("received");
});

it.each([
  ["en", "If it never arrives, do I get a refund?"],
  ["en", "If it never arrives do I get a refund?"],
  ["en", "Do I get a refund if it never arrives?"],
  ["de", "Falls es nie angekommen ist, was dann?"],
  ["de", "Bekomme ich mein Geld, wenn das Paket nie angekommen ist?"],
  ["es", "¿Me devuelven el dinero si no ha llegado?"],
  ["fr", "Suis-je remboursée si le colis n'est jamais arrivé ?"],
  ["pt", "Recebo o dinheiro se não chegou?"],
  ["it", "Mi rimborsate se non è arrivato?"],
  ["nl", "Krijg ik het terug als het nooit aangekomen is?"],
  ["pl", "Czy oddacie pieniądze, jeśli nie dotarła?"],
  ["ro", "Ce se întâmplă dacă nu a ajuns?"],
  ["sv", "Vad händer om det aldrig kommit?"],
  ["ru", "Что будет, если она не придёт и не дошла?"],
  ["uk", "Що буде, якщо вона не дійшла?"],
  ["ja", "届いていない場合はどうなりますか?"],
])("states nothing that is only supposed: %s %s", (language, text) => {
  expect(kindsIn(language, text)).not.toContain("not_received");
});

it.each([
  ["en", "It never arrived, what if I need it tomorrow?"],
  ["en", "It looks as if it never arrived."],
  ["en", "Let me know if you need a photo, it never arrived."],
  ["de", "Es ist nie angekommen, wenn Sie es genau wissen wollen."],
  ["es", "No ha llegado, sí."],
  ["fr", "Le colis n'est jamais arrivé, c'est si triste."],
  ["ja", "商品が届いていません。"],
])("hears what is stated beside it: %s %s", (language, text) => {
  expect(kindsIn(language, text)).toContain("not_received");
});

it.each([
  ["en", "Mine didn't fit, can I return it?"],
  ["en", "Mine hasn't worked since day one."],
  ["en", "Mine wasn't expensive but I love it."],
  ["en", "Ours never breaks, great quality."],
  ["en", "Mine is missing a screw."],
  ["es", "La mía no funciona."],
  ["es", "El mío no me queda bien."],
  ["fr", "Le mien n'est pas bleu."],
  ["nl", "De mijne niet goed."],
  ["de", "Unsere Vasen sind schön, meine nicht."],
])("does not take what is one's own for what never came: %s %s", (language, text) => {
  expect(kindsIn(language, text)).not.toContain("not_received");
});
