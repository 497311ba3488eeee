const LINES = 40;
const CHARACTERS = 4_000;

/** What waits for an answer is folded from so many times that length on: whoever answers it reads it whole, and still finds the draft. */
const TO_ANSWER = 4;

type Message = { id: string; direction: string; text: string };

/** Whether it is longer than anybody passes by without noticing; of lines that wrap, the characters tell. */
export const isLong = (text: string, times = 1): boolean =>
  text.length > CHARACTERS * times || text.split("\n", LINES * times + 1).length > LINES * times;

/** What the shopper wrote since our last reply, oldest first in and out: one draft answers it all. */
export const toAnswer = <M extends Message>(messages: readonly M[]): M[] =>
  messages.slice(messages.findLastIndex(({ direction }) => direction === "out") + 1);

/** The long messages that are folded when a conversation is opened, by their ids. */
export function foldedAtFirst(messages: readonly Message[]): ReadonlySet<string> {
  const waiting = new Set(toAnswer(messages).map(({ id }) => id));
  return new Set(
    messages
      .filter(({ id, text }) => isLong(text.trim(), waiting.has(id) ? TO_ANSWER : 1))
      .map(({ id }) => id),
  );
}
