import { expect, it } from "vitest";
import { namedEmotions } from "../emotion-cues.ts";
import { sentences } from "../fold.ts";
import { riskFlags } from "../risk-flags.ts";

it.each([
  ["en", "My brother took his own life last month, please cancel his order."],
  ["en", "My husband committed suicide in May."],
  ["en", "We lost our son to suicide."],
  ["en", "My sister died by suicide."],
  ["de", "Mein Bruder hat sich das Leben genommen, bitte stornieren Sie seine Bestellung."],
  ["de", "Meine Tochter hat Suizid begangen."],
  ["es", "Mi hermano se quitó la vida el mes pasado."],
  ["es", "Mi hija se suicidó en mayo."],
  ["fr", "Mon frère s'est suicidé, merci d'annuler sa commande."],
  ["fr", "Ma fille a mis fin à ses jours."],
  ["pt", "O meu irmão suicidou-se no mês passado."],
  ["pt", "Meu marido tirou a própria vida."],
  ["it", "Mio fratello si è suicidato il mese scorso."],
  ["it", "Mia figlia si è tolta la vita."],
  ["nl", "Mijn broer heeft zelfmoord gepleegd."],
  ["nl", "Mijn zus heeft zich van het leven beroofd."],
  ["pl", "Mój brat popełnił samobójstwo."],
  ["pl", "Moja siostra odebrała sobie życie."],
  ["ro", "Fratele meu s-a sinucis luna trecută."],
  ["ro", "Soțul meu și-a luat viața."],
  ["sv", "Min bror tog sitt liv förra månaden."],
  ["sv", "Min son begick självmord."],
  ["ru", "Мой брат покончил с собой, отмените его заказ."],
  ["ru", "Моя дочь совершила самоубийство."],
  ["uk", "Мій брат наклав на себе руки."],
  ["uk", "Моя донька вчинила самогубство."],
  ["hi", "मेरे भाई ने आत्महत्या कर ली।"],
  ["hi", "mere bhai ne suicide kar liya"],
  ["ja", "兄が自殺しました。注文をキャンセルしてください。"],
  ["ja", "夫が自ら命を絶ちました。"],
])("hears grief for who took their own life: %s %s", (language, text) => {
  const flags = riskFlags(text, language);
  expect(flags).toContain("vulnerable");
  expect(flags).not.toContain("self_harm");
  expect(namedEmotions(sentences(text), language).strength.grief).toBeGreaterThan(1);
});

it.each([
  ["en", "My brother took his own life and I want to kill myself."],
  ["en", "Since her suicide I don't want to live any more."],
  ["en", "I will commit suicide."],
  ["en", "I attempted suicide last week."],
  ["en", "I wish I had committed suicide."],
  ["de", "Mein Bruder hat sich das Leben genommen und ich will auch nicht mehr leben."],
  ["de", "Ich denke an Suizid."],
  ["es", "Voy a suicidarme."],
  ["fr", "Je vais me suicider."],
  ["pt", "Vou me suicidar."],
  ["it", "Voglio suicidarmi."],
  ["nl", "Ik denk aan zelfmoord."],
  ["pl", "Myślę o samobójstwie."],
  ["ro", "Mă gândesc la sinucidere."],
  ["sv", "Jag tänker på självmord."],
  ["ru", "Я думаю о самоубийстве."],
  ["uk", "Я думаю про самогубство."],
  ["hi", "मैं आत्महत्या कर लूंगा।"],
  ["ja", "自殺したいです。"],
  ["en", "I saw Suicide Squad and want to die."],
])("hears what somebody says of themselves: %s %s", (language, text) => {
  expect(riskFlags(text, language)).toContain("self_harm");
});

it.each(["Do you have the Suicide Squad hoodie in M?", "Two Suicidal Tendencies shirts, please."])(
  "takes a title for a title: %s",
  (text) => {
    expect(riskFlags(text, "en")).toEqual([]);
  },
);
