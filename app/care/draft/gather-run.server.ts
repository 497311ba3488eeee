import { messagesInRun } from "#app/care/draft/messages-in-run.ts";
import { readRun, type Run } from "#app/care/draft/read-run.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The messages that a reply answers, oldest first, and what they say together. */
export type GatheredRun = Run & { messages: ReadMessage[] };

/**
 * What a reply to this message answers, with the readings that stand. Null when the message is not read yet. Noise stands for itself,
 * and brings nothing into what others ask; nor does a message whose reading is still to come.
 */
export async function gatherRun(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; message: ReadMessage; now: Date },
): Promise<GatheredRun | null> {
  const { conversation, message, now } = given;
  const together = messagesInRun(conversation.messages, message);
  const standing = await standingReadings(tx, keys, { messageIds: together.map(({ id }) => id), now });
  const readingOf = async ({ id }: ReadMessage) => {
    const one = standing.get(id);
    return one ? effective(one, () => messageText(tx, keys, id)) : null;
  };
  const newest = await readingOf(message);
  if (!newest) return null;
  const alone = { messages: [message], reading: newest, also: [] };
  if (newest.intent === "spam_or_auto") return alone;
  const earlier: { message: ReadMessage; reading: typeof newest }[] = [];
  for (const one of together.slice(0, -1)) {
    const reading = await readingOf(one);
    if (reading && reading.intent !== "spam_or_auto") earlier.push({ message: one, reading });
  }
  const [first, ...rest] = earlier;
  if (!first) return alone;
  return {
    messages: [...earlier.map((one) => one.message), message],
    ...readRun([first.reading, ...rest.map(({ reading }) => reading), newest]),
  };
}
