import { expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

it.each([
  ["en", "I work as a lawyer and need a bag for my files."],
  ["en", "It is a gift for my lawyer friend."],
  ["en", "Do you sell a lawyer mug?"],
  ["en", "I want to become a lawyer, do you have the exam book?"],
  ["de", "Ich arbeite als Anwältin und brauche eine Tasche."],
  ["de", "Die Tasse ist ein Geschenk für die Anwältin."],
  ["de", 'Habt ihr das Buch "Die Anwältin"?'],
  ["es", "Trabajo como abogada y busco un maletín."],
  ["es", "Es un regalo para mi abogado."],
  ["fr", "Je travaille comme avocate et je cherche un sac."],
  ["fr", "C'est un cadeau pour mon avocat."],
  ["pt", "Trabalho como advogada e procuro uma pasta."],
  ["pt", "É um presente para a minha advogada."],
  ["it", "Lavoro come avvocato e cerco una borsa."],
  ["it", "È un regalo per la mia avvocata."],
  ["nl", "Ik werk als advocaat en zoek een tas."],
  ["nl", "Het is een cadeau voor mijn advocaat."],
  ["pl", "Pracuję jako prawniczka i szukam teczki."],
  ["ro", "Lucrez ca avocat și caut o geantă."],
  ["sv", "Jag jobbar som advokat och söker en väska."],
  ["ru", "Я работаю адвокатом, нужна сумка."],
  ["uk", "Я працюю адвокатом, потрібна сумка."],
  ["hi", "मैं वकील का काम करता हूं, बैग चाहिए।"],
  ["ja", "弁護士として働いているので、鞄を探しています。"],
  ["en", "Do you have the mourning dove print?"],
  ["en", "Is the fire pit still in stock?"],
  ["en", "The fire bowl arrived today."],
  ["en", "Is the fire bowl meant to burn wood?"],
  ["en", "We sat on fire pit chairs."],
  ["de", "Ist die Feuerschale lieferbar?"],
])("raises no flag for a calling or the name of goods: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toEqual([]);
});

it.each([
  ["en", "I will get my lawyer."],
  ["en", "You will hear from my solicitor."],
  ["en", "My lawyer works as a partner and will write to you."],
  ["de", "Sie hören von meiner Anwältin."],
  ["de", "Ich gehe zum Anwalt."],
  ["es", "Hablaré con mi abogado."],
  ["fr", "Je vais en parler à mon avocat."],
  ["pt", "Vou falar com o meu advogado."],
  ["it", "Ne parlerò con il mio avvocato."],
  ["nl", "Ik schakel mijn advocaat in."],
  ["pl", "Skontaktuję się z prawnikiem."],
  ["ro", "Vorbesc cu avocatul meu."],
  ["sv", "Jag kontaktar min advokat."],
  ["ru", "Я обращусь к адвокату."],
  ["uk", "Я звернуся до адвоката."],
  ["hi", "मैं वकील से बात करूँगा।"],
  ["ja", "弁護士に相談します。"],
])("keeps the threat: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("legal");
});

it.each([
  ["en", "The charger caught fire.", "safety"],
  ["en", "The fire bowl cracked and our deck is on fire.", "safety"],
  ["en", "We are in mourning.", "vulnerable"],
] as const)("keeps the danger: %s %s", (language, text, flag) => {
  expect(riskFlags(text, language)).toContain(flag);
});
