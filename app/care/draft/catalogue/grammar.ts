import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

/** What a catalogue cannot say sentence by sentence: how sentences meet, and how a value changes the word before it. */

const LOWER_IN_GERMAN =
  "Alles Als Am Aus Bei Bis Bitte Damit Danke Das Dein Deine Der Die Du Ein Eine Einen Es Für Hier In Jemand Könntest Laut Nach Schon Seit So Sobald Um Unser Unter Viel Vielen Was Welche Welchen Wenn Wir Zu Zum Zur Zuletzt Mit";
const LOWER_IN_ITALIAN =
  "Abbiamo Avevamo Che Ci Con Controlleremo Da Dal Dall’ È Finché Grazie Ha Hai Il In L’etichetta L’indirizzo L’ordine L’ultima L’ultimo La Le Nei Per Perché Potrebbe Potresti Quale Quello Se Secondo Sei Si Ti Una Verificheremo Vorrebbe Vorresti";
const LOWER: Partial<Record<ComposedLanguage, ReadonlySet<string>>> = {
  de: new Set(LOWER_IN_GERMAN.split(" ")),
  it: new Set(LOWER_IN_ITALIAN.split(" ")),
};

/**
 * After the greeting's comma German and Italian go on in lower case, except for names, German nouns and the formal Sie:
 * only words that are none of these are listed.
 */
export function goOnAfterGreeting(text: string, language: ComposedLanguage): string {
  const [first = ""] = text.split(/[\s,:]/u);
  return LOWER[language]?.has(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const ELIDED: Record<string, string> = { il: "l’", al: "all’", dal: "dall’", del: "dell’" };
/** Before otto and undici, however they are written, the article loses its vowel: "dall’11 marzo", never "dal 11 marzo". */
const BEFORE_A_VOWEL = /(?<!\p{L})(?<article>il|al|dal|del) (?=(?:8|11) \p{L})/giu;

/** A sentence with its values in it, as the language joins them. */
export function joinValues(text: string, language: ComposedLanguage): string {
  if (language !== "it") return text;
  return text.replaceAll(BEFORE_A_VOWEL, (found, article: string) => {
    const elided = ELIDED[article.toLowerCase()] ?? found;
    return article.charAt(0) === article.charAt(0).toLowerCase()
      ? elided
      : elided.charAt(0).toUpperCase() + elided.slice(1);
  });
}

/** Sentences of one paragraph. What follows a link stands on its own line, so that no mail program swallows it into the link. */
export function joinSentences(texts: string[], language: string): string {
  const space = language === "ja" ? "" : " ";
  return texts.reduce((whole, text) => `${whole}${/https?:\S+$/u.test(whole) ? "\n" : space}${text}`);
}
