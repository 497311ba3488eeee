/**
 * Postal codes as the Universal Postal Union's member pages write them (upu.int, postal addressing systems), without spaces and
 * hyphens. `always`: an address of the country has one. Countries that are not here are not judged.
 */
type Rule = { pattern: RegExp; always: boolean };

const digits = (count: number): RegExp => new RegExp(`^\\d{${count}}$`);
const FOUR = digits(4);
const FIVE = digits(5);
const SIX = digits(6);
const always = (pattern: RegExp): Rule => ({ pattern, always: true });
const sometimes = (pattern: RegExp): Rule => ({ pattern, always: false });

const rules: Record<string, Rule> = {
  AT: always(FOUR),
  AU: always(FOUR),
  BE: always(FOUR),
  BG: always(FOUR),
  BR: always(digits(8)),
  CA: always(/^[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z]\d[A-CEGHJ-NPR-TV-Z]\d$/),
  CH: always(FOUR),
  CN: sometimes(SIX),
  CY: sometimes(FOUR),
  CZ: always(/^[1-7]\d{4}$/),
  DE: always(FIVE),
  DK: always(FOUR),
  EE: always(FIVE),
  ES: always(/^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/),
  FI: always(FIVE),
  FR: always(FIVE),
  GB: always(/^(?:[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|GIR0AA|BFPO\d{1,4})$/),
  GR: always(FIVE),
  HR: always(FIVE),
  HU: always(FOUR),
  IL: sometimes(/^\d{5}(?:\d{2})?$/),
  IN: always(/^[1-9]\d{5}$/),
  IT: always(FIVE),
  JP: always(digits(7)),
  KR: sometimes(/^\d{5,6}$/),
  LT: always(/^(?:LT)?\d{5}$/),
  LU: always(/^L?\d{4}$/),
  LV: always(/^(?:LV)?\d{4}$/),
  MX: always(FIVE),
  MY: always(FIVE),
  NL: always(/^[1-9]\d{3}[A-Z]{2}$/),
  NO: always(FOUR),
  NZ: always(FOUR),
  PL: always(FIVE),
  PT: always(/^[1-9]\d{3}(?:\d{3})?$/),
  RO: sometimes(SIX),
  SE: always(FIVE),
  SG: always(SIX),
  SI: always(FOUR),
  SK: always(/^[089]\d{4}$/),
  TH: sometimes(FIVE),
  TR: sometimes(FIVE),
  TW: sometimes(/^\d{3}(?:\d{2,3})?$/),
  US: always(/^\d{5}(?:\d{4})?$/),
  ZA: sometimes(FOUR),
};

export type PostalCode = "fits" | "missing" | "unlike_country" | "not_judged";

/** Whether a postal code is one of the country, by its form alone. Full-width digits and "D-10115" are as good. */
export function judgePostalCode(country: string, zip: string | null | undefined): PostalCode {
  const rule = rules[country];
  if (!rule) return "not_judged";
  const written = (zip ?? "").normalize("NFKC").toUpperCase().trim();
  const plain = written
    .replace(/^[A-Z]{1,3}\s*-\s*(?=\d)/, "")
    .replaceAll(/[\s.\-\u2010-\u2015\u2212ー〒]/g, "");
  if (plain === "") return rule.always ? "missing" : "fits";
  return rule.pattern.test(plain) ? "fits" : "unlike_country";
}

/** Whether addresses of a country always have a postal code and a city. */
export const needsCity = (country: string): boolean =>
  rules[country]?.always === true && !NO_CITY.has(country);
/** The city stands in another field, or is the country. */
const NO_CITY = new Set(["JP", "SG"]);
