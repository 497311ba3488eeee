import { IntlMessageFormat } from "intl-messageformat";
import de from "#app/care/draft/catalogue/de.json" with { type: "json" };
import en from "#app/care/draft/catalogue/en.json" with { type: "json" };
import es from "#app/care/draft/catalogue/es.json" with { type: "json" };
import fr from "#app/care/draft/catalogue/fr.json" with { type: "json" };
import it from "#app/care/draft/catalogue/it.json" with { type: "json" };
import ja from "#app/care/draft/catalogue/ja.json" with { type: "json" };
import nl from "#app/care/draft/catalogue/nl.json" with { type: "json" };
import pt from "#app/care/draft/catalogue/pt.json" with { type: "json" };

/**
 * The sentences the composer can write: ICU messages in JSON files that a native speaker edits. A list holds variants
 * that say the same. `v` is the form of address (formal or friendly); a placeholder without a fact is "none".
 */
export type MessageKey = keyof typeof en;
type Catalogue = Record<MessageKey, string | string[]>;

const catalogues = { en, de, es, fr, pt, it, nl, ja } satisfies Record<string, Catalogue>;
export type ComposedLanguage = keyof typeof catalogues;
export const composedLanguages = Object.keys(catalogues) as ComposedLanguage[];
export const messageKeys = Object.keys(en) as MessageKey[];

/** The language the composer answers in: the writer's when it has a catalogue, else English. */
export function composedLanguage(language: string | null | undefined): ComposedLanguage {
  const base = language?.toLowerCase().split("-")[0];
  return composedLanguages.find((known) => known === base) ?? "en";
}

const parsed = new Map<string, IntlMessageFormat>();
const ICU = { ignoreTag: true };

/** One message filled. `pick` chooses among variants: the same pick gives the same words. */
export function renderMessage(
  key: MessageKey,
  given: { language: ComposedLanguage; pick: number; values: Record<string, string | number> },
): string {
  const catalogue: Catalogue = catalogues[given.language];
  const entry = catalogue[key];
  const variants = typeof entry === "string" ? [entry] : entry;
  const message = variants[given.pick % variants.length];
  if (message === undefined) throw new Error(`No message ${key} in ${given.language}`);
  const id = `${given.language}|${message}`;
  const format = parsed.get(id) ?? new IntlMessageFormat(message, given.language, undefined, ICU);
  parsed.set(id, format);
  return String(format.format(given.values));
}

/** A message as it is written, its first variant, for who must know what it says and not say it. */
export function messageSource(key: MessageKey, language: ComposedLanguage): string {
  const catalogue: Catalogue = catalogues[language];
  return [catalogue[key]].flat()[0] ?? "";
}

/** What a message says around its values, in all its variants and branches. */
export function messagePieces(key: MessageKey, language: ComposedLanguage): string[] {
  const catalogue: Catalogue = catalogues[language];
  const variants = [catalogue[key]].flat();
  return variants.flatMap((one) => piecesIn(new IntlMessageFormat(one, language, undefined, ICU).getAst()));
}

/** The parser's number for words that stand as they are (`TYPE.literal`). */
const LITERAL = 0;
type Pieces = ReturnType<IntlMessageFormat["getAst"]>;

const piecesIn = (elements: Pieces): string[] =>
  elements.flatMap((element) => {
    if ("options" in element) return Object.values(element.options).flatMap(({ value }) => piecesIn(value));
    return element.type === LITERAL ? [element.value] : [];
  });

/** How many variants a message has in a language (for reviewing all of them). */
export function variantCount(key: MessageKey, language: ComposedLanguage): number {
  const catalogue: Catalogue = catalogues[language];
  const entry = catalogue[key];
  return typeof entry === "string" ? 1 : entry.length;
}

const spoken = new Map<ComposedLanguage, Map<string, MessageKey>>();

/** The message that a sentence without values is one of the variants of, in either form of address; null where none says it. */
export function messageSaying(text: string, language: ComposedLanguage): MessageKey | null {
  const known = spoken.get(language) ?? new Map(textsIn(language));
  spoken.set(language, known);
  return known.get(text.toLowerCase()) ?? null;
}

const VALUE = "\u0000";

function textsIn(language: ComposedLanguage): [string, MessageKey][] {
  return messageKeys.flatMap((key) => {
    const values = Object.fromEntries(placeholders(key).map((name) => [name, VALUE]));
    return Array.from({ length: variantCount(key, language) }, (_, pick) =>
      ["formal", "friendly"].map((v) => renderMessage(key, { language, pick, values: { ...values, v } })),
    )
      .flat()
      .filter((text) => !text.includes(VALUE))
      .map((text): [string, MessageKey] => [text.toLowerCase(), key]);
  });
}

/** The placeholders a message may name, over all variants of all languages. */
export function placeholders(key: MessageKey): string[] {
  const names = new Set<string>();
  for (const catalogue of Object.values(catalogues) as Catalogue[])
    for (const message of [catalogue[key]].flat())
      for (const [, name] of message.matchAll(/\{(\w+)(?:,|\})/gu)) if (name) names.add(name);
  return [...names].filter((name) => name !== "v");
}
