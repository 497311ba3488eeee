import type { Message } from "#app/words/message.ts";
import { readMessage } from "#app/words/read-message.ts";
import type { WordKey, Words } from "#app/words/say.ts";

/** Words as people write them, each read when it is said first. */
export function writtenWords(tag: string, texts: Readonly<Record<WordKey, string>>): Words {
  const read = new Map<WordKey, Message>();
  return {
    has: (key) => Object.hasOwn(texts, key),
    read: (key) => {
      const before = read.get(key);
      const text = texts[key];
      if (before !== undefined || text === undefined) return before;
      const message = readMessage(text, tag);
      read.set(key, message);
      return message;
    },
  };
}
