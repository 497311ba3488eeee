import { days } from "#app/lib/duration.ts";

/** One way to read a day that somebody wrote: month 1–12, null where it is not written. */
type Day = { year: number | null; month: number | null; day: number };
/** A day as written; `05/12` has two readings. `at` is the offset into the text it was found in. */
export type WrittenDay = { at: number; text: string; readings: Day[] };

/** Month names and their usual short forms, folded, January first; one row a language. */
const MONTHS = `
january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec
januar|janner februar marz|maerz april mai juni juli august september oktober|okt november dezember|dez
enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic
janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre octobre novembre decembre
janeiro fevereiro marco abril maio junho julho agosto setembro|set outubro|out novembro dezembro
gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre
januari februari maart|mrt april mei juni juli augustus september oktober november december
stycznia|styczen lutego|luty marca|marzec kwietnia|kwiecien maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpien wrzesnia|wrzesien pazdziernika|pazdziernik listopada|listopad grudnia|grudzien
января|янв февраля|фев марта|март апреля|апр мая|маи июня|июнь июля|июль августа|авг сентября|сен октября|окт ноября|ноя декабря|дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
januari februari mars april maj juni juli augusti september oktober november december
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर`;
const monthOf = new Map<string, number>();
for (const row of MONTHS.trim().split("\n"))
  for (const [at, names] of row.split(" ").entries())
    for (const name of names.split("|")) monthOf.set(name, at + 1);

const YEAR = String.raw`(?:,?\s?(?:de |del |г\.? )?(?<year>(?:19|20)\d\d)(?!\d))?`;
const NAMED = String.raw`(?<name>[\p{L}\p{M}]{2,12})\.?`;
/** Where every month is written in digits and the order is certain, or the month has a name. */
const certain = [
  /(?<![\d.]|\d-)(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/gu,
  /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日/gu,
  new RegExp(
    String.raw`(?<![\d.,/])(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|e|-го)?\s(?:de |of )?${NAMED}(?![\p{L}\p{M}])${YEAR}`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{M}])${NAMED}\s(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.:%€$£]\d|\d)${YEAR}`,
    "gu",
  ),
  /(?<![\d.,])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2}(?!\d))?(?!\d)/gu,
];
/** Two digits on either side of a single dot are a day in these languages, and a price or a time elsewhere. */
const dotted =
  /(?<![\d.,:€$£])(?<day>\d{2})\.(?<month>0[1-9]|1[0-2])(?![\d.,:]|\s?(?:[€$£%]|eur|usd|uhr|zł|pln|руб|₽|грн|lei|kr|h\b))/gu;
const dottedLanguages = new Set("de pl ru uk ro cs no da fi tr".split(" "));
/** Day or month first: that depends on who writes. */
const slashed =
  /(?<![\d/.-])(?<first>\d{1,2})(?<sign>[/-])(?<second>\d{1,2})(?:\k<sign>(?<year>\d{4}|\d{2}))?(?![\d/-]|\s?(?:stars?|sterne))/gu;
/** A day of the month alone, where only a day can be meant. */
const alone: Record<string, RegExp> = {
  en: /\b(?:on|by|before|for|until|since) the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|parcel|package|order|floor|e?mail|message|attempt|day|item|one|person|delivery|replacement))/gu,
  de: /\b(?:am|bis(?: zum)?|zum|vom|seit dem|(?:fur|auf) den) (?<day>\d{1,2})\.(?!\s?\d|\s(?:mal|tag|versuch|paket|stock)\b)/gu,
  fr: /\b(?:le|du|au) (?<day>\d{1,2})(?:er)?\b(?![.,:/%€$]|\s?(?:e|eme|fois|eur))/gu,
  es: /\bel (?:dia )?(?<day>\d{1,2})\b(?![.,:/%€$ªº])/gu,
  pt: /\b(?:no )?dia (?<day>\d{1,2})\b(?![.,:/%€$])/gu,
  it: /\bil (?:giorno )?(?<day>\d{1,2})\b(?![.,:/%€$])/gu,
  nl: /\bde (?<day>\d{1,2})e\b(?! (?:keer|maal|pakket|bestelling))/gu,
  sv: /\bden (?<day>\d{1,2}):?e?\b(?![.,/%])/gu,
};

/**
 * The days a sentence names, in order of appearance. `folded` as `fold` makes it; `language` (BCP 47) says whether the day or
 * the month comes first in `05/12`: in English nobody knows, so both readings are given.
 */
export function writtenDays(folded: string, language: string): WrittenDay[] {
  if (!/(?<!\d)\d{1,2}(?!\d)/.test(folded)) return [];
  const short = language.slice(0, 2);
  const found: WrittenDay[] = [];
  const patterns = [
    ...certain,
    slashed,
    ...(dottedLanguages.has(short) ? [dotted] : []),
    ...(alone[short] ? [alone[short]] : []),
  ];
  for (const pattern of patterns)
    for (const match of folded.matchAll(pattern)) {
      const readings = readingsOf(match.groups ?? {}, short);
      const end = match.index + match[0].length;
      const taken = found.some(({ at, text }) => match.index < at + text.length && at < end);
      if (readings.length > 0 && !taken) found.push({ at: match.index, text: match[0].trim(), readings });
    }
  return found.toSorted((one, other) => one.at - other.at);
}

function readingsOf(groups: Record<string, string | undefined>, language: string): Day[] {
  const year = groups["year"] ? fullYear(Number(groups["year"])) : null;
  if (groups["first"] && groups["second"]) {
    const [first, second] = [Number(groups["first"]), Number(groups["second"])];
    // A bare "1-2" or "2/3" is a range or a share in every language.
    if (year === null && (groups["sign"] === "-" || groups["first"].length + groups["second"].length < 3))
      return [];
    const dayFirst = { year, month: second, day: first };
    const monthFirst = { year, month: first, day: second };
    const meant =
      language === "ja" || language === "zh"
        ? [monthFirst]
        : language === "en"
          ? [dayFirst, monthFirst]
          : [dayFirst];
    return distinct(meant.filter(exists));
  }
  const month = groups["name"]
    ? monthOf.get(groups["name"])
    : groups["month"]
      ? Number(groups["month"])
      : null;
  if (month === undefined) return [];
  return [{ year, month, day: Number(groups["day"]) }].filter(exists);
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);
const exists = ({ month, day, year }: Day): boolean =>
  day >= 1 &&
  day <= new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate() &&
  (month === null || (month >= 1 && month <= 12));
const distinct = (readings: Day[]): Day[] =>
  readings.filter(
    ({ month, day }, at) => readings.findIndex((one) => one.month === month && one.day === day) === at,
  );

/** Midnight UTC of the day a reading means, in epoch milliseconds: what is not written is chosen nearest to `near`. */
export function meantDay({ year, month, day }: Day, near: number): number {
  const around = new Date(near);
  const candidates: number[] = [];
  for (const step of [-1, 0, 1]) {
    if (month !== null) candidates.push(Date.UTC(year ?? around.getUTCFullYear() + step, month - 1, day));
    else candidates.push(Date.UTC(around.getUTCFullYear(), around.getUTCMonth() + step, day));
  }
  return candidates.reduce((best, one) => (Math.abs(one - near) < Math.abs(best - near) ? one : best));
}

/** Whether a written day is the day of `at`: "maybe" when only some of its readings are. A day has no time zone, so one either way still is. */
export function isDayOf({ readings }: WrittenDay, at: number): "yes" | "no" | "maybe" {
  const start = Math.floor(at / days(1)) * days(1);
  const same = readings.filter((reading) => Math.abs(meantDay(reading, at) - start) <= days(1));
  if (same.length === readings.length) return "yes";
  return same.length === 0 ? "no" : "maybe";
}
