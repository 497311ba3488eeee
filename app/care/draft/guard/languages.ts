/** The languages whose words the guard knows: those that replies are written in. */
export const replyLanguages = ["en", "de", "es", "fr", "pt", "it", "nl", "ja"] as const;
export type ReplyLanguage = (typeof replyLanguages)[number];

/** What denies a statement in its clause. */
const DENIED: Record<ReplyLanguage, RegExp> = {
  en: /(?:\b(?:not|never|no|none|nobody|nothing|without|yet to|cannot)\b|n['’]t\b)/iu,
  de: /\b(?:nicht|nie|niemals|kein\w*|ohne|nichts)\b/iu,
  es: /(?<!\p{L})(?:no|nunca|jamás|ningún\w*|ninguna|nada|sin)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:pas|jamais|aucune?|plus|rien|sans)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:não|nunca|nenhuma?|nada|sem)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:non|mai|nessun[oa]?|nulla|niente|senza)(?!\p{L})/iu,
  nl: /\b(?:niet|nooit|geen|niets|zonder)\b/iu,
  ja: /ません|ない|なく|ず(?:、|に)/u,
};

/** What makes a statement a supposition, a wish or what was only planned. */
const SUPPOSED: Record<ReplyLanguage, RegExp> = {
  en: /\b(?:if|once|when|whenever|whether|as soon as|until|unless|should|would|could|may|might|expected|due|planned|scheduled|supposed)\b/iu,
  de: /\b(?:wenn|sobald|falls|ob|bis|bevor|sollten?|hätten?|wären?|würden?|könnten?|kann|können|war(?=[^.]{0,40}\b(?:für|angekündigt|geplant)))\b/iu,
  es: /(?<!\p{L})(?:si|cuando|en cuanto|una vez|hasta que|debía|debería|podría|puede|pueda|previst[oa])(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:si|s['’]il|quand|dès|lorsqu\w*|une fois|jusqu\w*|aurait|devrait|pourrait|peut|prévue?)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:se|quando|assim que|caso|logo que|até que|deveria|poderia|pode|previst[oa])(?!\p{L})/iu,
  it: /(?<!\p{L})(?:se|quando|appena|una volta|finché|dovrebbe|potrebbe|può|sarebbe|avrebbe|previst[oa])(?!\p{L})/iu,
  nl: /\b(?:als|zodra|wanneer|indien|of|tot|zou|zouden|kan|kunnen|verwacht|gepland)\b/iu,
  ja: /(?:たら|次第|場合|まで|かどうか|予定|見込み|はず|なれば|されれば|すれば|ますと)/u,
};

/** Whether words around a find deny it, or only suppose it; Japanese says so after, the other languages before or around. */
export function isDenied(language: ReplyLanguage, around: string): boolean {
  return DENIED[language].test(around);
}

export function isSupposed(language: ReplyLanguage, before: string, whole: string): boolean {
  return SUPPOSED[language].test(language === "ja" ? whole : before);
}

/** The clauses of a sentence: a denial or condition reaches no further. */
export function clausesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;:。！？；])(?=\s|[\u0080-\uffff]|$)|\n+/u)
    .filter((clause) => clause.trim() !== "");
}
