import { composedLanguage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

const LINES: Record<ComposedLanguage, (name: string) => string> = {
  en: (name) => `Drafted with AI, checked by ${name}.`,
  de: (name) => `Mit KI entworfen, geprüft von ${name}.`,
  es: (name) => `Redactado con IA, revisado por ${name}.`,
  fr: (name) => `Rédigé avec l’aide d’une IA, vérifié par ${name}.`,
  pt: (name) => `Redigido com IA, revisado por ${name}.`,
};

/** Runs of this many words that two texts share were not written anew by chance. */
const RUN = 4;
/** With less than this share of its runs from the draft, a text is the person's own. */
const OWN_BELOW = 0.15;

/**
 * The honest line under a sent message, or null when a person wrote it all. It stands apart from the text, so that an edit
 * cannot remove it. `name` is the person's, an alias allowed; `language` the reply's.
 */
export function makerLine(given: {
  language: string;
  name: string;
  draftText: string;
  sentText: string;
}): string | null {
  if (isOwnWork(given.draftText, given.sentText)) return null;
  return LINES[composedLanguage(given.language)](given.name.replaceAll(/[\p{C}\s]+/gu, " ").trim());
}

/**
 * Did a person write this anew? Decided by comparing what is sent with the draft: words they kept from it are the draft's.
 * Greeting and closing formulas of a few words are nobody's. A text too short to tell counts as the draft's.
 */
export function isOwnWork(draftText: string, sentText: string): boolean {
  if (draftText.trim() === "") return true;
  const sent = runs(sentText);
  if (sent.length === 0) return false;
  const drafted = new Set(runs(draftText));
  const kept = sent.filter((run) => drafted.has(run)).length;
  return kept / sent.length < OWN_BELOW;
}

/** Runs of words within a paragraph. */
function runs(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\n+/u)
    .flatMap((paragraph) => {
      const words = paragraph.match(/[\p{L}\p{N}]+/gu) ?? [];
      return words
        .slice(0, Math.max(words.length - RUN + 1, 0))
        .map((_, start) => words.slice(start, start + RUN).join(" "));
    });
}
