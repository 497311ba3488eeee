import { expect, it } from "vitest";
import { sentences } from "../fold.ts";
import { isMended as mendedAt } from "../meant.ts";

const isMended = (text: string) => {
  const all = sentences(text);
  return all.some((_, at) => mendedAt(all, at));
};

it.each([
  "Thank you for replacing the broken cup.",
  "Thanks a lot for the replacement of my damaged lamp.",
  "I was furious but Anna fixed it, thank you.",
  "The lamp was broken, but your team sorted it within a day.",
  "I was angry but now everything is fine.",
  "Ich war sauer, aber jetzt ist alles gut.",
  "Estaba enfadada pero ahora todo está bien.",
  "J'étais fâchée mais maintenant tout va bien.",
  "Ero arrabbiata ma adesso è tutto a posto.",
  "Byłam zła, ale już wszystko jest dobrze.",
  "Я злилась, но теперь всё хорошо.",
  "Danke, dass ihr das kaputte Teil ersetzt habt.",
  "Danke für den Ersatz der kaputten Tasse.",
  "Ich war stinksauer, aber Anna hat alles geklärt.",
  "Gracias por cambiar la taza rota.",
  "Estaba furiosa, pero Ana lo solucionó.",
  "Merci d'avoir remplacé la tasse cassée.",
  "J'étais furieuse mais Anna a tout réglé, merci.",
  "Obrigada por trocarem a peça quebrada.",
  "Estava furiosa, mas a Ana resolveu tudo.",
  "Grazie per aver sostituito la tazza rotta.",
  "Ero furiosa ma Anna ha risolto tutto.",
  "Bedankt voor het vervangen van de kapotte mok.",
  "Ik was woedend, maar Anna heeft het opgelost.",
  "Dziękuję za wymianę rozbitego kubka.",
  "Byłam wściekła, ale Anna wszystko naprawiła.",
  "Mulțumesc pentru înlocuirea cănii sparte.",
  "Eram furioasă, dar Ana a rezolvat totul.",
  "Tack för att ni ersatte den trasiga koppen.",
  "Jag var rasande men Anna fixade det.",
  "Спасибо за замену разбитой чашки.",
  "Я была в ярости, но Анна всё исправила.",
  "Дякую за заміну розбитої чашки.",
  "Я була люта, але Анна все виправила.",
  "मैं बहुत गुस्से में था लेकिन अन्ना ने सब ठीक कर दिया।",
  "टूटा कप बदलने के लिए धन्यवाद।",
  "main gusse me tha lekin anna ne sab theek kar diya",
  "とても怒っていましたが、すぐに対応してくださいました。",
  "壊れた商品を交換していただきありがとうございました。",
])("hears that it was mended, where thanks are said: %s", (text) => {
  expect(isMended(`${text} Thanks!`)).toBe(true);
});

it.each([
  "I was furious but nobody fixed it.",
  "I wrote twice but you never solved it.",
  "I am angry but is everything fine on your side?",
  "I am angry, but not everything is fine.",
  "I am furious, but it should be fixed by now.",
  "I asked for a refund but you replaced it with another broken one.",
  "Thank you for the broken cup.",
  "Danke, dass ihr das kaputte Teil nicht ersetzt habt.",
  "Ich bin sauer, aber niemand hat das gelöst.",
  "Estoy furiosa, pero nadie lo solucionó.",
  "Merci de remplacer la tasse cassée.",
  "Je suis furieuse mais personne n'a réglé le problème.",
  "Ik ben woedend, maar het is nog niet opgelost.",
  "Jestem wściekła, ale nikt tego nie naprawił.",
  "Sunt furioasă, dar nu a rezolvat nimeni.",
  "Jag är arg men ingen fixade det.",
  "Я в ярости, но никто ничего не исправил.",
  "Я люта, але ніхто не виправив.",
  "怒っていますが、対応していただけません。",
  "Ich bin wütend, aber geholfen hat mir niemand.",
  "Ich bin wütend, doch geklärt ist nichts.",
  "Ik ben boos, maar opgelost is er niets.",
  "Jag är arg, men det hjälpte inget.",
  "Sono furioso, ma risolto non è niente.",
  "Je suis furieuse, mais on m'a aidée à rien du tout.",
  "I'm furious, but they fixed it badly and it broke again.",
  "Estoy furiosa, pero me solucionaron mal el problema y volvió a romperse.",
  "Jestem zła, ale naprawili mi to źle i znów nie działa.",
  "मैं नाराज़ हूँ, लेकिन आपने गलत सामान बदल दिया।",
  "Я в ярости: деньги взяли, но решили меня обмануть.",
  "Я люта: гроші взяли, але вирішили мене обдурити.",
  "Я разочарована, но спасибо хоть за ответ.",
  "Я зла, но помогать вы не хотите.",
  "I am sad, but all good things come to an end.",
])("hears that nothing was mended, whatever thanks are said: %s", (text) => {
  expect(isMended(`${text} Thanks!`)).toBe(false);
});

it.each(["I was furious, but somebody fixed it.", "Ich war sauer, aber Anna hat das geklärt."])(
  "does not take what was mended for contentment that nobody says: %s",
  (text) => {
    expect(isMended(text)).toBe(false);
  },
);
