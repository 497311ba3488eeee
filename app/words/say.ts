import type en from "#app/words/en.json";
import { fill, type Value } from "#app/words/fill.ts";
import type { Message } from "#app/words/message.ts";

/** The words of the admin's screens by flat keys, prefixed by the screen they stand on: ICU messages that a native speaker edits. */
export type WordKey = keyof typeof en;

/** One language's messages: a server reads them as they are written, a browser gets them read. */
export type Words = { has: (key: string) => boolean; read: (key: WordKey) => Message | undefined };

export type Values = Record<string, Value>;

/** Words in one language: `say("inbox.title")`, `say("inbox.count", { count: 3 })`. */
export type Say = {
  (key: WordKey, values?: Values): string;
  /** BCP 47: what `Intl` writes numbers, dates and names of languages by. */
  tag: string;
  /** Whether there are words for a key that was put together from a code. */
  knows: (key: string) => key is WordKey;
  /** The message itself and the tag of its language, for who puts elements into it. */
  message: (key: WordKey) => { message: Message; tag: string };
};

/** `words` in the language of `tag`; what they lack is said in the words of `otherwise` (English), by its rules. */
export function sayIn(tag: string, words: Words, otherwise: { tag: string; words: Words }): Say {
  const message = (key: WordKey) => {
    const own = words.read(key);
    return own === undefined
      ? { message: otherwise.words.read(key) ?? key, tag: otherwise.tag }
      : { message: own, tag };
  };
  const say = (key: WordKey, values: Values = {}) => {
    const found = message(key);
    return fill(found.message, { tag: found.tag, values }).join("");
  };
  const knows = (key: string): key is WordKey => words.has(key) || otherwise.words.has(key);
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
