/** A day as a text names it; no year when the text gives none. `others` are what else the digits could mean (3/12). */
export type DateMention = {
  text: string;
  start: number;
  readings: { year: number | null; month: number; day: number }[];
};

/** Month names and safe abbreviations of the languages written, folded: no accents, lower case. */
const MONTHS: string[][] = [
  ["january", "januar", "janner", "janvier", "enero", "janeiro", "jan", "gennaio", "januari", "gen"],
  ["february", "februar", "feber", "fevrier", "febrero", "fevereiro", "feb", "fev", "febbraio", "februari"],
  ["march", "marz", "mars", "marzo", "marco", "mar", "mrz", "maart", "mrt"],
  ["april", "avril", "abril", "apr", "avr", "abr", "aprile"],
  ["may", "mai", "mayo", "maio", "maggio", "mei"],
  ["june", "juni", "juin", "junio", "junho", "jun", "giugno", "giu"],
  ["july", "juli", "juillet", "julio", "julho", "jul", "luglio", "lug"],
  ["august", "aout", "agosto", "aug", "augustus"],
  ["september", "septembre", "septiembre", "setiembre", "setembro", "sept", "sep", "settembre"],
  ["october", "oktober", "octobre", "octubre", "outubro", "oct", "okt", "ottobre", "ott"],
  ["november", "novembre", "noviembre", "novembro", "nov"],
  ["december", "dezember", "decembre", "diciembre", "dezembro", "dec", "dez", "dic", "dicembre"],
];
const monthOf = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAMES = [...monthOf.keys()].toSorted((a, b) => b.length - a.length).join("|");

const DAY_FIRST = String.raw`(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|e|º|ª|°)?\s*(?:de\s+|of\s+)?(?<month>${NAMES})(?!\p{L})\.?(?:,?\s*(?:de\s+)?(?<year>\d{4})(?!\d))?`;
const MONTH_FIRST = String.raw`(?<month2>${NAMES})\.?\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year2>\d{4})(?!\d))?`;
const ISO = String.raw`(?<year3>\d{4})[-/](?<month3>\d{1,2})[-/](?<day3>\d{1,2})(?!\d)`;
const NUMERIC = String.raw`(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?<year4>\d{4}|\d{2})(?!\d)|(?<a2>\d{1,2})\.(?<b2>\d{1,2})\.(?!\d)|(?<a3>\d{1,2})\/(?<b3>\d{1,2})(?![\d/])`;
const ANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?:${ISO}|${DAY_FIRST}|${MONTH_FIRST}|${NUMERIC})`,
  "giu",
);

const JAPANESE = /(?:(?<year>\d{4})年\s?)?(?<![\d.,])(?<month>\d{1,2})月\s?(?<day>\d{1,2})日/gu;

/** Every date in a text, however one of the languages writes it. */
export function findDates(text: string): DateMention[] {
  if (!/\d/u.test(text)) return [];
  const japanese = text.includes("月") ? [...text.matchAll(JAPANESE)] : [];
  return [...fold(text).matchAll(ANY), ...japanese].map((match) => ({
    text: text.slice(match.index, match.index + match[0].length),
    start: match.index,
    readings: readingsOf(match.groups ?? {}),
  }));
}

/** Does a mention name this calendar day (2026-03-12)? */
export function isDay({ readings }: DateMention, day: string): boolean {
  const [year, month, date] = day.split("-").map(Number);
  return readings.some(
    (one) => one.month === month && one.day === date && (one.year === null || one.year === year),
  );
}

function readingsOf(groups: Record<string, string | undefined>): DateMention["readings"] {
  const year = yearOf(groups["year"] ?? groups["year2"] ?? groups["year3"] ?? groups["year4"]);
  const name = groups["month"] ?? groups["month2"];
  // A Japanese date names its month in digits.
  if (name)
    return [
      {
        year,
        month: monthOf.get(name.toLowerCase()) ?? Number(name),
        day: Number(groups["day"] ?? groups["day2"]),
      },
    ];
  if (groups["month3"]) return [{ year, month: Number(groups["month3"]), day: Number(groups["day3"]) }];
  const a = Number(groups["a"] ?? groups["a2"] ?? groups["a3"]);
  const b = Number(groups["b"] ?? groups["b2"] ?? groups["b3"]);
  const dayFirst = { year, month: b, day: a };
  // A dot is day first everywhere; a slash is day first or, in the United States, month first.
  return groups["sep"] === "." || groups["a2"] ? [dayFirst] : [dayFirst, { year, month: a, day: b }];
}

function yearOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Removes accents one code unit at a time, so that offsets stay those of the text. */
function fold(text: string): string {
  return text.replaceAll(/[\u00c0-\u017f]/gu, (char) => char.normalize("NFD").charAt(0));
}
