import { describe, expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";
import type { Intent } from "./reading.ts";

const models = loadModels();
const read = (text: string, automatic = false) =>
  readMessage(models, { text, automatic, now: new Date("2026-11-21T12:00:00Z") });

describe("the intent", () => {
  it.each<[string, Intent]>([
    ["Where is my order #1023? It was supposed to arrive last week", "order_status"],
    ["Meine Bestellung ist kaputt angekommen", "wrong_or_damaged_item"],
    ["Quiero un reembolso", "refund"],
    ["J'aimerais changer l'adresse de livraison", "change_address"],
    ["Gostaria de cancelar meu pedido", "cancel"],
    ["Thank you so much, it is beautiful!", "praise"],
    ["The shoes are too small, how do I return them?", "return"],
    ["I was charged twice for order 1044", "payment"],
    ["Is the jacket waterproof?", "product_question"],
    ["Wie kann ich mein Passwort zurücksetzen?", "account"],
    ["Puis-je changer la taille de ma commande ?", "change_order"],
    ["La página dice entregado pero no he recibido nada", "delivery_problem"],
    ["This is my third email and nobody replies. Terrible service.", "complaint"],
    ["I am out of the office until Monday.", "spam_or_auto"],
    ["What will the weather be tomorrow in Boston?", "other"],
  ])("%s → %s", (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it.each<[string, Intent]>([
    [
      "Enganei-me na morada da encomenda #1048. Podem enviar para a Rua do Salitre 88, 1250-200 Lisboa?",
      "change_address",
    ],
    ["Me enganei no meu endereço, dá para mandar para a Rua das Acácias 12?", "change_address"],
    ["Enganei-me a escrever a morada, é Travessa do Poço 5.", "change_address"],
    ["Enganei-me no tamanho, queria o M.", "change_order"],
    ["Me enganei na cor, queria azul.", "change_order"],
    ["Me equivoqué con la dirección. ¿Pueden enviarlo a la calle Olmo 12?", "change_address"],
    ["Me confundí de dirección al hacer el pedido.", "change_address"],
    ["Me equivoqué de talla, quería la M.", "change_order"],
    ["Je me suis trompé dans l'adresse de livraison, c'est 12 rue des Lilas.", "change_address"],
    ["Je me suis trompée de taille, je voulais du M.", "change_order"],
    ["Le livreur s'est trompé d'adresse, mon colis n'est jamais arrivé.", "delivery_problem"],
    ["Mi sono sbagliata con l'indirizzo, è via Garibaldi 12.", "change_address"],
    ["M-am încurcat la adresă, este strada Lalelelor 12.", "change_address"],
  ])("takes a slip for the wish to mend what slipped: %s → %s", (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it("finds no instalments of another language in a parcel", () => {
    expect(
      read("Well, both parcels are here. My sister laughed, then she went quiet.").intents,
    ).not.toContain("payment");
    expect(read("Posso pagar parcelado em três vezes?").intent).toBe("payment");
    expect(read("Não entendo, parcelei em 3x e aparece o valor cheio.").intent).toBe("payment");
  });

  it("names both intents of a mixed mail, what arrived broken first", () => {
    const { intent, intents } = read("The mug arrived broken. Please refund me.");
    expect(intent).toBe("wrong_or_damaged_item");
    expect(intents).toContain("refund");
  });

  it("takes a mail that a machine wrote for that, whatever it says", () => {
    expect(read("Where is my order?", true).intent).toBe("spam_or_auto");
  });

  it.each([
    ...["I am angry", "I'm not happy with this at all", "So angry right now", "Ich bin wütend"],
    ...["Ich bin überhaupt nicht zufrieden", "Estoy furioso", "No estoy nada contenta", "Je suis furieux"],
    ...[
      "Je ne suis pas content",
      "Je suis fâchée contre vous",
      "Estou furioso",
      "Sono arrabbiata",
      "Ik ben boos",
      "Jestem wściekła",
    ],
    ...["Sunt furios", "Я в ярости", "Я дуже злий", "Jag är arg", "मैं बहुत गुस्से में हूँ"],
    ...["main bahut gusse mein hoon", "怒っています", "とても腹が立ちます"],
  ])("takes bare anger for a complaint: %s", (text) => {
    const { intent, intents } = read(text);
    expect(intent).toBe("complaint");
    expect(intents).not.toContain("praise");
  });

  it.each([
    ...["asdkjh qwe", "https://example.com/products/fire-pit?x=1", "???", "😀", "😡", "👍👍", "1234", "ok"],
    ...["fire pit cover", "blue mug", "robe noire", "schwarze Hose", "taza azul", "tazza blu", "blauwe mok"],
    ...["niebieski kubek", "blå mugg", "синяя кружка", "नीला मग", "青いマグ", "blind box", "no problem"],
  ])("wants nothing that anybody could tell, and feels nothing: %s", (text) => {
    const { intent, intentConfidence, unsure } = read(text);
    expect(intent).toBe("other");
    expect(intentConfidence).toBeLessThan(0.45);
    expect(unsure).toBe(true);
  });

  it("takes praise for praise all the same", () => {
    expect(read("I have never been this happy about socks!").intent).toBe("praise");
    expect(read("Super zufrieden!").intent).toBe("praise");
  });

  it.each([
    "Where was it delivered?",
    "Where exactly did you leave my parcel?",
    "Wo wurde es abgegeben?",
    "Bei wem wurde das Paket abgegeben?",
    "Wo haben Sie das Paket hingelegt?",
    "Où a-t-il été livré ?",
    "Où avez-vous déposé le colis ?",
    "¿Dónde lo entregaron?",
    "¿Dónde dejaron el paquete?",
    "Onde foi entregue?",
    "Onde deixaram a encomenda?",
    "Dove è stato consegnato?",
    "Dove avete lasciato il pacco?",
    "Waar is het bezorgd?",
    "Waar is mijn pakket afgeleverd?",
    "Gdzie zostawiono paczkę?",
    "Gdzie to doręczono?",
    "Unde a fost livrat?",
    "Unde ați lăsat coletul?",
    "Var lämnades paketet?",
    "Var har det levererats?",
    "Куда его доставили?",
    "Где оставили посылку?",
    "Куди її доставили?",
    "Де залишили посилку?",
    "कहाँ डिलीवर हुआ?",
    "पार्सल कहाँ छोड़ा?",
    "kahan deliver hua?",
    "どこに配達されましたか",
    "荷物はどこに置きましたか",
  ])("takes asking where a delivered parcel was left for asking where it is: %s", (text) => {
    expect(read(text).intent).toBe("order_status");
  });

  it.each([
    ["I want to return the vacuum cleaner. If that doesn't work, tell me why.", "return"],
    ["Ich möchte die Lampe zurückgeben. Falls sie kaputt ankommt, melde ich mich.", "return"],
    ["Quiero devolver la lámpara. Si llega rota, les escribo.", "return"],
    ["Je veux retourner la lampe. Si elle arrive cassée, je vous écris.", "return"],
    [
      "If it never arrives, that would be a pity. I would like to change the lamp in my order.",
      "change_order",
    ],
    ["Please change all my pending shirts to blue.", "change_order"],
    ["If you look at the photo, you see that the mug arrived broken.", "wrong_or_damaged_item"],
    ["If you look at the photo you see the mug arrived broken and I want a refund.", "wrong_or_damaged_item"],
    ["Sí recibí el paquete pero llegó roto.", "wrong_or_damaged_item"],
    ["No he dicho nada pero quiero la devolución.", "return"],
    ["Perfect, thank you! Another week is fine.", "praise"],
  ])("takes what is only supposed for no trouble: %s", (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });
});
