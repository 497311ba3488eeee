import { indexPatterns, lazily } from "../patterns/pattern-index.ts";
import { cyrillic, devanagari } from "./in-script.ts";

const latin =
  /\b(?:(?:well )?thanks for (?:nothing|absolutely nothing|wasting)|thanks a lot for (?:nothing|ruining|wasting|the broken)|oh great|just great|(?:how|just) (?:wonderful|lovely|brilliant),? (?:another|it's broken|broken)|great,? (?:another|now|so)|wow,? (?:just )?(?:great|amazing|what a service)|(?:nice|great|good|bravo|well done|congratulations)(?: job)?,? (?:you (?:managed|lost|broke)|losing my|for losing)|yeah,? right|slow clap|what a surprise,? (?:still|again|nobody|no)|super,? danke auch|na (?:toll|super|bravo|prima|klasse)|(?:danke|vielen dank|herzlichen dank) fur (?:nichts|gar nichts)|(?:tolle|super|klasse) leistung,? wirklich|ganz gro(?:ss)?es kino|gracias por nada|pues (?:que bien|vaya gracia)|vaya servicio|bravo,? (?:eh|de verdad|otra vez)|que maravilla,? (?:otra|sigue|roto)|merci pour rien|bravo (?:pour|les artistes|vraiment)|super,? (?:encore|merci bien)|ah bah (?:super|bravo)|obrigad[oa] por nada|que maravilha,? (?:outra|de novo|quebrado)|parabens,? (?:conseguiram|pela demora|mais uma)|grazie (?:di|per) (?:niente|nulla)|complimenti (?:davvero|vivissimi|per (?:il ritardo|la serieta))|(?:bravi|bravissimi),? (?:davvero|complimenti|un'altra)|bedankt voor niets|(?:lekker|fijn|mooi) (?:is dat|dan),? (?:weer|kapot)|nou,? (?:bedankt|fijn|geweldig) hoor|super,? dzieki (?:wielkie|bardzo)|(?:dzieki|dziekuje) za nic|no (?:super|swietnie|pieknie|brawo)|brawo (?:wy|za)|gratuluje (?:obslugi|tempa)|(?:multumesc|mersi) (?:pentru|de) nimic|bravo voua|felicitari pentru (?:intarziere|bataia)|(?:wow,? )?tack for (?:ingenting|inget)|jo tack|grattis,? (?:ni|till)|(?:wah|waah|wow) kya (?:service|baat hai,? phir)|bahut badhiya,? (?:phir|fir)|thanks for nothing bhai)\b/;
const russian = cyrillic`\b(?:спасибо(?: вам)? (?:огромное |большое )?(?:за ничего|конечно|блин|что испортили|за испорченн\w*)|спасибо (?:огромное|большое),? (?:конечно|блин|удружили)|ну (?:спасибо|супер|отлично|класс|молодцы),? (?:конечно|опять|просто)|браво,? (?:конечно|просто|опять)|(?:просто|прям) (?:супер|класс|прекрасно|замечательно),? (?:опять|снова|ничего)|отличн(?:ый|о) (?:сервис,? (?:ничего|конечно|нечего)|работаете,? (?:ничего|конечно))|дякую за (?:ніщо|нічого)|ну (?:дякую|супер|чудово|клас),? (?:звісно|знову|просто)|(?:просто )?(?:супер|чудово|клас),? (?:знову|нічого))\b`;
const hindi = devanagari`\b(?:वाह,? क्या (?:सर्विस|सेवा|बात है,? फिर)|बहुत बढ़िया,? (?:फिर|अब)|धन्यवाद कुछ न करने)`;
const japanese =
  /さすが(?:です)?ね.{0,10}(?:また|いつまで|遅)|ご立派な(?:対応|サービス)|素晴らしい(?:対応|サービス)ですね[、。]?(?:また|まだ|二|何)/;

const index = lazily((patterns: readonly RegExp[]) =>
  indexPatterns(patterns.map((one) => [true, one] as const)),
);
const all = [latin, russian, hindi, japanese];

/** Thanks and praise that mean the opposite; folded text. */
export const isSarcastic = (folded: string): boolean => index(all)(folded).size > 0;
