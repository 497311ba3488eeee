import polarisDe from "@shopify/polaris/locales/de.json" with { type: "json" };
import polarisEn from "@shopify/polaris/locales/en.json" with { type: "json" };
import polarisEs from "@shopify/polaris/locales/es.json" with { type: "json" };
import polarisFr from "@shopify/polaris/locales/fr.json" with { type: "json" };
import polarisJa from "@shopify/polaris/locales/ja.json" with { type: "json" };
import polarisPt from "@shopify/polaris/locales/pt-BR.json" with { type: "json" };
import de from "#app/words/de.json" with { type: "json" };
import en from "#app/words/en.json" with { type: "json" };
import es from "#app/words/es.json" with { type: "json" };
import fr from "#app/words/fr.json" with { type: "json" };
import ja from "#app/words/ja.json" with { type: "json" };
import pt from "#app/words/pt.json" with { type: "json" };
import { provideCatalogue, type Catalogue } from "#app/words/catalogues.ts";
import { locales, type Locale } from "#app/words/locale.ts";
import { writtenWords } from "#app/words/written-words.ts";

const catalogues: Record<Locale, Catalogue> = {
  en: { words: writtenWords("en", en), polaris: polarisEn },
  de: { words: writtenWords("de", de), polaris: polarisDe },
  es: { words: writtenWords("es", es), polaris: polarisEs },
  fr: { words: writtenWords("fr", fr), polaris: polarisFr },
  ja: { words: writtenWords("ja", ja), polaris: polarisJa },
  pt: { words: writtenWords("pt", pt), polaris: polarisPt },
};

/** Pages are rendered in any of them. */
export function provideCatalogues(): void {
  for (const locale of locales) provideCatalogue(locale, catalogues[locale]);
}
