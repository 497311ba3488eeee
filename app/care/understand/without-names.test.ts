import { describe, expect, it } from "vitest";
import { withoutNames } from "./without-names.ts";

describe("names in greetings and signatures", () => {
  it.each([
    ["Hi Adaeze, where is my order?", "Hi, where is my order?"],
    ["Hello,\n\nwhere is it?\n\nKind regards,\nOluwaseun Adébáyọ̀", "Hello,\n\nwhere is it?\n\nKind regards,"],
    ["hi wanjiku, wheres my order\n\nthx\nşükrü", "hi, wheres my order\n\nthx"],
    ["Sehr geehrte Frau Dr. Zorn,\nwo bleibt es?", "Sehr geehrte,\nwo bleibt es?"],
    ["Estimada Señora Dolores,\n¿dónde está?", "Estimada,\n¿dónde está?"],
    ["Where is my parcel, it was due Monday?\nمحمد العلي", "Where is my parcel, it was due Monday?"],
    ["Where is my parcel, please? Thanks, Joy", "Where is my parcel, please? Thanks"],
    ["佐藤様\n注文の商品が届きません。\n山田太郎", "注文の商品が届きません。"],
    [
      "Wo ist mein Paket geblieben?\n\nViele Grüße\nŁukasz van der Meer",
      "Wo ist mein Paket geblieben?\n\nViele Grüße",
    ],
    ["It is broken.\n\nThanks,\nSue Law\nFlat 3, Mill Road", "It is broken.\n\nThanks,\nFlat 3, Mill Road"],
  ])("%j", (text, left) => {
    expect(withoutNames(text)).toBe(left);
  });
});

describe("what is not a name stays", () => {
  it.each([
    "Hi where is my order, it was due Monday",
    "Order 5521\nCancel",
    "It came broken and I want my money back.\nI am furious",
    "Ich will mein Geld zurück, sofort.\nBitte um Rückruf",
    "My parcel never came.\n\nPlease hurry!",
    "Thanks Moira for finding my parcel",
    "Joy",
    "Hello,\nRefund Please\nfor order 5521, it never came",
    "返金がまだです。\n訴えます",
    "Dov'è il mio ordine, per favore?\nSaluti",
  ])("%j", (text) => {
    expect(withoutNames(text)).toBe(text);
  });
});
