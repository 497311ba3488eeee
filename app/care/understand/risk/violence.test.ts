import { expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

it.each([
  ["en", "I'll bomb your office"],
  ["en", "You'll regret this, I have a gun"],
  ["en", "I'm going to come to your warehouse and hurt someone"],
  ["en", "I'll find you and break your legs"],
  ["en", "I know where your staff live"],
  ["de", "Ich komme vorbei und schlage euch alles kurz und klein"],
  ["es", "Voy a quemar vuestra tienda"],
  ["fr", "Je vais vous casser la gueule"],
  ["pt", "Vou matar vocês"],
  ["it", "Vi spacco la faccia"],
  ["nl", "Ik weet waar jullie wonen"],
  ["pl", "Zabiję was wszystkich"],
  ["ro", "Vă omor pe toți"],
  ["sv", "Jag ska skjuta er"],
  ["ru", "Я приеду и сожгу ваш магазин"],
  ["uk", "Я приїду і спалю ваш магазин"],
  ["hi", "मैं तुम्हें जान से मार दूंगा"],
  ["ja", "店に行ってぶっ殺すぞ"],
])("hears a threat of violence: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("safety");
});

it.each([
  ["en", "Two bath bombs and a bomb shelter poster, please."],
  ["en", "I have a knife of yours, do you sell a block for it?"],
  ["en", "Do you know where you ship from?"],
  ["en", "The heels are so high you could break a leg dancing, I love them."],
  ["de", "Die Fotos kurz ansehen und klein ausdrucken."],
  ["fr", "Je vais vous envoyer la facture."],
  ["ru", "У меня есть ваш чайник."],
  ["ja", "蚊を殺すスプレーはありますか"],
])("hears none in what only sounds so: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toEqual([]);
});
