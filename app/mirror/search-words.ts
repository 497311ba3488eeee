/** PostgreSQL's stemmers for the languages that Attune writes. Japanese has none: its words are found here and kept as they are. */
const CONFIGURATIONS: Record<string, string> = {
  en: "pg_catalog.english",
  de: "pg_catalog.german",
  es: "pg_catalog.spanish",
  fr: "pg_catalog.french",
  pt: "pg_catalog.portuguese",
  it: "pg_catalog.italian",
  nl: "pg_catalog.dutch",
  ja: "pg_catalog.simple",
};
export const searchedLanguages = Object.keys(CONFIGURATIONS);

/** The configurations a text is indexed with: that of its language, or all where it is not known. */
export function configurationsOf(language: string | null): string[] {
  const known = language === null ? undefined : CONFIGURATIONS[baseOf(language)];
  return known ? [known] : Object.values(CONFIGURATIONS);
}

/** The configuration a question is asked with; null for a language in which nothing is indexed. */
export function configurationFor(language: string): string | null {
  return CONFIGURATIONS[baseOf(language)] ?? null;
}

const baseOf = (language: string) => language.toLowerCase().split("-")[0] ?? "";

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
/** Particles and endings: が, です. */
const EMPTY = /^\p{Script=Hiragana}{1,2}$/u;

/**
 * A text as the full-text parser can read it: in lower case, which a database in the C locale does not make of Ä, and Japanese
 * with spaces between its words.
 */
export function searchableText(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  if (!JAPANESE.test(plain)) return plain;
  return [...WORDS.segment(plain)]
    .filter(({ segment, isWordLike }) => isWordLike && !EMPTY.test(segment))
    .map(({ segment }) => segment)
    .join(" ");
}
