import type { ReplyLanguage } from "#app/care/draft/guard/languages.ts";

/** What sells or asks for praise. An offer of money or goods is a promise, and found as one. */
const ADVERTISES: Record<ReplyLanguage, RegExp> = {
  en: /\b(?:(?:leave|write|give|post|share)\b.{0,30}\b(?:review|rating)s?|(?:rate|review) (?:us|your|our|this)|newsletter|new (?:collection|arrivals?)|you (?:may|might) also like|special offers?|shop now|our sale|while stocks last)\b/iu,
  de: /(?<!\p{L})(?:bewert(?:e|et|en|ung|ungen)|rezension(?:en)?|newsletter|neuen? kollektion|sonderangebote?|aktionsangebote?|jetzt (?:shoppen|entdecken)|solange der vorrat reicht)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:reseñas?|valór(?:a|e)(?:nos)?|valoraci(?:ón|ones)|boletín|newsletter|nueva colección|ofertas? especial(?:es)?|promoci(?:ón|ones))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:laisse[rz]? (?:un|votre|ton) avis|(?:votre|ton) avis (?:sur|compte)|note[rz]?[ -]nous|newsletter|nouvelle collection|offres? spéciales?|promotions?)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:avali(?:e|ar|ação|ações)|newsletter|nova coleção|ofertas? especia(?:l|is)|promoç(?:ão|ões))(?!\p{L})/iu,
  it: /(?<!\p{L})(?:recension[ei]|valuta(?:ci|teci)?|newsletter|nuova collezione|offert[ae] special[ei]|promozion[ei])(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:beoordel(?:ing|ingen|en)|recensies?|reviews?|nieuwsbrief|nieuwe collectie|aanbieding(?:en)?)(?!\p{L})/iu,
  ja: /レビュー|口コミ|ご?評価を(?:お願い|いただ)|メルマガ|メールマガジン|新商品|新作|セール|キャンペーン/u,
};

/** The first words that sell something or ask for a review, in whichever language; null where there are none. */
export function findAdvertising(text: string): string | null {
  const found = Object.values(ADVERTISES).map((words) => words.exec(text)?.[0]);
  return found.find((quote) => quote !== undefined) ?? null;
}
