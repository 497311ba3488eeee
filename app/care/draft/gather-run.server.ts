import { messagesInRun } from "#app/care/draft/messages-in-run.ts";
import { readRun, type Run } from "#app/care/draft/read-run.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The screen says of it that it cannot be opened (desk/show-reading.server.ts). */
const leftOut = () => {};

/** The messages that a reply answers, oldest first, and what they say together. */
export type GatheredRun = Run & { messages: ReadMessage[] };

/**
 * What a reply to this message answers, with the readings that stand. Null when the message is not read yet. Noise stands for itself,
 * and brings nothing into what others ask; nor does a message whose reading is still to come, or cannot be opened.
 */
export async function gatherRun(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; message: ReadMessage; now: Date },
): Promise<GatheredRun | null> {
  const { conversation, message, now } = given;
  const together = messagesInRun(conversation.messages, message);
  const newest = await readReading(tx, keys, { messageId: message.id, now });
  if (!newest) return null;
  const alone = { messages: [message], reading: newest, also: [] };
  if (newest.intent === "spam_or_auto") return alone;
  const messageIds = together.slice(0, -1).map(({ id }) => id);
  const standing = await standingReadings(tx, keys, { messageIds, now, onUnreadable: leftOut });
  const earlier: { message: ReadMessage; reading: typeof newest }[] = [];
  for (const one of together) {
    const known = standing.get(one.id);
    const reading = known && (await effective(known, () => messageText(tx, keys, one.id)));
    if (reading && reading.intent !== "spam_or_auto") earlier.push({ message: one, reading });
  }
  const [first, ...rest] = earlier;
  if (!first) return alone;
  return {
    messages: [...earlier.map((one) => one.message), message],
    ...readRun([first.reading, ...rest.map(({ reading }) => reading), newest]),
  };
}
