import polarisDe from "@shopify/polaris/locales/de.json?url";
import polarisEn from "@shopify/polaris/locales/en.json?url";
import polarisEs from "@shopify/polaris/locales/es.json?url";
import polarisFr from "@shopify/polaris/locales/fr.json?url";
import polarisJa from "@shopify/polaris/locales/ja.json?url";
import polarisPt from "@shopify/polaris/locales/pt-BR.json?url";
import de from "#app/words/de.json?url";
import en from "#app/words/en.json?url";
import es from "#app/words/es.json?url";
import fr from "#app/words/fr.json?url";
import ja from "#app/words/ja.json?url";
import pt from "#app/words/pt.json?url";
import type { Catalogue } from "#app/words/catalogues.ts";
import { localeOf, type Locale } from "#app/words/locale.ts";

/** Where a browser gets a language's words: files that it keeps for good, as their names change with what is in them. */
type Files = { words: string; polaris: string };
const files: Record<Locale, Files> = {
  en: { words: en, polaris: polarisEn },
  de: { words: de, polaris: polarisDe },
  es: { words: es, polaris: polarisEs },
  fr: { words: fr, polaris: polarisFr },
  ja: { words: ja, polaris: polarisJa },
  pt: { words: pt, polaris: polarisPt },
};

export const catalogueFiles = (tag: string): Files => files[localeOf(tag)];

/** The words of a page, before it wakes up: it is there to be read meanwhile. A connection that is lost comes back. */
export async function fetchCatalogue(tag: string): Promise<Catalogue> {
  const { words, polaris } = catalogueFiles(tag);
  const [ours, theirs] = await Promise.all([fetchFile(words), fetchFile(polaris)]);
  return {
    words: { has: (key) => Object.hasOwn(ours, key), read: (key) => ours[key] },
    polaris: theirs,
  };
}

const RETRY_MS = 1_000;

async function fetchFile(url: string): Promise<Record<string, never>> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return (await answer.json()) as Record<string, never>;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
