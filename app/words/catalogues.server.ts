import polarisDe from "@shopify/polaris/locales/de.json" with { type: "json" };
import polarisEn from "@shopify/polaris/locales/en.json" with { type: "json" };
import polarisJa from "@shopify/polaris/locales/ja.json" with { type: "json" };
import de from "#app/words/de.json" with { type: "json" };
import en from "#app/words/en.json" with { type: "json" };
import ja from "#app/words/ja.json" with { type: "json" };
import { provideCatalogue, type Catalogue } from "#app/words/catalogues.ts";
import { locales, type Locale } from "#app/words/locale.ts";

const catalogues: Record<Locale, Catalogue> = {
  en: { words: en, polaris: polarisEn },
  de: { words: de, polaris: polarisDe },
  ja: { words: ja, polaris: polarisJa },
};

/** Pages are rendered in any of them. */
export function provideCatalogues(): void {
  for (const locale of locales) provideCatalogue(locale, catalogues[locale]);
}
