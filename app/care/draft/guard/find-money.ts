import { WORD_END, WORD_START } from "#app/care/draft/guard/letters.ts";

/** An amount with its currency; `currencies` are the codes that the symbol can stand for. */
export type MoneyMention = { text: string; start: number; amount: number; currencies: string[] };

const SYMBOLS: Record<string, string[]> = {
  "€": ["EUR"],
  euro: ["EUR"],
  euros: ["EUR"],
  "£": ["GBP"],
  "£gb": ["GBP"],
  pound: ["GBP"],
  pounds: ["GBP"],
  libras: ["GBP"],
  sterline: ["GBP"],
  ponden: ["GBP"],
  ポンド: ["GBP"],
  ユーロ: ["EUR"],
  ドル: ["USD", "CAD", "AUD"],
  pfund: ["GBP"],
  livres: ["GBP"],
  "¥": ["JPY", "CNY"],
  "jp¥": ["JPY"],
  yen: ["JPY"],
  yenes: ["JPY"],
  ienes: ["JPY"],
  円: ["JPY"],
  us$: ["USD"],
  $us: ["USD"],
  r$: ["BRL"],
  reais: ["BRL"],
  a$: ["AUD"],
  ca$: ["CAD"],
  $ca: ["CAD"],
  $au: ["AUD"],
  mx$: ["MXN"],
  $mx: ["MXN"],
  dollar: ["USD", "CAD", "AUD"],
  dollars: ["USD", "CAD", "AUD"],
  dólares: ["USD", "CAD", "AUD"],
  dollari: ["USD", "CAD", "AUD"],
  $: ["USD", "CAD", "AUD", "MXN", "NZD", "SGD", "HKD", "CLP", "COP", "ARS"],
};
const CODES = new Set(Intl.supportedValuesOf("currency"));
const escape = (text: string) => text.replaceAll("$", String.raw`\$`);
const UNIT = [
  ...Object.keys(SYMBOLS)
    .toSorted((a, b) => b.length - a.length)
    .map(escape),
  String.raw`[A-Z]{3}(?![\p{L}])`,
].join("|");
/** Digits with the group and decimal marks of the languages written, spaces between groups of three included. */
export const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`;
const BEFORE = new RegExp(
  String.raw`${WORD_START}(?<!\p{Sc})(?<unit>${UNIT})[ \u00a0\u202f]?(?<number>${NUMBER})`,
  "giu",
);
const AFTER = new RegExp(
  String.raw`${WORD_START}(?<![.,])(?<number>${NUMBER})[ \u00a0\u202f]?(?<unit>${UNIT})${WORD_END}`,
  "giu",
);

/** Every amount of money in a text. */
export function findMoney(text: string): MoneyMention[] {
  if (!/\d/u.test(text)) return [];
  const found = [...text.matchAll(BEFORE), ...text.matchAll(AFTER)].flatMap((match): MoneyMention[] => {
    const currencies = currenciesOf(match.groups?.["unit"] ?? "");
    if (currencies.length === 0) return [];
    return [
      { text: match[0], start: match.index, amount: readNumber(match.groups?.["number"] ?? ""), currencies },
    ];
  });
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          end(other) >= end(one) &&
          other.text.length > one.text.length,
      ),
  );
}

const end = ({ start, text }: MoneyMention) => start + text.length;

function currenciesOf(unit: string): string[] {
  const code = unit.toUpperCase();
  return SYMBOLS[unit.toLowerCase()] ?? (CODES.has(code) && unit === code ? [code] : []);
}

/** "1.234,50", "1,234.50", "1 234,50" and "1234.5" are one number; a mark before exactly three digits groups them. */
export function readNumber(written: string): number {
  const plain = written.replaceAll(/[ \u00a0\u202f'’]/gu, "");
  const decimal = /[.,](\d{1,2})$/u.exec(plain);
  const whole = (decimal ? plain.slice(0, decimal.index) : plain).replaceAll(/[.,]/gu, "");
  return Number(decimal ? `${whole}.${decimal[1]}` : whole);
}
