import { expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

const models = loadModels();

/** Invented, one a line: language, intent, emotion, text. */
const table = `
en | complaint | frustration | Thank you so much for losing my parcel.
it | complaint | frustration | Grazie mille per il pacco vuoto
ja | complaint | frustration | 空の箱をありがとうございました
en | complaint | frustration | Thanks for the broken mug. Nice work.
en | praise | gratitude | Thank you for replacing the broken cup.
de | praise | gratitude | Danke, dass ihr das kaputte Teil ersetzt habt.
en | praise | joy | Perfect, thank you! The empty box you sent for returns arrived.
en | complaint | frustration | Great, an empty box.
en | praise | gratitude | I was furious but Anna fixed it, thank you
en | praise | gratitude | I was furious. But Anna fixed it, thank you!
de | praise | gratitude | Ich war stinksauer, aber Anna hat alles geklärt. Vielen Dank!
fr | praise | gratitude | J'étais furieuse mais Anna a tout réglé, merci.
en | complaint | anger | I am still furious, but Anna fixed it.
en | praise | joy | damn that was fast, you guys rock
de | complaint | frustration | Das bringt mich noch um mit eurer Warterei!
fr | wrong_or_damaged_item | disappointment | Ça marche plus du tout
fr | praise | joy | Ça marche plus vite que prévu
fr | cancel | neutral | Ma commande, je la veux plus.
ja | other | neutral | 怒っているわけではありません
ja | complaint | anger | 本当に怒っています。
en | praise | joy | No complaints whatsoever
en | complaint | frustration | I want to make a complaint
ru | praise | joy | Никаких претензий, всё отлично
en | other | neutral | Please don't cancel my order!
de | other | neutral | Bitte stornieren Sie meine Bestellung nicht!
ja | other | neutral | 注文をキャンセルしないでください
en | cancel | neutral | Why don't you cancel my order?
en | praise | joy | Thank God it finally arrived
de | praise | joy | Gott sei Dank ist es endlich angekommen!
ru | praise | joy | Слава богу, посылка пришла
hi | praise | joy | भगवान का शुक्र है, पार्सल मिल गया
en | wrong_or_damaged_item | disappointment | Thank God it finally arrived, but it is broken.
en | praise | joy | This dress is to die for
en | praise | joy | This bag is the bomb
en | wrong_or_damaged_item | disappointment | This bath bomb is broken
fr | praise | joy | Cette robe est à tomber
it | praise | joy | È bello da morire
ru | praise | joy | Сумка просто бомба!
en | other | embarrassment | Sorry, wrong shop!
es | other | embarrassment | Perdón, tienda equivocada
en | order_status | embarrassment | Sorry, wrong shop! But where is my order?
`
  .trim()
  .split("\n")
  .map((line) => {
    const [language, intent, emotion, text = ""] = line.split(" | ");
    return { language, intent, emotion, text };
  });

it.each(table)("$language $intent, $emotion: $text", ({ language, intent, emotion, text }) => {
  const reading = readMessage(models, { text, language, now: new Date("2026-11-21T12:00:00Z") });
  expect([reading.intent, reading.emotion.label]).toEqual([intent, emotion]);
});
