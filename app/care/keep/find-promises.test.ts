import { describe, expect, it } from "vitest";
import { findPromises } from "./find-promises.ts";

/** A Wednesday, in the afternoon in Berlin. */
const at = new Date("2026-11-25T14:00:00Z");
const found = (language: string, text: string, timeZone = "Europe/Berlin") =>
  findPromises({ text, language, at, timeZone }).map(({ kind, dueAt }) => [
    kind,
    dueAt?.toISOString() ?? null,
  ]);
const end = (day: string) => `${day}T22:59:59.999Z`;

describe("findPromises", () => {
  it.each([
    ["en", "We will write to you by Friday.", "write", end("2026-11-27")],
    ["en", "I'll refund you within 5 business days.", "refund", end("2026-12-02")],
    ["en", "We'll send you the tracking number tomorrow.", "tracking", end("2026-11-26")],
    ["en", "Your replacement will be shipped by 4 December.", "ship", end("2026-12-04")],
    [
      "en",
      "We will look into this and get back to you within 48 hours.",
      "enquiry",
      "2026-11-27T14:00:00.000Z",
    ],
    ["en", "You will hear from us within two to three days.", "write", end("2026-11-28")],
    ["en", "We'll have this sorted by the end of the week.", "other", end("2026-11-29")],
    ["de", "Wir melden uns bis Freitag bei Ihnen.", "write", end("2026-11-27")],
    ["de", "Wir erstatten Ihnen den Betrag innerhalb von 5 Werktagen.", "refund", end("2026-12-02")],
    ["de", "Morgen schicken wir Ihnen den Ersatz.", "ship", end("2026-11-26")],
    ["de", "Die Sendungsnummer senden wir Ihnen bis zum 4. Dezember.", "tracking", end("2026-12-04")],
    ["de", "Wir klären das übermorgen mit DHL.", "enquiry", end("2026-11-27")],
    ["es", "Le escribiremos antes del viernes.", "write", end("2026-11-27")],
    ["es", "Te reembolsaremos en un plazo de 5 días hábiles.", "refund", end("2026-12-02")],
    ["es", "Enviaremos su pedido mañana.", "ship", end("2026-11-26")],
    ["es", "Pasado mañana le enviaremos el número de seguimiento.", "tracking", end("2026-11-27")],
    ["fr", "Nous vous écrirons d'ici vendredi.", "write", end("2026-11-27")],
    ["fr", "Nous vous rembourserons sous 5 jours ouvrés.", "refund", end("2026-12-02")],
    ["fr", "Nous expédierons votre colis demain.", "ship", end("2026-11-26")],
    ["fr", "Nous vous enverrons le numéro de suivi après-demain.", "tracking", end("2026-11-27")],
    ["pt", "Entraremos em contato até sexta-feira.", "write", end("2026-11-27")],
    ["pt", "Reembolsaremos o valor em 5 dias úteis.", "refund", end("2026-12-02")],
    ["pt", "Vamos enviar o seu pedido amanhã.", "ship", end("2026-11-26")],
    ["pt", "Depois de amanhã enviaremos o código de rastreio.", "tracking", end("2026-11-27")],
    ["it", "Le scriveremo entro venerdì.", "write", end("2026-11-27")],
    ["it", "La rimborseremo entro 5 giorni lavorativi.", "refund", end("2026-12-02")],
    ["it", "Spediremo il suo ordine domani.", "ship", end("2026-11-26")],
    ["it", "Dopodomani le invieremo il numero di tracciamento.", "tracking", end("2026-11-27")],
    ["nl", "We laten het je uiterlijk vrijdag weten.", "write", end("2026-11-27")],
    ["nl", "Wij betalen het bedrag binnen 5 werkdagen terug.", "refund", end("2026-12-02")],
    ["nl", "We sturen je bestelling morgen.", "ship", end("2026-11-26")],
    ["nl", "Overmorgen krijgt u van ons het volgnummer.", "tracking", end("2026-11-27")],
    ["ja", "金曜日までにご連絡いたします。", "write", end("2026-11-27")],
    ["ja", "5営業日以内に返金いたします。", "refund", end("2026-12-02")],
    ["ja", "明日発送いたします。", "ship", end("2026-11-26")],
    ["ja", "明後日、追跡番号をお知らせいたします。", "tracking", end("2026-11-27")],
    ["en", "We will send you the return steps today.", "write", end("2026-11-25")],
    ["de", "Danach schicken wir Ihnen die Schritte für die Rücksendung.", "write", null],
    ["es", "Después le enviaremos los pasos para la devolución.", "write", null],
    ["fr", "Nous vous enverrons ensuite les étapes du retour.", "write", null],
    ["pt", "Depois enviaremos os passos para a devolução.", "write", null],
    ["ja", "12月4日までに調査いたします。", "enquiry", end("2026-12-04")],
  ])("%s: %s", (...[language, text, kind, dueAt]) => {
    expect(found(language, text)).toEqual([[kind, dueAt]]);
  });

  it.each([
    ["en", "Your parcel left on Friday."],
    ["en", "We will not refund this order."],
    ["en", "Shall we send you a replacement by Friday?"],
    ["en", "We would ship it tomorrow if it were here."],
    ["en", "We refunded you on Monday."],
    ["en", "You can return it within 30 days."],
    ["en", "The carrier expects to deliver it tomorrow."],
    ["de", "Wir haben Ihnen gestern geschrieben."],
    ["de", "Wir können das heute nicht mehr verschicken."],
    ["de", "Guten Morgen Frau Berg, danke für Ihre Nachricht."],
    ["es", "Hemos enviado su pedido hoy."],
    ["es", "No podremos enviarlo mañana."],
    ["fr", "Nous avons expédié votre colis lundi."],
    ["fr", "Nous ne pourrons pas rembourser avant vendredi."],
    ["pt", "Enviámos o seu pedido na sexta-feira."],
    ["it", "Abbiamo spedito il suo pacco lunedì."],
    ["nl", "We hebben je pakket maandag verzonden."],
    ["ja", "昨日発送いたしました。"],
    ["ja", "ご連絡をお待ちしております。よろしくお願いいたします。"],
  ])("%s: %s promises nothing", (language, text) => {
    expect(found(language, text)).toEqual([]);
  });

  it("finds each of several, and the words as they were written", () => {
    const text = "Hello Ada,\n\nwe'll ship it tomorrow. Then we'll write to you.\n\nBest wishes";
    expect(findPromises({ text, language: "en", at, timeZone: "Europe/Berlin" })).toEqual([
      { text: "we'll ship it tomorrow.", kind: "ship", dueAt: new Date(end("2026-11-26")) },
      { text: "Then we'll write to you.", kind: "write", dueAt: null },
    ]);
  });

  it("finds a promise in another language than the draft's", () => {
    expect(found("en", "Wir schreiben Ihnen bis Freitag.")).toEqual([["write", end("2026-11-27")]]);
  });

  it("counts no days from an event that is still to come, and keeps a day that is named", () => {
    expect(found("en", "Once your return is here, we will refund you within 5 days.")).toEqual([
      ["refund", null],
    ]);
    expect(found("en", "We will refund you by Friday if the carrier agrees.")).toEqual([
      ["refund", end("2026-11-27")],
    ]);
  });

  it.each([
    ["America/Los_Angeles", "2026-11-27T07:59:59.999Z"],
    ["Asia/Tokyo", "2026-11-26T14:59:59.999Z"],
  ])("counts days where the shop is: %s", (timeZone, dueAt) => {
    expect(found("en", "We will write to you tomorrow.", timeZone)).toEqual([["write", dueAt]]);
  });
});
