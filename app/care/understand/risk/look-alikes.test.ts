import { describe, expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

/** Ordinary sentences that sound like a risk and are none of this flag, then the text. */
const table = `
legal | Is it legal to ship knives to Canada?
legal | The court shoes are too small.
legal | I sued nobody, I just ask.
chargeback | The charger is missing.
chargeback | Was my card charged already?
chargeback | The bank holiday delays it, I know.
safety | I would like the smoke grey cushion.
safety | I am hurrying, please hurry too.
safety | Do you sell fire-red scarves?
self_harm | My phone died.
self_harm | I would die for this colour, it is gorgeous.
self_harm | The plant I bought did not survive the trip.
press | The trouser press does not work.
press | I'd like to review my order before it ships.
press | Do the flowers need pressing?
vulnerable | I blindly trusted the size chart.
vulnerable | The battery died and the lamp went out then died again.
vulnerable | My nephew turns nine, he wants the bike.
injection | Please ignore my previous message, the parcel came.
injection | Did you forget the assembly instructions?
injection | You are the worst shop ever.
wants_person | The person at the door took the parcel.
wants_person | My manager ordered it for the office.
wants_person | The robot vacuum does not start.
legal | Das Gericht auf dem Teller sah gut aus.
chargeback | Der Ladestecker fehlt.
safety | Die Kerze riecht nach Zimt.
self_harm | Das Handy ist kaputtgegangen.
press | Die Knoblauchpresse ist verbogen.
vulnerable | Ich brauche die Jacke in Schwarz.
injection | Bitte ignorieren Sie meine letzte Mail.
injection | Du bist ein Schatz, danke!
wants_person | Der Bote hat nicht geklingelt.
legal | El color es legalmente bonito, jaja.
chargeback | El cargador no carga.
safety | Quiero la vela de vainilla.
self_harm | El móvil se murió a los dos días.
press | La prenda es preciosa.
vulnerable | La chaqueta me queda grande.
injection | Ignoren mi correo anterior, por favor.
injection | Eres un sol, gracias.
wants_person | El repartidor no llamó.
legal | Le délai légal de retour est de 14 jours ?
chargeback | Le chargeur ne marche pas.
safety | Je voudrais la bougie à la vanille.
self_harm | Mon téléphone est mort.
press | Je suis pressée, merci.
vulnerable | La taille est trop petite.
injection | Ignorez mon message précédent, merci.
injection | Tu es un amour, merci !
wants_person | Personne ne répond à mes mails.
chargeback | O carregador não funciona.
safety | Quero a vela de baunilha.
self_harm | O celular morreu em dois dias.
press | Estou com pressa.
injection | Ignorem meu e-mail anterior, por favor.
wants_person | O entregador não tocou a campainha.
legal | Przesyłka doszła, sad kwitnie, wszystko dobrze.
legal | Czy zwrot jest za darmo?
chargeback | Brakuje ładowarki w zestawie.
chargeback | Zapłaciłam przelewem.
safety | Ta świeca pięknie pachnie.
safety | Czy jest kolor dymny szary?
self_harm | Telefon padł po dwóch dniach.
self_harm | Chcę żyć w zgodzie z naturą, stąd ten plecak.
press | Prasowalnica nie działa.
press | Czy dostanę gazetkę z promocjami?
vulnerable | Raki na obrazku są śliczne.
vulnerable | Za mały rozmiar, chcę większy.
injection | Proszę zignorować moją poprzednią wiadomość.
injection | Jesteście super!
wants_person | Kurier nie zadzwonił do drzwi.
wants_person | Zamówiłam robota kuchennego.
legal | Comanda a ajuns, mulțumesc.
legal | Aveți și mărimea 40?
safety | Lumânarea miroase frumos.
safety | Vreau culoarea gri.
self_harm | Telefonul nu mai pornește.
press | Presa de usturoi e îndoită.
vulnerable | Geaca e prea mică.
injection | Vă rog să ignorați mesajul meu anterior.
injection | Sunteți minunați!
wants_person | Curierul nu a sunat la ușă.
legal | Var är mitt paket?
chargeback | Laddaren saknas.
safety | Ljuset doftar vanilj.
safety | Har ni varumärket Brandt?
self_harm | Mobilen dog efter två dagar.
press | Vitlökspressen är böjd.
vulnerable | Jackan är för liten.
injection | Ignorera mitt förra mejl, paketet kom.
injection | Ni är bäst!
wants_person | Budet ringde inte på.
legal | Посуда пришла целой.
legal | Судно в бутылке очень красивое.
safety | Свеча приятно пахнет.
self_harm | Телефон перестал работать.
press | Пресс для чеснока погнулся.
vulnerable | Куртка мала.
injection | Не обращайте внимания на моё прошлое письмо.
injection | Вы лучшие!
wants_person | Курьер не постучал в дверь.
legal | Посуд прийшов цілий.
safety | Свічка приємно пахне.
self_harm | Телефон перестав працювати.
press | Прес для часнику погнувся.
vulnerable | Куртка мала на мене.
injection | Не зважайте на мій попередній лист.
wants_person | Кур'єр не постукав у двері.
legal | मेरा ऑर्डर कहाँ है?
chargeback | चार्जर नहीं मिला।
safety | मोमबत्ती की खुशबू अच्छी है।
self_harm | फ़ोन दो दिन में खराब हो गया।
press | कपड़ा प्रेस करना है क्या?
vulnerable | जैकेट छोटी है।
injection | मेरा पिछला मैसेज गलत था।
wants_person | mera parcel kab aayega bhai?
legal | Il pacco è arrivato, grazie.
chargeback | Manca il caricabatterie.
safety | La candela profuma di vaniglia.
safety | Vorrei il cuscino color fumo di Londra.
self_harm | Il telefono si è spento dopo due giorni.
press | Lo spremiagrumi è piegato.
vulnerable | La giacca è troppo piccola.
injection | Ignorate la mia mail precedente, grazie.
injection | Sei un tesoro, grazie!
wants_person | Il corriere non ha suonato.
legal | Het pakket is aangekomen.
chargeback | De oplader ontbreekt.
safety | De kaars ruikt naar vanille.
self_harm | De telefoon ging stuk.
press | De knoflookpers is krom.
vulnerable | De jas is te klein.
injection | Negeer mijn vorige mail, het is er al.
injection | Je bent een schat, bedankt!
wants_person | De bezorger heeft niet aangebeld.
legal | 荷物が届きました。
chargeback | 充電器が入っていません。
safety | ろうそくの香りが好きです。
self_harm | 携帯が動かなくなりました。
press | プレスされたシャツはありますか。
vulnerable | サイズが小さいです。
injection | 前のメールは間違いでした。
wants_person | いつ届きますか。
`;
const cases = table
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);

describe("what only sounds like a risk", () => {
  it.each(cases)("no %s: %s", (flag, text) => {
    expect(riskFlags(text)).not.toContain(flag);
  });
});
