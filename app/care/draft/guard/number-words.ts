import { smallNumber } from "#app/care/understand/number-words.ts";

const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
  vierzehn: 14,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  catorce: 14,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quatorze: 14,
  dois: 2,
  duas: 2,
  três: 3,
  quatro: 4,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  doze: 12,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  otto: 8,
  dieci: 10,
  dodici: 12,
  quattordici: 14,
  twee: 2,
  drie: 3,
  vijf: 5,
  zes: 6,
  zeven: 7,
  negen: 9,
  tien: 10,
  twaalf: 12,
  veertien: 14,
};
const UNITS =
  "(?:business |working |calendar )?(?:days?|weeks?|hours?|months?|parcels?|percent)|(?:werk|arbeits)?tagen?|wochen|stunden|monaten?|paketen?|prozent|días?|semanas?|horas?|meses|paquetes|jours?|semaines?|heures?|mois|colis|dias?|pacotes|giorni|settimane|ore|mesi|pacchi|(?:werk)?dagen|weken|uur|maanden|pakket(?:ten|jes)|procent";
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${Object.keys(WORDS).join("|")})\s+(?:${UNITS})(?!\p{L})`,
  "giu",
);

/** A Japanese count: 三日, 二週間, 十営業日. Numerals of two signs (二十三日) are not read, and no part of them is. */
const JAPANESE =
  /(?<![一二三四五六七八九十百月])([二三四五六七八九十])(?:営業日|日|週間|時間|[かヶカ]月|個|割|パーセント)/gu;

/** Numbers written as words before a unit ("three days", "zwei Wochen"); "one" is too often an article to judge. */
export function numberWords(text: string): { text: string; value: number }[] {
  const found = [...text.matchAll(PATTERN), ...text.matchAll(JAPANESE)];
  return found.map(([whole, word = ""]) => ({
    text: whole,
    value: WORDS[word.toLowerCase()] ?? smallNumber(word) ?? 0,
  }));
}
