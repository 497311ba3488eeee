import { composedLanguage, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

const LINES: Record<ComposedLanguage, (name: string) => string> = {
  en: (name) => `Drafted with AI, checked by ${name}.`,
  de: (name) => `Mit KI entworfen, geprüft von ${name}.`,
  es: (name) => `Redactado con IA, revisado por ${name}.`,
  fr: (name) => `Rédigé avec l’aide d’une IA, vérifié par ${name}.`,
  pt: (name) => `Redigido com IA, revisado por ${name}.`,
  it: (name) => `Testo preparato con l’IA, verificato da ${name}.`,
  nl: (name) => `Opgesteld met AI, gecontroleerd door ${name}.`,
  ja: (name) => `AIで下書きし、${name}が確認しました。`,
};

/** Runs of this many words that two texts share were not written anew by chance. */
const RUN = 4;
/**
 * Japanese is written without spaces and a segmenter cuts its polite endings small (いた|だき|ます): so many pieces are no
 * more than the words of a run elsewhere.
 */
const RUN_OF_PIECES = 8;
const UNSPACED = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;
const japaneseWords = new Intl.Segmenter("ja", { granularity: "word" });
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
      const unspaced = UNSPACED.test(paragraph);
      const words = unspaced ? piecesOf(paragraph) : (paragraph.match(/[\p{L}\p{N}]+/gu) ?? []);
      const run = unspaced ? RUN_OF_PIECES : RUN;
      return words
        .slice(0, Math.max(words.length - run + 1, 0))
        .map((_, start) => words.slice(start, start + run).join(" "));
    });
}

const piecesOf = (paragraph: string) =>
  Array.from(japaneseWords.segment(paragraph))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
