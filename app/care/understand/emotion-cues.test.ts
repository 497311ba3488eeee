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

const unsaid = table(`
en | none | I never said I was disappointed.
en | none | I didn't say I was angry.
de | none | Ich habe nie gesagt, dass ich enttäuscht bin.
es | none | Nunca dije que estaba decepcionada.
fr | none | Je n'ai jamais dit que j'étais déçue.
pt | none | Nunca disse que estava desapontado.
it | none | Non ho mai detto di essere delusa.
nl | none | Ik heb nooit gezegd dat ik teleurgesteld ben.
pl | none | Nigdy nie powiedziałam, że jestem rozczarowana.
ro | none | Nu am spus niciodată că sunt dezamăgită.
sv | none | Jag sa aldrig att jag var besviken.
ru | none | Я не говорила, что разочарована.
uk | none | Я не казала, що розчарована.
hi | none | मैंने नहीं कहा कि मैं निराश हूँ।
ja | none | がっかりしたとは言っていません。
en | frustration | You never said it was late, and nobody answers.
en | anger | You never said that it was second hand and I am furious, I want a refund!
en | anger | I never said that I was disappointed, but I am furious.
en | anger | This is not bad luck, I am furious and disgusted with you!
en | anger | Not bad, but the mug arrived broken and I am very angry!
de | anger | Ihr habt nicht geschrieben, wann es kommt, ich bin wütend!
de | disappointment | Nicht schlecht, aber leider kaputt, ich bin sehr enttäuscht!
ja | anger | がっかりしたとは言っていません、でも怒っています。
`);

const notBad = table(`
en | joy | Not bad at all.
de | joy | Gar nicht schlecht!
es | joy | No está nada mal.
fr | joy | Pas mal du tout.
pt | joy | Nada mal.
it | joy | Niente male.
nl | joy | Helemaal niet slecht.
pl | joy | Całkiem nieźle.
ro | joy | Deloc rău.
sv | joy | Inte alls dåligt.
ru | joy | Очень даже неплохо.
uk | joy | Дуже навіть непогано.
hi | joy | बुरा नहीं है।
ja | joy | 悪くないです。
en | joy | I have never been so happy.
de | joy | Ich war noch nie so glücklich.
fr | joy | Je n'ai jamais été aussi heureuse.
`);

const irony = table(`
en | frustration | Oh wonderful, an empty box. Exactly what I wanted for my daughter's birthday.
en | frustration | Lovely. Another week of waiting. Just what I needed.
de | frustration | Na wunderbar, ein leerer Karton. Genau das habe ich mir zum Geburtstag gewünscht.
es | frustration | Qué bien, una caja vacía. Justo lo que quería.
fr | frustration | Génial, un carton vide. Exactement ce que je voulais.
pt | frustration | Que ótimo, uma caixa vazia. Era exatamente o que eu queria.
it | frustration | Fantastico, una scatola vuota. Proprio quello che volevo.
nl | frustration | Geweldig, een lege doos. Precies wat ik wilde.
pl | frustration | Cudownie, puste pudełko. Dokładnie o tym marzyłam.
ro | frustration | Minunat, o cutie goală. Exact ce îmi doream.
sv | frustration | Underbart, en tom låda. Precis vad jag ville ha.
ru | frustration | Замечательно, пустая коробка. Именно то, о чём я мечтала.
uk | frustration | Чудово, порожня коробка. Саме те, про що я мріяла.
hi | frustration | वाह, खाली डिब्बा। यही तो चाहिए था।
ja | frustration | 素晴らしい、空の箱です。まさに欲しかったものです。
en | joy | Wonderful! Exactly what I wanted for my daughter's birthday.
de | joy | Wunderbar, genau das habe ich mir gewünscht.
`);

it.each([
  ["en", "I'm not angry, just asking."],
  ["de", "Ich bin nicht sauer."],
  ["nl", "Ik ben niet boos."],
  ["sv", "Jag är inte arg."],
  ["ja", "怒っていません。"],
])("hears that they are calm in %s: %s", (language, text) => {
  expect(namedEmotions(sentences(text), language).calm).toBe(true);
});

describe.each([
  ["negation", negation],
  ["what they say that they did not say", unsaid],
  ["faint praise, and the most there was", notBad],
  ["irony over a blow", irony],
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
