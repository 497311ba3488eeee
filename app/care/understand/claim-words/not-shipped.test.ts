import { describe, expect, it } from "vitest";
import { claims } from "../claims.ts";
import { sentences } from "../fold.ts";

const read = (text: string, language: string) =>
  claims(sentences(text), { order: null, now: new Date("2026-11-21T12:00:00Z"), language }).map(
    ({ kind }) => kind,
  );

describe("a parcel that was not sent", () => {
  it.each([
    ["en", "It has not been shipped."],
    ["en", "My order hasn't been sent."],
    ["en", "Why hasn't my order shipped yet?"],
    ["en", "You never dispatched it."],
    ["de", "Mein Paket wurde nicht verschickt."],
    ["en", "Order still not shipped!"],
    ["de", "Ich habe vor zwei Wochen bestellt und es wurde noch nicht verschickt."],
    ["de", "Warum habt ihr es noch nicht versendet?"],
    ["es", "No han enviado mi pedido."],
    ["es", "Todavía no ha sido enviado."],
    ["fr", "Mon colis n'a pas encore été expédié."],
    ["fr", "Vous ne l'avez toujours pas envoyé."],
    ["pt", "O pedido ainda não foi enviado."],
    ["it", "Il pacco non è ancora stato spedito."],
    ["it", "Non l'avete ancora spedito."],
    ["nl", "Mijn pakket is nog niet verzonden."],
    ["pl", "Paczka nie została wysłana."],
    ["ro", "Coletul nu a fost expediat."],
    ["sv", "Paketet har inte skickats."],
    ["ru", "Заказ ещё не отправлен."],
    ["uk", "Замовлення ще не відправили."],
    ["hi", "ऑर्डर अभी तक शिप नहीं हुआ"],
    ["ja", "まだ発送されていません"],
  ])("%s: %s", (language, text) => {
    expect(read(text, language)).toContain("not_shipped");
  });

  it.each([
    ["en", "This is not what you shipped."],
    ["en", "I was not happy when it shipped so late."],
    ["en", "You have not shipped the right size."],
    ["en", "I haven't shipped it back yet."],
    ["en", "My refund has not been sent."],
    ["de", "Das ist nicht das was verschickt wurde."],
    ["de", "Das ist nicht die Farbe, die ihr verschickt habt."],
    ["de", "Ich habe die Retoure noch nicht abgeschickt."],
    ["es", "No es el producto enviado."],
    ["es", "No me han enviado la talla correcta."],
    ["fr", "Ce n'est pas la taille envoyée."],
    ["fr", "Vous ne m'avez pas envoyé la bonne taille."],
    ["pt", "Não é o produto enviado."],
    ["it", "Non è il colore inviato."],
    ["nl", "Dit is niet wat verzonden is."],
    ["nl", "Dit is niet de verstuurde maat, niet wat jullie verstuurd hebben."],
    ["pl", "To nie jest wysłany produkt."],
    ["pl", "To nie ten rozmiar wysłany."],
    ["ro", "Nu este produsul expediat."],
    ["sv", "Det är inte det skickade plagget."],
    ["sv", "Jag har inte skickat tillbaka den."],
    ["ru", "Это не отправленный вами товар."],
    ["ru", "Вы не отправили то, что я заказал."],
    ["uk", "Це не відправлений вами товар."],
    ["hi", "आपने जो भेजा वह सही नहीं है"],
    ["hi", "jo bheja wo sahi nahi hai"],
    ["ja", "正しい商品が発送されていません"],
    ["ja", "返品はまだ発送していません"],
  ])("is not what this says, %s: %s", (language, text) => {
    expect(read(text, language)).not.toContain("not_shipped");
  });
});
