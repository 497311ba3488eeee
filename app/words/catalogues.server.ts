import polarisEn from "@shopify/polaris/locales/en.json" with { type: "json" };
import en from "#app/words/en.json" with { type: "json" };
import { provideCatalogue, type Catalogue } from "#app/words/catalogues.ts";
import { locales, type Locale } from "#app/words/locale.ts";

const catalogues: Record<Locale, Catalogue> = { en: { words: en, polaris: polarisEn } };

/** Pages are rendered in any of them. */
export function provideCatalogues(): void {
  for (const locale of locales) provideCatalogue(locale, catalogues[locale]);
}
