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
