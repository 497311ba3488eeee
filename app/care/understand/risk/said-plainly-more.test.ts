import { describe, expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

/** Invented sentences of people who name no risk by its word; `no` before the flag: what only sounds like one. */
const table = `
self_harm | Quando chegar eu já não vou estar neste mundo.
self_harm | Todos estariam melhor sem mim.
self_harm | Não aguento mais esta vida.
self_harm | Queria dormir e não acordar mais.
no self_harm | Não aguento mais esta loja.
no self_harm | Estou morrendo de vontade de usar o vestido.
vulnerable | Enterramos meu irmão na segunda.
vulnerable | Faço hemodiálise três vezes por semana.
vulnerable | Cuido sozinha da minha mãe acamada.
no vulnerable | Perdemos o código de rastreio.
no vulnerable | O bebê adorou a manta.
press | Meu canal tem 80 mil inscritos.
press | Nosso programa está preparando uma reportagem.
press | Vou postar toda a conversa na internet.
no press | O canal de drenagem está torto.
no press | Inscrevi-me na newsletter.
wants_person | Tem alguém aí?
wants_person | Parem de mandar respostas automáticas.
wants_person | Quero ser atendido por um ser humano.
no wants_person | Alguém sabe se é impermeável?
no wants_person | O número do pedido é 1023.
safety | Meu rosto inchou depois do creme.
safety | A cadeira desabou comigo em cima.
safety | Achei um pedaço de metal no biscoito.
no safety | A faca não corta.
no safety | A manta é bem quentinha.
self_harm | Quando arriverà il pacco io non ci sarò più a questo mondo.
self_harm | Starebbero tutti meglio senza di me.
self_harm | Non ce la faccio più a vivere così.
self_harm | Vorrei addormentarmi e non svegliarmi più.
no self_harm | Muoio dalla voglia di indossarlo.
no self_harm | Non ce la faccio più con questo negozio.
vulnerable | Abbiamo seppellito mio fratello lunedì.
vulnerable | Faccio la dialisi tre volte a settimana.
vulnerable | Assisto da sola mia madre allettata.
no vulnerable | Abbiamo perso il codice di tracciamento.
no vulnerable | Il bimbo adora la coperta.
press | Il mio canale ha 80.000 iscritti.
press | La nostra trasmissione sta preparando un servizio su di voi.
press | Pubblicherò tutta la corrispondenza online.
no press | Sono iscritto alla vostra newsletter.
no press | Il canale di scolo è piegato.
wants_person | C'è qualcuno?
wants_person | Basta risposte preconfezionate.
wants_person | Mi passi un supervisore.
no wants_person | Qualcuno sa se è impermeabile?
no wants_person | Il numero d'ordine è 1023.
safety | Mi si è gonfiata la faccia dopo la crema.
safety | La sedia è crollata sotto mio padre.
safety | Ho trovato un pezzo di metallo nel biscotto.
no safety | Il coltello non taglia.
no safety | La coperta è bella calda.
self_harm | Als het pakket komt ben ik er toch niet meer.
self_harm | Iedereen is beter af zonder mij.
self_harm | Ik hoop dat ik morgen niet meer wakker word.
self_harm | Ik zie het leven niet meer zitten.
no self_harm | Vrijdag ben ik er niet, leg het bij de buren.
no self_harm | Ik zie deze winkel niet meer zitten.
vulnerable | We hebben maandag mijn broer begraven.
vulnerable | Ik moet drie keer per week naar de dialyse.
vulnerable | Mijn ex mag mijn adres niet weten.
no vulnerable | We zijn het volgnummer kwijt.
no vulnerable | De baby is dol op de deken.
press | Mijn kanaal heeft 80.000 abonnees.
press | Ons programma maakt een reportage over jullie.
press | Ik zet de hele briefwisseling online.
no press | Ik ben abonnee van de nieuwsbrief.
no press | De programma's van de wasmachine werken niet.
wants_person | Is daar iemand?
wants_person | Stop met die standaardantwoorden.
wants_person | Kan ik jullie ergens bellen?
no wants_person | Weet iemand of hij waterdicht is?
no wants_person | Het bestelnummer is 1023.
safety | Mijn gezicht zwol op na de crème.
safety | De stoel zakte onder mijn vader in elkaar.
safety | Er zat een stuk metaal in de koek.
no safety | Het mes is niet scherp.
no safety | De deken is lekker warm.
self_harm | Jak paczka dojdzie, mnie już nie będzie na tym świecie.
self_harm | Wszystkim byłoby lepiej beze mnie.
self_harm | Nie mam już siły żyć.
self_harm | Chciałabym zasnąć i się nie obudzić.
no self_harm | Umieram z ciekawości, kiedy przyjdzie.
no self_harm | W piątek mnie nie będzie, proszę zostawić u sąsiada.
vulnerable | W poniedziałek pochowaliśmy brata.
vulnerable | Trzy razy w tygodniu jeżdżę na dializy.
vulnerable | Opiekuję się leżącą mamą.
no vulnerable | Zgubiliśmy numer przesyłki.
no vulnerable | Dziecko uwielbia ten kocyk.
press | Mój kanał ma 80 tysięcy subskrybentów.
press | Nasz program przygotowuje reportaż o was.
press | Wrzucę całą korespondencję do internetu.
no press | Subskrybuję wasz newsletter.
no press | Program prania nie działa.
wants_person | Czy tam ktoś jest?
wants_person | Przestańcie wysyłać gotowe szablony.
wants_person | Na jaki numer mogę zadzwonić?
no wants_person | Czy ktoś wie, czy jest nieprzemakalna?
no wants_person | Numer zamówienia to 1023.
safety | Po kremie spuchła mi twarz.
safety | Krzesło załamało się pod ojcem.
safety | W ciastku był kawałek metalu.
no safety | Nóż nie tnie.
no safety | Koc jest bardzo ciepły.
self_harm | Când ajunge coletul eu nu o să mai fiu pe lumea asta.
self_harm | Tuturor le-ar fi mai bine fără mine.
self_harm | Aș vrea să adorm și să nu mă mai trezesc.
no self_harm | Mor de nerăbdare să o port.
no self_harm | Vineri nu o să fiu acasă.
vulnerable | L-am îngropat luni pe fratele meu.
vulnerable | Fac dializă de trei ori pe săptămână.
vulnerable | O îngrijesc pe mama care e la pat.
no vulnerable | Am pierdut numărul de urmărire.
no vulnerable | Copilul adoră pătura.
press | Canalul meu are 80.000 de abonați.
press | Emisiunea noastră pregătește un reportaj despre voi.
press | Public toată corespondența pe internet.
no press | Sunt abonat la newsletter.
no press | Programul de spălare nu merge.
wants_person | E cineva acolo?
wants_person | Terminați cu răspunsurile automate.
wants_person | La ce număr vă pot suna?
no wants_person | Știe cineva dacă e impermeabilă?
no wants_person | Numărul comenzii este 1023.
safety | Mi s-a umflat fața după cremă.
safety | Scaunul s-a rupt sub tata.
safety | Am găsit o bucată de metal în biscuit.
no safety | Cuțitul nu taie.
no safety | Pătura e foarte caldă.
self_harm | När paketet kommer finns jag inte längre.
self_harm | Alla skulle ha det bättre utan mig.
self_harm | Jag vill somna in och aldrig vakna mer.
no self_harm | Jag dör av nyfikenhet!
no self_harm | På fredag är jag inte hemma.
vulnerable | Vi begravde min bror i måndags.
vulnerable | Jag går på dialys tre gånger i veckan.
vulnerable | Mitt ex får inte veta var jag bor.
no vulnerable | Vi har tappat bort spårningsnumret.
no vulnerable | Bebisen älskar filten.
press | Min kanal har 80 000 prenumeranter.
press | Vårt program gör ett reportage om er.
press | Jag lägger ut hela konversationen på nätet.
no press | Jag prenumererar på nyhetsbrevet.
no press | Tvättprogrammet fungerar inte.
wants_person | Är det någon där?
wants_person | Sluta skicka standardsvar.
wants_person | Vilket nummer kan jag ringa?
no wants_person | Vet någon om den är vattentät?
no wants_person | Ordernumret är 1023.
safety | Ansiktet svullnade upp efter krämen.
safety | Stolen gick sönder under min pappa och han ramlade.
safety | Det låg en metallbit i kakan.
no safety | Kniven är slö.
no safety | Filten är skön och varm.
`;
const cases = table
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);

describe("what is meant, in Portuguese, Italian, Dutch, Polish, Romanian, Swedish", () => {
  it.each(cases)("%s: %s", (said, text) => {
    const flag = said.replace("no ", "");
    expect([flag, riskFlags(text).some((one) => one === flag)]).toEqual([flag, flag === said]);
  });
});
