import type { Sentence } from "../fold.ts";

/** How a sentence begins that supposes something; folded. A language has its own, since "si" supposes in French and adds in Romanian. */
const suppositions: Record<string, RegExp> = {
  en: /^(?:(?:and|but|or|so) )?(?:if|in case|unless|should (?:it|they|the|this|that|these))\b/,
  de: /^(?:(?:und|aber|oder) )?(?:falls|wenn|sollten?)\b/,
  es: /^(?:(?:y|pero|o) )?(?:si|en caso de que|a menos que)\b/,
  fr: /^(?:(?:et|mais|ou) )?(?:si|s'ils?|au cas ou|a moins que)\b/,
  pt: /^(?:(?:e|mas|ou) )?(?:se|caso|a menos que)\b/,
  it: /^(?:(?:e|ma|o) )?(?:se|nel caso|qualora|a meno che)\b/,
  nl: /^(?:(?:en|maar|of) )?(?:als|indien|mocht)\b/,
  pl: /^(?:(?:i|a|ale|lub) )?(?:jesli|jezeli|gdyby)\b/,
  ro: /^(?:(?:si|dar|sau) )?(?:daca|in caz ca)\b/,
  sv: /^(?:(?:och|men|eller) )?(?:om|ifall|skulle)\b/,
  ru: /^(?:(?:и|а|но|или) )?если(?![а-я])/,
  uk: /^(?:(?:і|и|а|але|або) )?якщо(?![а-яі])/,
  hi: /^(?:(?:और|लेकिन|aur|lekin) )?(?:अगर|यदि|agar)(?![\p{L}\p{M}])/u,
  ja: /^(?:もし|万が一|万一)/,
};
/** How a supposition begins behind what is said; where the word for "if" says other things too, with what follows it. */
const trailing: Record<string, RegExp> = {
  en: /\b(?<!\b(?:as|even|only|what) )(?:if|unless|in case)\b/,
  de: /\b(?:falls|wenn|ob)\b/,
  es: /\b(?:en caso de que|si (?:no|nunca|el|la|mi|me|se|lo|llega|esta|es|fue))\b/,
  fr: /\b(?:s'ils?|si (?:je|elle|on|le|la|les|mon|ma|mes|vous|ca|cela|jamais|tout)|au cas ou)\b/,
  pt: /\b(?:se (?:nao|nunca|o|a|ele|ela|meu|minha|eu|isto|isso)|caso)\b/,
  it: /\b(?:se (?:non|il|la|lo|mi|mio|mia|e|arriva|questo)|nel caso|qualora)\b/,
  nl: /\b(?:indien|mocht|of (?:mijn|het|de|hij|ze)|als (?:het|hij|de|mijn|ze|ik|er|dit|deze))\b/,
  pl: /(?<!^)\b(?:jesli|jezeli|gdyby|czy)\b/,
  ro: /\bdaca\b/,
  sv: /\b(?:ifall|om (?:det|den|jag|ni|paketet|mitt|min))\b/,
  ru: /(?<![а-я])если(?![а-я])/,
  uk: /(?<![а-яі])якщо(?![а-яі])/,
  hi: /(?:अगर|यदि|\bagar\b)/,
};
/** Japanese supposes at the end of a clause. */
const clauseSupposed = /[^、。]*(?:場合|なかったら|なければ|(?:届い|壊れ|来|着い)たら)/;
const ASKED = /[?？]/;
const COMMA = /[,、，]/;

/** "Sí" says yes; folded it looks like "si". */
const YES = /^(?:(?:y|pero|o) )?sí(?!\p{L})/iu;

/**
 * What a sentence says outright: of "If that doesn't work, send it back" the part behind the comma. Undefined where nothing is supposed, or
 * where no comma tells how far.
 */
export function behindSupposition({ text, folded }: Sentence, language: string): Sentence | undefined {
  if (!suppositions[language]?.test(folded) || YES.test(text)) return undefined;
  const comma = COMMA.exec(folded);
  return comma ? { text, folded: folded.slice(comma.index + 1) } : undefined;
}

/**
 * What of a sentence is stated and not supposed: nothing of "If it never arrives, do I get a refund?" but the question, and the same where the
 * supposition stands behind.
 */
export function withoutSupposed(sentence: Sentence, language: string): Sentence {
  const { text, folded } = sentence;
  const behind = behindSupposition(sentence, language);
  if (behind) return behind;
  const own = suppositions[language];
  if (own?.test(folded) && !YES.test(text)) return ASKED.test(folded) ? { text, folded: "" } : sentence;
  const pattern = language === "ja" ? clauseSupposed : trailing[language];
  const found = pattern?.exec(folded);
  if (!found || (found.index === 0 && language !== "ja")) return sentence;
  const end = folded.slice(found.index).search(/[,.;!?。？]/);
  const after =
    language === "ja"
      ? folded.slice(found.index + found[0].length)
      : end < 0
        ? ""
        : folded.slice(found.index + end);
  return { text, folded: `${folded.slice(0, found.index)} ${after}` };
}
