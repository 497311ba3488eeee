import { IntlMessageFormat } from "intl-messageformat";
import type en from "#app/words/en.json";

/** The words of the admin's screens by flat keys, prefixed by the screen they stand on: ICU messages that a native speaker edits. */
export type WordKey = keyof typeof en;
export type Words = Partial<Record<WordKey, string>>;

type Value = string | number | boolean | null | undefined;
export type Values = Record<string, Value>;

/** Words in one language: `say("inbox.title")`, `say("inbox.count", { count: 3 })`. */
export type Say = {
  (key: WordKey, values?: Values): string;
  /** BCP 47: what `Intl` writes numbers, dates and names of languages by. */
  tag: string;
  /** Whether there are words for a key that was put together from a code. */
  knows: (key: string) => key is WordKey;
  /** The message itself, for who puts elements into it. */
  message: (key: WordKey) => IntlMessageFormat;
};

/** `words` in the language of `tag`; what they lack is said in the words of `otherwise` (English), by its rules. */
export function sayIn(tag: string, words: Words, otherwise: { tag: string; words: Words }): Say {
  const formats = new Map<string, IntlMessageFormat>();
  const message = (key: WordKey): IntlMessageFormat => {
    const before = formats.get(key);
    if (before) return before;
    const own = words[key];
    const text = own ?? otherwise.words[key] ?? key;
    const format = new IntlMessageFormat(text, own === undefined ? otherwise.tag : tag);
    formats.set(key, format);
    return format;
  };
  const say = (key: WordKey, values?: Values) => String(message(key).format(values));
  const knows = (key: string): key is WordKey => key in words || key in otherwise.words;
  return Object.assign(say, { tag, knows, message });
}

/** A code's own words (`intent.refund`), or the code as people would write it: Shopify adds codes that we do not know. */
export function sayCode(say: Say, prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return say.knows(key) ? say(key) : sentenceCase(code);
}

/** `in_transit` → `In transit`, `estimatedDeliveryAt` → `Estimated delivery at`. */
export function sentenceCase(code: string): string {
  const words = code
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .replaceAll(/[_.\s]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
