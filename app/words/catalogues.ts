import { formatTag, localeOf, type Locale } from "#app/words/locale.ts";
import { sayIn, type Say, type Words } from "#app/words/say.ts";

type Dictionary = { [key: string]: string | Dictionary };

/** One language's words: ours, and Polaris's own for its components. */
export type Catalogue = { words: Words; polaris: Dictionary };

const provided = new Map<Locale, Catalogue>();
const said = new Map<string, Say>();

/** The server provides all of them at its start, a browser the one it shows before the page wakes up. */
export function provideCatalogue(locale: Locale, catalogue: Catalogue): void {
  provided.set(locale, catalogue);
  said.clear();
}

export function catalogueOf(locale: Locale): Catalogue {
  const catalogue = provided.get(locale);
  if (!catalogue) throw new Error(`No words in ${locale}`);
  return catalogue;
}

/** The words for who reads `tag` (BCP 47); one and the same function for one tag. */
export function sayFor(tag: string): Say {
  const before = said.get(tag);
  if (before) return before;
  const { words } = catalogueOf(localeOf(tag));
  const english = provided.get("en")?.words ?? words;
  const say = sayIn(formatTag(tag), words, { tag: "en", words: english });
  said.set(tag, say);
  return say;
}
