import { cyrillic, devanagari } from "./in-script.ts";

/** "Thank God it finally arrived": what was feared did not happen. Folded. */
export const relief: readonly RegExp[] = [
  /\bthank (?:god|goodness|heavens?|the lord)\b(?=.{0,60}\b(?:arriv\w+|came|come|here|works?|working|fits?|found|over|solved|sorted|fixed|got|turned up)\b)(?!.{0,60}(?:\b(?:not|never|no|but|broken|damaged|wrong|faulty|receipt)\b|n't))/,
  /\b(?:gott sei dank|zum gluck|dem himmel sei dank)\b(?=.{0,60}\b(?:angekommen|da|gekommen|erhalten|geklappt|gefunden|funktioniert|eingetroffen)\b)(?!.{0,60}\b(?:nicht|nie|noch kein\w*|aber|kaputt\w*|defekt\w*|falsch\w*|beschadigt\w*)\b)|\b(?<=\b(?:angekommen|da|eingetroffen)[,!.]? )gott sei dank/,
  /\b(?:gracias a dios|menos mal)\b(?=.{0,60}\b(?:llego|llegado|llegaron|recibi|recibido|funciona|aparecio|aqui)\b)(?!.{0,60}\b(?:no|nunca|pero)\b)/,
  /\b(?:dieu merci|grace a dieu|merci mon dieu)\b(?=.{0,60}\b(?:arrivee?|recue?|livree?|marche|fonctionne|la)\b)(?!.{0,60}\b(?:pas|jamais|mais)\b)/,
  /\b(?:gracas a deus|ainda bem)\b(?=.{0,60}\b(?:chegou|chegaram|recebi|funciona|apareceu)\b)(?!.{0,60}\b(?:nao|nunca|mas)\b)/,
  /\b(?:grazie (?:a dio|al cielo)|meno male)\b(?=.{0,60}\b(?:arrivat\w|ricevut\w|funziona|consegnat\w)\b)(?!.{0,60}\b(?:non|mai|ma)\b)/,
  /\b(?:godzijdank|goddank|gelukkig)\b(?=.{0,60}\b(?:aangekomen|binnen|ontvangen|er|gelukt|werkt|gevonden)\b)(?!.{0,60}\b(?:niet|nooit|geen|maar)\b)/,
  /\b(?:dzieki bogu|chwala bogu)\b(?=.{0,60}\b(?:dotar\w+|przysz\w+|dosz\w+|dziala|jest)\b)(?!.{0,60}\b(?:nie|nigdy|ale)\b)/,
  /\b(?:slava domnului|multumesc lui dumnezeu|slava cerului)\b(?=.{0,60}\b(?:ajuns|primit|venit|functioneaza|sosit)\b)(?!.{0,60}\b(?:nu|niciodata|dar)\b)/,
  /\b(?:tack och lov|gudskelov|tack gode gud)\b(?=.{0,60}\b(?:kom|kommit|framme|har|funkar|hittat|hittades)\b)(?!.{0,60}\b(?:inte|aldrig|ej|men)\b)/,
  cyrillic`\b(?:слава богу|славу богу)(?=.{0,60}(?:пришл|пришел|дошл|дошел|получил|приехал|доставил|работает|нашл))(?!.{0,60}[ ,](?:не|но) )`,
  cyrillic`\b(?:слава богу|дякувати богу)(?=.{0,60}(?:прийшл|прийшов|дійшл|отримал|приїхал|доставил|працює|знайшл))(?!.{0,60}[ ,](?:не|але) )`,
  devanagari`\b(?:(?:भगवान|खुदा|ऊपर वाले) का शुक्र|शुक्र है)(?=.{0,60}(?:मिल गय|आ गय|पहुंच गय))(?!.{0,60}(?:नहीं|नही|लेकिन))|\b(?:bhagwan ka shuka?r|shuka?r hai)(?=.{0,60}(?:aa ga|mil ga|pahunch))(?!.{0,60}(?:nahi|nhi|lekin))`,
  /(?:やっと|ついに|ようやく|無事に?)(?:商品が|荷物が)?届(?:いた|きました)(?![がけの、らと])/,
];
