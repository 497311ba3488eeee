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

  it("names both intents of a mixed mail, what arrived broken first", () => {
    const { intent, intents } = read("The mug arrived broken. Please refund me.");
    expect(intent).toBe("wrong_or_damaged_item");
    expect(intents).toContain("refund");
  });

  it("takes a mail that a machine wrote for that, whatever it says", () => {
    expect(read("Where is my order?", true).intent).toBe("spam_or_auto");
  });
});
