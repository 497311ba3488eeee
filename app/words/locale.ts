/** The languages that the admin's words are written in, the first one of them complete by definition. */
export const locales = ["en", "de", "ja"] as const;
export type Locale = (typeof locales)[number];

/** Shopify's admin says the merchant's language in the address that it loads ("de", "pt-BR"); a browser in its headers ("ja,en;q=0.8"). */
export function tagOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get("locale");
  const preferred = request.headers.get("accept-language")?.split(",")[0]?.split(";")[0];
  return wellFormed(asked) ?? wellFormed(preferred) ?? "en";
}

function wellFormed(tag: string | null | undefined): string | null {
  try {
    return (tag && Intl.getCanonicalLocales(tag.trim())[0]) || null;
  } catch {
    return null;
  }
}

/** The words that a language tag (BCP 47) is served with: its own language's, else English ones. */
export function localeOf(tag: string): Locale {
  const language = tag.toLowerCase().split("-")[0];
  return locales.find((locale) => locale === language) ?? "en";
}

/** The tag that numbers and dates are written by: the reader's own where the words are in that language, else the words'. */
export const formatTag = (tag: string): string => {
  const locale = localeOf(tag);
  return tag.toLowerCase().split("-")[0] === locale ? tag : locale;
};
