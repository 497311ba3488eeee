import { expect, it } from "vitest";
import { respelled } from "./respell.ts";
import { stripCourtesy } from "./strip-courtesy.ts";

it.each([
  ["en", "I am very dissapointed", "I am very disappointed"],
  ["en", "disapointed", "disappointed"],
  ["en", "I want a refudn", "I want a refund"],
  ["en", "wher is my oder", "where is my order"],
  ["en", "it never arived, pls cancle", "it never arrived, pls cancel"],
  ["en", "it came brokne and damged", "it came broken and damaged"],
  ["en", "it hasnae arrived", "it hasn't arrived"],
  ["fr", "je veux un rembousement", "je veux un remboursement"],
  ["es", "quiero un rembolso", "quiero un reembolso"],
  ["it", "vorrei un rimboso", "vorrei un rimborso"],
  ["pt", "quero o rembolso", "quero o reembolso"],
  ["nl", "ik ben teleurgestled", "ik ben teleurgesteld"],
  ["pl", "jestem rozczarwana", "jestem rozczarowana"],
  ["ro", "sunt dezamgit", "sunt dezamagit"],
  ["sv", "min bestälning", "min bestallning"],
  ["ru", "я разочрована", "я разочарована"],
  ["uk", "я розчаровна", "я розчарована"],
  ["de", "wo ist meine bestelung", "wo ist meine bestellung"],
  [
    "de",
    "S Päckli isch nonig da, i hob zwöi Wuche gwartet",
    "S paket ist noch nicht da, i habe zwöi Wuche gwartet",
  ],
  ["de-CH", "isch nöd cho", "ist nicht kommen"],
  [
    "de",
    "des Packl is ned kemma, i hob nix und die Net is do",
    "des paket is nicht kommen, i habe nichts und die Net is do",
  ],
  ["de", "Isch 10 min weg, min Paket", "ist 10 min weg, mein Paket"],
  ["de", "Meine Bestelung fehlt", "Meine bestellung fehlt"],
  ["en", "I WANT A REFUDN. Oder 5 never arived.", "I WANT A refund. order 5 never arrived."],
])("%s: %s", (language, typed, spelled) => {
  expect(respelled(typed, language)).toBe(spelled);
});

it.each([
  ["en", "Cancer charity, there older, wear, broke, deliver, returns, refunds, parcels, delivers"],
  ["de", "Die Bestellung kommt im Mai mit Hut, E-Mail-Adresse stimmt, Erstattung folgt"],
  ["fr", "Commandée hier, il a commandé, elle est cassé"],
  ["es", "Le he dado mi direccion, me está dando, recibió"],
  ["sv", "Mitt paket och min order"],
  ["hi", "मेरा ऑर्डर कहाँ है"],
  // Short words that are dialect in company alone.
  ["de", "Ich warte seit 10 min, 20 Euro net"],
  ["de", "Nix Shampoo und Het Anker, ich höre nix"],
  ["de", "Han Solo"],
  // Addresses, numbers, names.
  ["de", "Es isset anna@gmx.net, ned@web.de, www.isch.ch, https://laden.de/bestelung/ned und 10min"],
  ["en", "refudn@shop.com or shop.com/retrun and http://oder.example"],
  ["en", "It was Mr Pacrel"],
  // Words of their own.
  ["en", "They retuned it, sipped, sipping, tacking and tracing"],
  ["es", "Es un legado"],
  ["nl", "Zij is geleerd en vereerd"],
  ["ru", "он поучил, она поучила"],
  ["und", "dissapointed"],
])("leaves what is a word as it is, %s: %s", (language, text) => {
  expect(respelled(text, language)).toBe(text);
});

it("spells what is searched and leaves what is quoted", () => {
  const { sentences, kept } = stripCourtesy("I am so dissapointed.", "en");
  expect(sentences).toMatchObject([{ text: "I am so dissapointed.", folded: "i am so disappointed." }]);
  expect(kept).toBe("I am so disappointed.");
});
