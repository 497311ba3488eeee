import { NUMBER, readNumber } from "#app/care/draft/guard/find-money.ts";
import { WORD_END, WORD_START } from "#app/care/draft/guard/letters.ts";
import { fold } from "#app/care/understand/fold.ts";
import { smallNumber } from "#app/care/understand/number-words.ts";

const UNITS = {
  business_day:
    "(?:business|working)[ -]days?|werktage?n?|arbeitstage?n?|d[ií]as (?:h[áa]biles|laborables)|jours (?:ouvr[ée]s|ouvrables)|dias [úu]teis|giorn[io] lavorativ[io]|werkdag(?:en)?|営業日",
  day: "days?|tage?n?|d[ií]as?|jours?|giorn[io]|dag(?:en)?|日",
  week: "weeks?|wochen?|semanas?|semaines?|settiman[ae]|we(?:ek|ken)|週",
  hour: "hours?|hrs?|stunden?|horas?|heures?|or[ae]|u(?:ur|ren)|時間",
  minute: "minutes?|mins?|minuten?|minutos?|minut[io]|minuut|分",
  month: "months?|monate?n?|mes(?:es)?|mois|m[êe]s|mes[ei]|maand(?:en)?|[かヶカ]月",
  year: "years?|jahre?n?|años?|ans?|années?|anos?|ann[io]|jaar|jaren|年",
  percent: "%|％|percent|per cent|prozent|por ciento|pour ?cents?|por cento|per cento|procent|パーセント",
  parcel:
    "parcels?|packages?|pakete?n?|paquetes?|colis|pacotes?|encomendas?|pacch[io]|pacco|coll[io]|pakket(?:ten|je|jes)?|個口?",
} as const;
export type CountUnit = keyof typeof UNITS;

/** A number and what it counts; `unit` is null where no known unit follows. */
export type Count = { text: string; start: number; value: number; unit: CountUnit | null };

const NAMED = Object.entries(UNITS)
  .map(([unit, words]) => String.raw`(?<${unit}>${words})`)
  .join("|");
/** "3 days", "3-5 days", "3 full days": what comes between a number and its unit. */
const BETWEEN = String.raw`(?:[ \u00a0\u202f]?(?:[-–~〜]|to|or|bis|oder|a|o|à|ou|até|tot|of|から)[ \u00a0]?\d{1,3})?[ \u00a0\u202f-]{0,2}(?:(?:calendar|full|whole|more|volle|weitere|complete)[ -])?`;
const UNIT = new RegExp(String.raw`${BETWEEN}(?:${NAMED})(?:${WORD_END}|(?<=[%％]))`, "iuy");
const ANY_UNIT = new RegExp(String.raw`(?:${Object.values(UNITS).join("|")})${WORD_END}`, "iu");
/** Any run of letters that has a digit in it. */
const CODE = String.raw`(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])*\p{N}(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])*`;
const DIGITS = new RegExp(String.raw`${WORD_START}(?:${NUMBER})${WORD_END}|${CODE}`, "gu");

/** Every number or code with a digit in a text, with what it counts; numbers in words where a unit follows. */
export function findCounts(text: string): Count[] {
  const digits = /\p{N}/u.test(text)
    ? Array.from(text.matchAll(DIGITS), ({ 0: found, index: start }) => ({
        text: found,
        start,
        value: readNumber(found),
        unit: unitAt(text, start + found.length),
      }))
    : [];
  return [...digits, ...inWords(text)];
}

function unitAt(text: string, at: number): CountUnit | null {
  UNIT.lastIndex = at;
  const groups = UNIT.exec(text)?.groups ?? {};
  return countUnits.find((unit) => groups[unit] !== undefined) ?? null;
}
const countUnits = Object.keys(UNITS) as CountUnit[];

/** Beyond a dozen: what policies and promises count in. */
const MORE = new Map(
  Object.entries({
    14: "fourteen vierzehn catorce quatorze quattordici veertien 十四",
    15: "fifteen fünfzehn quince quinze quindici vijftien 十五",
    20: "twenty zwanzig veinte vingt vinte venti twintig 二十",
    21: "einundzwanzig veintiuno ventuno eenentwintig",
    30: "thirty dreißig dreissig treinta trente trinta trenta dertig 三十",
    60: "sixty sechzig sesenta soixante sessenta sessanta zestig 六十",
    90: "ninety neunzig noventa novanta negentig 九十",
    100: "hundred hundert cien cent cem cento honderd 百",
  }).flatMap(([value, words]) => words.split(" ").map((word) => [word, Number(value)] as const)),
);
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<word>\p{L}{2,14})[ \u00a0-](?=\p{L}|%)|(?<kanji>[一二三四五六七八九十百]{1,3}))`,
  "giu",
);

/** "Three days", "zwei Wochen", "三日"; "one" is too often an article to judge. */
function inWords(text: string): Count[] {
  if (!ANY_UNIT.test(text)) return [];
  return Array.from(text.matchAll(WRITTEN)).flatMap(({ 0: found, index: start, groups = {} }): Count[] => {
    const word = (groups["word"] ?? groups["kanji"] ?? "").toLowerCase();
    const value = MORE.get(word) ?? smallNumber(fold(word));
    const unit = value !== undefined && value > 1 ? unitAt(text, start + found.length) : null;
    return value === undefined || unit === null ? [] : [{ text: found.trim(), start, value, unit }];
  });
}
