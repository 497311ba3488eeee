import { expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

it.each([
  ["en", "I will issue proceedings in the county court."],
  ["en", "This goes to the small claims track."],
  ["en", "This is my letter before action."],
  ["en", "I have reported you to Trading Standards."],
  ["en", "I am taking this matter to court."],
  ["en", "I will take this further."],
  ["de", "Ich setze Ihnen eine letzte Frist bis Freitag, dann geht es zum Amtsgericht."],
  ["de", "Ich leite ein Mahnverfahren ein."],
  ["es", "Les mandaré un burofax."],
  ["es", "Acudiré a la junta de arbitraje."],
  ["es", "Los voy a demandar."],
  ["fr", "Je vais saisir le juge de proximité."],
  ["fr", "Je vous attaque en justice."],
  ["pt", "Vou ao juizado especial."],
  ["pt", "Vou entrar com uma ação contra vocês."],
  ["it", "Chiederò un decreto ingiuntivo."],
  ["it", "Procederò per vie legali."],
  ["nl", "Dan start ik een kort geding."],
  ["nl", "Ik stap naar de rechter."],
  ["pl", "Sprawa trafi do e-sądu."],
  ["pl", "Złożę powództwo."],
  ["ro", "Vă chem în judecată."],
  ["ro", "Veți primi o somație."],
  ["sv", "Jag ansöker om betalningsföreläggande."],
  ["sv", "Jag drar er inför rätta."],
  ["ru", "Подам исковое заявление мировому судье."],
  ["uk", "Подам позовну заяву."],
  ["hi", "मैं लीगल नोटिस भेजूंगा।"],
  ["ja", "少額訴訟を起こします。"],
])("hears that somebody goes to law: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("legal");
});

it.each([
  ["en", "I will make a Section 75 claim."],
  ["en", "My bank will reverse it."],
  ["en", "I am raising a dispute with PayPal."],
  ["de", "Ich lasse die Lastschrift zurückbuchen."],
  ["de", "Dann mache ich ein Chargeback."],
  ["es", "Haré un contracargo."],
  ["es", "Voy a disputar el cargo con mi banco."],
  ["es", "Pediré retroceder el cobro."],
  ["es", "Voy a impugnar el pago con la tarjeta."],
  ["fr", "Je demande un chargeback."],
  ["fr", "Je vais contester l'achat auprès de ma banque."],
  ["pt", "Vou contestar a compra no banco."],
  ["pt", "Vou reverter o pagamento pelo cartão."],
  ["it", "Farò contestare l'addebito dalla banca."],
  ["it", "Apro una contestazione."],
  ["nl", "Ik laat de betaling terugdraaien."],
  ["nl", "Mijn bank gaat het terughalen."],
  ["pl", "Zakwestionuję płatność w banku."],
  ["pl", "Składam reklamację w banku."],
  ["ro", "Anulez plata prin bancă."],
  ["ro", "Fac o contestație bancară."],
  ["sv", "Jag bestrider kortköpet."],
  ["sv", "Jag öppnar en tvist."],
  ["ru", "Я опротестую платёж."],
  ["ru", "Верну деньги через банк."],
  ["uk", "Я опротестую платіж."],
  ["uk", "Поверну кошти через банк."],
  ["hi", "मैं बैंक के माध्यम से पैसे वापस लूंगा।"],
  ["ja", "カード会社に連絡して支払いを取り消します。"],
])("hears that somebody takes the money back through the bank: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("chargeback");
});

it.each([
  ["en", "The court shoes are for the tennis court."],
  ["en", "Can I pay by direct debit?"],
  ["en", "In which case do I need a receipt?"],
  ["de", "Bis wann läuft die Frist für die Rückgabe?"],
  ["de", "Die Zahlung ging über meine Kreditkarte."],
  ["es", "¿Puedo pagar con tarjeta?"],
  ["es", "¿Cuándo me devuelven el cobro doble?"],
  ["fr", "Puis-je payer par virement ?"],
  ["it", "Ho pagato con bonifico, è arrivato?"],
  ["nl", "Kan ik met iDEAL betalen?"],
  ["pl", "Czy płatność przeszła?"],
  ["ru", "Можно оплатить картой банка?"],
  ["es", "Quiero anular el pago."],
  ["es", "A mi juicio es bonito."],
  ["es", "Compré sal del Himalaya."],
  ["it", "Vorrei annullare il pagamento."],
  ["fr", "Le colis part en lettre recommandée ?"],
  ["ja", "支払いはカードでできますか。"],
])("takes a question about paying for one: %s %s", (language, text) => {
  const flags = riskFlags(text, language);
  expect(flags).not.toContain("legal");
  expect(flags).not.toContain("chargeback");
});
