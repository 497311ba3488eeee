import { kept } from "#app/lib/kept.ts";
import type { Money } from "#app/mirror/order.ts";

/** How values are written for one shopper: BCP 47 locale, the shop's IANA time zone, and the clock's now. */
export type Format = { locale: string; timeZone: string; now: Date };

/** The calendar day of an instant where the shop is, as 2026-03-12. */
export function localDay(iso: string, timeZone: string): string {
  const part = Object.fromEntries(
    dayFormat(timeZone)
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  );
  return `${part["year"]}-${part["month"]}-${part["day"]}`;
}

const dayFormat = kept(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }),
);

/** "12 March", with the year only when it is not this year. French writes the first as "1er", Italian as "1º". */
export function formatDate(iso: string, { locale, timeZone, now }: Format): string {
  const sameYear = localDay(iso, timeZone).slice(0, 4) === localDay(now.toISOString(), timeZone).slice(0, 4);
  const written = dateFormat(locale, timeZone, sameYear).format(new Date(iso));
  if (locale.startsWith("fr")) return written.replace(/^1(?= )/u, "1er");
  return locale.startsWith("it") ? written.replace(/^1(?= )/u, "1º") : written;
}

const dateFormat = kept(
  (locale: string, timeZone: string, sameYear: boolean) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      day: "numeric",
      month: "long",
      ...(sameYear ? {} : { year: "numeric" }),
    }),
);
const moneyFormat = kept(
  (locale: string, currency: string) => new Intl.NumberFormat(locale, { style: "currency", currency }),
);
const yenFormat = kept((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const listFormat = kept(
  (locale: string, type: "conjunction" | "disjunction") => new Intl.ListFormat(locale, { type }),
);

/** Money in the shopper's locale; the currency decides the decimals (yen have none). Japanese prose writes yen as 4,800円. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  if (currency === "JPY" && isJapanese(locale)) return `${yenFormat(locale).format(Number(amount))}円`;
  return moneyFormat(locale, currency).format(Number(amount));
}

/** The amount as the guard compares it: "59.90 EUR", "4800 JPY". */
export function rawMoney({ amount, currency }: Money): string {
  const digits = moneyFormat("en", currency).resolvedOptions().maximumFractionDigits ?? 2;
  return `${Number(amount).toFixed(digits)} ${currency}`;
}

/** "#1001 (12 March)": a note beside what it is about, in the brackets of the language. */
export function formatNoted(text: string, note: string, locale: string): string {
  return isJapanese(locale) ? `${text}（${note}）` : `${text} (${note})`;
}

/** "2 × Mug"; Japanese counts after the thing. */
export function formatCounted(count: number, thing: string, locale: string): string {
  return isJapanese(locale) ? `${thing} × ${count}` : `${count} × ${thing}`;
}

const isJapanese = (locale: string) => locale.toLowerCase().split("-")[0] === "ja";

export function formatList(
  items: string[],
  locale: string,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return listFormat(locale, type).format(items);
}

/**
 * The locale for dates and money: the order's own when it is of the reply's language (en-US against en-GB), else the
 * language alone. An unknown tag falls back to English.
 */
export function localeFor(language: string, orderLocale: string | null | undefined): string {
  const candidate = orderLocale?.replace("_", "-");
  const same = candidate?.toLowerCase().split("-")[0] === language;
  const tag = same && candidate ? candidate : language;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
