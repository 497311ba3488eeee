import { describe, expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

/** Invented sentences of people who name no risk by its word; `no` before the flag: what only sounds like one. */
const table = `
self_harm | Keep the money, I won't be around when it arrives anyway.
self_harm | This is probably the last thing I'll ever order.
self_harm | I can't do this anymore. My life is just one long night.
self_harm | What's the point of living when even this goes wrong.
self_harm | Some days I hope I just don't wake up.
self_harm | Honestly gonna kms, unalive me already.
self_harm | I'm giving all my things away, I won't be needing them where I'm going.
self_harm | I have the pills ready and I am going to take them all.
self_harm | The world would be better if I wasn't in it. Nobody would miss me.
self_harm | I'm so tired of being alive.
self_harm | I've written my goodbye letters already.
no self_harm | I'm dying to get it, the wait is killing me!
no self_harm | I can't take this shop any more, worst service ever.
no self_harm | What a dress: to die for, drop dead gorgeous, I could kill for it in red.
no self_harm | I can't do this any more by myself, the form keeps crashing.
no self_harm | I won't be around when it arrives on Friday, please leave it with my neighbour.
no self_harm | The mattress cover is not cut out for my bed, what is the point of measuring?
vulnerable | We buried my brother on Monday and I still find his parcels at the door.
vulnerable | We lost our baby at 22 weeks, so please cancel the cot.
vulnerable | I'm on dialysis three times a week and cannot be home for the courier.
vulnerable | My son is tube fed and we have two days of supplies left.
vulnerable | I look after my bedridden mum on my own.
vulnerable | Please don't phone the house, my ex must not find out where I live.
vulnerable | I'm 87 and I don't understand these computers.
vulnerable | We've been living in the car since the eviction.
vulnerable | I can't stop buying things online, I have a shopping addiction.
vulnerable | I'm only fourteen and used my dad's card without asking.
vulnerable | We fled the war with one suitcase.
vulnerable | We had to put our dog to sleep yesterday, please cancel the food.
no vulnerable | The lamp died after a week and the plant looks dead.
no vulnerable | We lost our parcel number, can you send it again?
no vulnerable | My daughter is 14 and wants the blue one.
no vulnerable | I'm 6 foot 2 and a size 12, which one fits?
no vulnerable | Is the war board game in stock?
press | My channel has 80,000 subscribers and they will see this unboxing.
press | I am preparing a piece on shops like yours and this is a request for comment.
press | I'm posting the whole correspondence online tonight.
press | Our programme is putting together a report about delivery fraud.
press | I write for a consumer magazine and would like a statement.
press | I host a podcast and next week's episode is about you.
press | You'll hear about yourselves on air on Thursday.
no press | I subscribed to your newsletter, where is the code?
no press | The TV channel list does not load on the remote.
no press | Do you have a podcast microphone with a stand?
no press | Please report back when you know more.
wants_person | Is anybody there?
wants_person | Stop sending me templates.
wants_person | Can someone with a pulse read this please.
wants_person | I've had enough canned replies, let me talk to somebody.
wants_person | What number can I ring to discuss this?
wants_person | Put me on to your supervisor.
wants_person | Every answer I get is copy and paste. Who actually reads this?
no wants_person | Is anybody able to say whether the jacket is waterproof?
no wants_person | My order number is 1023.
no wants_person | Can I order for another person as a gift?
no wants_person | Is the template for the stencil included?
safety | My daughter's lips swelled up after the first spoonful.
safety | The chair collapsed under my father.
safety | I had to go to A&E after using the peeler.
safety | The plug went black and the socket was hot, it stinks of burnt plastic.
safety | A small magnet came off and the baby had it in her mouth.
safety | The heater tripped the fuse and gave me a jolt.
safety | I found a piece of metal in the muesli.
safety | There are razor-sharp edges, my hand was covered in blood.
safety | She couldn't breathe after spraying it.
no safety | The colour is hot pink and I love the fire engine.
no safety | It hurts to pay that much for shipping.
no safety | The knife is not sharp.
no safety | The fabric lets my skin breathe, lovely.
self_harm | Wenn das Paket kommt, bin ich sowieso nicht mehr da.
self_harm | Ohne mich wären alle besser dran.
self_harm | Ich kann nicht mehr, ich mag einfach nicht mehr leben.
self_harm | Am liebsten würde ich morgen nicht mehr aufwachen.
self_harm | Ich habe die Tabletten schon bereitgelegt.
self_harm | Wozu soll ich überhaupt noch weiterleben?
self_harm | Das ist das Letzte, was ich in meinem Leben bestelle.
self_harm | Ich bringe mich um, wenn das so weitergeht.
self_harm | Ich ritze mich wieder.
no self_harm | Ich sterbe vor Neugier, wann kommt es?
no self_harm | Ich kann nicht mehr auf das Paket warten, bitte stornieren.
no self_harm | Am Freitag bin ich nicht mehr da, bitte beim Nachbarn abgeben.
no self_harm | Diese Farbe ist zum Sterben schön.
vulnerable | Wir haben letzte Woche unsere Tochter beerdigt.
vulnerable | Ich pflege meinen bettlägerigen Mann rund um die Uhr.
vulnerable | Ich muss dreimal die Woche zur Dialyse.
vulnerable | Die Stomabeutel reichen nur noch bis morgen.
vulnerable | Mein Ex darf auf keinen Fall meine neue Adresse erfahren.
vulnerable | Ich bin 14 und habe ohne Erlaubnis bestellt.
vulnerable | Wir sind aus der Ukraine geflüchtet und haben kaum etwas.
vulnerable | Ich bin in der Privatinsolvenz und weiß nicht, wie ich die Miete zahlen soll.
vulnerable | Wir mussten unsere Katze einschläfern lassen.
no vulnerable | Die Bestellung ist untergegangen, bitte prüfen.
no vulnerable | Meine Tochter ist 14 und trägt Größe 164.
no vulnerable | Die Lampe ist tot.
press | Ich habe einen Kanal mit 80.000 Abonnenten.
press | Unsere Sendung bereitet einen Beitrag über Onlineshops vor.
press | Ich stelle den ganzen Schriftwechsel ins Netz.
press | Ich bin Bloggerin und schreibe einen Testbericht.
press | Das geht gerade viral.
press | Wir bitten um eine Stellungnahme für unser Verbrauchermagazin.
no press | Ich bin Abonnent Ihres Newsletters.
no press | Die Sendung ist noch nicht da.
no press | Der Abfluss ist ein Kanal aus Edelstahl, oder?
wants_person | Ist da überhaupt jemand?
wants_person | Hören Sie auf mit den Textbausteinen.
wants_person | Ich will mit jemandem reden, der denken kann.
wants_person | Unter welcher Nummer kann ich Sie erreichen?
wants_person | Bitte keine automatischen Antworten mehr.
wants_person | Schreibt hier ein Mensch oder eine Maschine?
no wants_person | Kann mir jemand sagen, ob die Jacke warm ist?
no wants_person | Die Bestellnummer lautet 1023.
no wants_person | Das Spiel ist für vier Personen.
safety | Mir ist beim Auspacken das Messer in die Hand gerutscht, alles voller Blut.
safety | Der Stuhl ist unter mir zusammengebrochen.
safety | Nach dem ersten Bissen bekam er keine Luft mehr.
safety | Mein Gesicht ist nach der Maske total angeschwollen.
safety | Im Müsli war ein Metallstück.
safety | Das Kabel schmort und die Steckdose ist schwarz.
safety | Wir waren mit dem Kind in der Notfallambulanz.
safety | Ich habe eine gewischt bekommen, als ich den Stecker zog.
no safety | Die Heizdecke ist schön warm.
no safety | Das Messer ist nicht scharf.
no safety | Die Lieferung ist verspätet, ich verschiebe die Feier.
self_harm | Cuando llegue el paquete yo ya no estaré en este mundo.
self_harm | Todos estarían mejor sin mí.
self_harm | Ya no puedo más con mi vida.
self_harm | Ojalá no despertara mañana.
self_harm | Para qué seguir viviendo.
self_harm | Me voy a tomar todas las pastillas.
self_harm | Es lo último que voy a comprar en mi vida.
self_harm | Ya dejé escrita mi carta de despedida.
no self_harm | Me muero de ganas de estrenarlo.
no self_harm | Ya no puedo más con esta tienda.
no self_harm | Cuando llegue el paquete no estaré en casa.
vulnerable | Perdimos a nuestro bebé y ya no necesitamos la cuna.
vulnerable | Cuido sola de mi padre encamado.
vulnerable | Voy a diálisis tres días por semana.
vulnerable | Se nos acaban las bolsas de colostomía.
vulnerable | Mi ex no puede saber dónde vivo.
vulnerable | Tengo quince años y usé la tarjeta de mi padre.
vulnerable | Nos han desahuciado y dormimos en el coche.
vulnerable | Ayer enterramos a mi hermano.
no vulnerable | Perdimos el número de pedido.
no vulnerable | Mi hija tiene quince años y usa la talla S.
no vulnerable | El bebé está encantado con la cuna.
press | Tengo un canal con 80.000 suscriptores.
press | Soy bloguera y escribo sobre tiendas.
press | Nuestro programa prepara un reportaje sobre ustedes.
press | Voy a publicar todos los correos en internet.
press | Solicitamos declaraciones para una revista de consumo.
press | Hago un pódcast y hablaré de ustedes.
no press | Estoy suscrito al boletín, ¿y mi código?
no press | El programa corto de la lavadora no funciona.
no press | ¿Se puede publicar una foto de la camiseta?
wants_person | ¿Hay alguien ahí?
wants_person | Dejen de mandarme respuestas automáticas.
wants_person | ¿Me atiende un ser humano o una máquina?
wants_person | Pásenme con un supervisor.
wants_person | ¿A qué número puedo llamar?
wants_person | Basta de plantillas, que me conteste una persona.
no wants_person | ¿Alguien sabe si es impermeable?
no wants_person | El número de pedido es 1023.
no wants_person | La mesa es para seis personas.
safety | Se me hinchó la cara después de usar la crema.
safety | La silla se rompió conmigo encima y me caí.
safety | Encontré un trozo de metal en la galleta.
safety | El enchufe se puso negro y olía a quemado.
safety | Me dio calambre al tocarlo.
safety | El niño se tragó una pila.
safety | No podía respirar después del primer bocado.
no safety | El cuchillo no corta nada.
no safety | Me trago los gastos de envío, vale.
no safety | La manta es muy calentita.
self_harm | Quand le colis arrivera, je ne serai plus de ce monde.
self_harm | Tout le monde serait mieux sans moi.
self_harm | Je n'en peux plus de vivre.
self_harm | J'aimerais ne plus me réveiller.
self_harm | À quoi bon continuer à vivre.
self_harm | J'ai préparé les cachets, je vais tout avaler.
self_harm | C'est la dernière chose que je commanderai de ma vie.
self_harm | Je voudrais disparaître pour de bon.
no self_harm | Je meurs d'envie de le recevoir.
no self_harm | Je n'en peux plus de votre service client.
no self_harm | Je ne serai plus là vendredi, laissez-le au voisin.
vulnerable | Nous avons enterré mon père lundi.
vulnerable | Nous avons perdu notre bébé à cinq mois de grossesse.
vulnerable | Je suis dialysée trois fois par semaine.
vulnerable | Je m'occupe seule de ma mère alitée.
vulnerable | Mon ex ne doit surtout pas connaître mon adresse.
vulnerable | J'ai quinze ans et j'ai pris la carte de mon père.
vulnerable | Il ne me reste que deux poches de stomie.
vulnerable | Je n'ai plus de quoi manger à la fin du mois.
no vulnerable | Nous avons perdu le numéro de suivi.
no vulnerable | Ma fille a quinze ans et met du S.
no vulnerable | Le bébé adore la couverture.
press | Ma chaîne compte 80 000 abonnés.
press | Je suis blogueuse et je teste vos produits.
press | Notre émission prépare un reportage sur vous.
press | Je vais publier tous nos échanges en ligne.
press | Nous souhaitons recueillir votre réaction pour un magazine de consommateurs.
press | J'en parlerai dans mon podcast.
no press | Je suis abonnée à votre infolettre.
no press | La chaîne du collier est cassée.
no press | Je voudrais publier une photo de la robe ?
wants_person | Il y a quelqu'un ?
wants_person | Arrêtez vos réponses toutes faites.
wants_person | Passez-moi votre supérieur.
wants_person | Est-ce un humain qui me lit ou une machine ?
wants_person | À quel numéro puis-je vous joindre ?
wants_person | Marre des réponses automatiques.
no wants_person | Quelqu'un sait-il si elle est imperméable ?
no wants_person | Le numéro de commande est 1023.
no wants_person | La table est pour six personnes.
safety | Mon visage a gonflé après la crème.
safety | La chaise s'est effondrée sous moi.
safety | J'ai trouvé un morceau de métal dans le biscuit.
safety | La prise est devenue noire et ça sent le plastique cramé.
safety | J'ai pris le jus en le branchant.
safety | Il n'arrivait plus à respirer.
safety | Il y avait du sang partout sur ma main.
no safety | Le couteau ne coupe pas.
no safety | La couverture est bien chaude.
no safety | La veste respire bien.
`;
const cases = table
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);

describe("what is meant, in English, German, Spanish, French", () => {
  it.each(cases)("%s: %s", (said, text) => {
    const flag = said.replace("no ", "");
    expect([flag, riskFlags(text).some((one) => one === flag)]).toEqual([flag, flag === said]);
  });
});
