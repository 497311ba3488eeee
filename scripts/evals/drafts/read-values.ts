/**
 * What a text states in figures, read without any code of the app's own guard: the eval does not let the guard mark its own paper.
 * Days as `MM-DD`, or `YYYY-MM-DD` with a year; amounts as `59.9 EUR`.
 */
export type Stated = {
  links: string[];
  addresses: string[];
  days: string[];
  money: string[];
  numbers: string[];
};

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"）」]+/giu;
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const NUMBER = /\d+(?:[.,’'\u00a0\u202f ]\d{3})*(?:[.,]\d+)?/u;

const CURRENCIES: Record<string, string[]> = {
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
  円: ["JPY"],
  R$: ["BRL"],
  US$: ["USD"],
  MX$: ["MXN"],
  $: ["USD", "MXN", "CAD", "AUD"],
  "₴": ["UAH"],
  "₺": ["TRY"],
  "₩": ["KRW"],
  kr: ["SEK", "DKK", "NOK"],
  zł: ["PLN"],
  lei: ["RON"],
};
const CODES = "EUR|GBP|USD|JPY|CHF|MXN|BRL|PLN|SEK|DKK|NOK|CZK|TRY|UAH|KRW|CNY|RON|CAD|AUD";
const UNIT = `(?:${CODES}|US\\$|MX\\$|R\\$|[€£¥￥$₴₺₩]|円|(?:kr|zł|lei)(?!\\p{L}))`;
const MONEY = new RegExp(
  `(?<before>${UNIT})[\\s\u00a0\u202f]?(?<one>${NUMBER.source})|(?<other>${NUMBER.source})[\\s\u00a0\u202f]?(?<after>${UNIT})`,
  "gu",
);

/** `known` are the record's own words that hold figures (a title, an order's number): they are no statement of their own. */
export function statedIn(text: string, { language, known }: { language: string; known: string[] }): Stated {
  const stated: Stated = { links: [], addresses: [], days: [], money: [], numbers: [] };
  let rest = take(text, LINK, ([link]) => stated.links.push(link.replace(/[.,!?;:)。、]+$/u, "")));
  rest = take(rest, ADDRESS, ([address]) => stated.addresses.push(address.toLowerCase()));
  for (const word of known.toSorted((one, other) => other.length - one.length))
    if (word) rest = rest.replaceAll(word, " ");
  rest = take(rest, MONEY, ({ groups = {} }) => {
    const value = amount(groups["one"] ?? groups["other"] ?? "");
    const unit = groups["before"] ?? groups["after"] ?? "";
    stated.money.push(`${value} ${(CURRENCIES[unit] ?? [unit]).join("/")}`);
  });
  for (const { pattern, day } of datePatterns(language))
    rest = take(rest, pattern, (match) => stated.days.push(day(match)));
  take(rest, /\p{Nd}+(?:[.,]\p{Nd}+)*/gu, ([number]) => stated.numbers.push(number));
  return stated;
}

/** Hands every match over and leaves a gap in its place. */
function take(text: string, pattern: RegExp, seen: (match: RegExpMatchArray) => unknown): string {
  for (const match of text.matchAll(pattern)) seen(match);
  return text.replaceAll(pattern, " · ");
}

/** "1.234,50", "1 234,50", "1,234.50" and "1234" as a plain number: the last separator is the decimals' when one or two digits follow. */
export function amount(written: string): number {
  const plain = written.replaceAll(/[\s\u00a0\u202f’']/gu, "");
  const [, whole = plain, decimals = ""] = /^(.*)[.,](\d{1,2})$/u.exec(plain) ?? [];
  return Number(`${whole.replaceAll(/[.,]/gu, "")}.${decimals || "0"}`);
}

type DatePattern = { pattern: RegExp; day: (match: RegExpMatchArray) => string };
const cache = new Map<string, DatePattern[]>();

/** A day and a month's name in either order, the Japanese way, and in figures. */
function datePatterns(language: string): DatePattern[] {
  const kept = cache.get(language) ?? makeDatePatterns(language);
  cache.set(language, kept);
  return kept;
}

function makeDatePatterns(language: string): DatePattern[] {
  const months = monthNames(language);
  const names = [...months.keys()].toSorted((one, other) => other.length - one.length).join("|");
  const month = ({ groups = {} }: RegExpMatchArray) => months.get((groups["month"] ?? "").toLowerCase()) ?? 0;
  const written = (match: RegExpMatchArray, at: number) => {
    const { day = "", year } = match.groups ?? {};
    const rest = `${String(at).padStart(2, "0")}-${day.padStart(2, "0")}`;
    return year ? `${year}-${rest}` : rest;
  };
  const year = String.raw`(?:,?\s(?:de\s|del\s)?(?<year>\d{4}))?`;
  const named = (source: string): DatePattern => ({
    pattern: new RegExp(source, "giu"),
    day: (match) => written(match, month(match)),
  });
  const inFigures = (source: string): DatePattern => ({
    pattern: new RegExp(source, "gu"),
    day: (match) => written(match, Number(match.groups?.["at"] ?? 0)),
  });
  return [
    named(
      String.raw`\b(?<day>\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s(?:de\s|d['’])?(?<month>${names})(?!\p{L})${year}`,
    ),
    named(String.raw`(?<!\p{L})(?<month>${names})\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)${year}`),
    inFigures(String.raw`(?:(?<year>\d{4})年)?(?<at>\d{1,2})月(?<day>\d{1,2})日`),
    inFigures(String.raw`\b(?<year>\d{4})-(?<at>\d\d)-(?<day>\d\d)\b`),
    inFigures(
      String.raw`(?<![\d.,/])(?<day>[0-2]?\d|3[01])[./](?<at>0?[1-9]|1[0-2])(?:[./](?<year>\d{4})|\.)?(?![\d,/])`,
    ),
  ];
}

function monthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of new Set([language, "en"]))
    for (const style of ["long", "short"] as const)
      for (let at = 0; at < 12; at++) {
        // With a day beside it: many languages bend the month's name then.
        const parts = new Intl.DateTimeFormat(locale, {
          day: "numeric",
          month: style,
          timeZone: "UTC",
        }).formatToParts(Date.UTC(2026, at, 15));
        const name = parts
          .find(({ type }) => type === "month")
          ?.value.replace(/\.$/u, "")
          .toLowerCase();
        if (name && /^\p{L}+$/u.test(name)) names.set(name, at + 1);
      }
  return names;
}
