import { messageToDraft } from "#app/care/draft/message-to-draft.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Target = ReturnType<typeof messageToDraft>;

/**
 * The message that a draft answers now. Without a person asking, noise after a question is no new question: the newest message before
 * it is answered, and `afterNoise` says so. `spam` where nothing but noise waits.
 */
export async function findTarget(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; asked: boolean; now: Date },
): Promise<Target & { afterNoise?: boolean }> {
  const { conversation, asked, now } = given;
  const { messages, status } = conversation;
  let target: Target = messageToDraft(conversation, { asked });
  let afterNoise = false;
  while (!asked && "message" in target) {
    const { message } = target;
    const reading = await readReading(tx, keys, { messageId: message.id, now });
    if (reading?.intent !== "spam_or_auto") return { message, afterNoise };
    afterNoise = true;
    target = messageToDraft({ messages: messages.slice(0, messages.indexOf(message)), status }, { asked });
  }
  return afterNoise ? { reason: "spam" } : target;
}
