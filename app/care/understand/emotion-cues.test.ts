import { describe, expect, it } from "vitest";
import { namedEmotions } from "./emotion-cues.ts";
import { sentences } from "./fold.ts";
import { careEmotions } from "./reading.ts";

/** The emotion that is named most strongly; `none` where no rule finds one. */
function named(language: string, text: string): string {
  const { strength } = namedEmotions(sentences(text), language);
  const best = careEmotions.toSorted((one, other) => strength[other] - strength[one])[0] ?? "neutral";
  return strength[best] > 0 ? best : "none";
}

/** Invented, one a line: language, emotion, text. */
const table = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(" | ") as [string, string, string]);

const negation = table(`
en | disappointment | I am not happy with it.
en | none | I'm not angry at all.
de | disappointment | Ich bin nicht glücklich damit.
de | none | Ich bin nicht wütend.
es | disappointment | No estoy contenta con la compra.
fr | disappointment | Je ne suis pas contente du tout.
pl | disappointment | Nie jestem zadowolony.
pl | none | Nie jestem zła.
ro | disappointment | Nu sunt mulțumită.
ru | disappointment | Я не доволен.
uk | disappointment | Я не задоволена.
sv | disappointment | Jag är inte nöjd.
sv | disappointment | Jag gillar inte väskan.
hi | disappointment | मैं खुश नहीं हूँ।
hi | disappointment | bilkul khush nahi hu
it | disappointment | Non sono contenta.
nl | disappointment | Ik ben niet blij.
ja | disappointment | 満足していません。
ja | disappointment | 全然嬉しくないです。
`);

const typos = table(`
en | anger | I am soooo angryyy!!
en | anger | WHAT A SCAMMMM
en | joy | its goooorgeous,absolutely beautifulll
en | gratitude | thanx... THANK YOU SOOOO MUCH
en | anger | this is sh1t, you f**king thieves
en | worry | I’m worried.Where is it?
de | frustration | bin total genervt!!!schon wieder nix da
de | joy | wunderschöööön
es | gratitude | muchisimas graciasss
es | worry | estoy muuuuy preocupada
fr | disappointment | tres decue
fr | joy | j'adooore,magnifique
pt | anger | isso e um absurdooo,inaceitavel
pl | disappointment | jestem rozczarowanaaaa
pl | gratitude | dziekuje baaardzo
ro | anger | sunt furioasaaaa
ru | anger | безобразиеееее!!!
uk | gratitude | дякуюююю щиро
sv | joy | jättefiiiin
it | joy | bellissimaaaa
nl | frustration | IK BEN HET ZAT
`);

const emoji = table(`
en | anger | 😡😡😡
en | joy | 😍
de | sadness | 😭
ru | gratitude | 🙏🙏
hi | joy | ❤️❤️
ja | joy | 🎉
en | frustration | where is it >:(
en | joy | arrived <3
`);

const sarcasm = table(`
en | frustration | Oh great, another broken one.
en | frustration | Thanks for nothing.
de | frustration | Na super, wieder nichts.
de | frustration | Danke für nichts!
es | frustration | Gracias por nada.
fr | frustration | Merci pour rien.
pt | frustration | Obrigada por nada.
it | frustration | Complimenti davvero, bella serietà.
nl | frustration | Nou, bedankt hoor.
pl | frustration | Super, dzięki wielkie, znowu pusto.
pl | frustration | Dzięki za nic.
ro | frustration | Mulțumesc pentru nimic.
ru | frustration | Спасибо огромное, конечно.
ru | frustration | Ну спасибо, опять пусто.
uk | frustration | Ну дякую, знову порожньо.
sv | frustration | Wow, tack för ingenting.
hi | frustration | वाह, क्या सर्विस है!
ja | frustration | 素晴らしい対応ですね、まだ届きません。
`);

describe.each([
  ["negation", negation],
  ["drawn-out words, typos, no blanks, no accents", typos],
  ["emoji and faces", emoji],
  ["sarcasm", sarcasm],
])("%s", (_, cases) => {
  it.each(cases)("%s %s: %s", (language, emotion, text) => {
    expect(named(language, text)).toBe(emotion);
  });
});

it.each([
  ["en", "I am very disappointed."],
  ["pl", "Jestem bardzo rozczarowana."],
  ["ro", "Sunt foarte dezamăgită."],
  ["ru", "Я очень разочарована."],
  ["uk", "Я дуже розчарована."],
  ["sv", "Jag är väldigt besviken."],
  ["hi", "मैं बहुत निराश हूँ।"],
  ["ja", "とても残念です。"],
])("hears emphasis in %s: %s", (language, text) => {
  expect(namedEmotions(sentences(text), language).intensified).toBe(true);
});
