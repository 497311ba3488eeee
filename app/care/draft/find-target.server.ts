import { gatherRaised } from "#app/care/draft/gather-raised.server.ts";
import { messageToDraft } from "#app/care/draft/message-to-draft.server.ts";
import { purposeOf } from "#app/care/draft/raised.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Found = ReturnType<typeof messageToDraft>;
export type Target =
  | { message: ReadMessage; afterNoise: boolean; answered?: true }
  // Nobody wrote yet in a conversation that we began, and something has to be told all the same.
  | { message: null; afterNoise: false; answered: true }
  | { reason: Extract<Found, { reason: unknown }>["reason"] };

/**
 * The message that a draft answers now. Without a person asking, noise after a question is no new question: the newest message before
 * it is answered, and `afterNoise` says so. Where all is answered and something has to be told, it is told after the newest of them.
 * `spam` where nothing but noise waits.
 */
export async function findTarget(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; asked: boolean; now: Date },
): Promise<Target> {
  const { conversation, asked, now } = given;
  const { messages, status } = conversation;
  let found: Found = messageToDraft(conversation, { asked });
  let afterNoise = false;
  while (!asked && "message" in found) {
    const { message } = found;
    const reading = await readReading(tx, keys, { messageId: message.id, now });
    if (reading?.intent !== "spam_or_auto") return { message, afterNoise };
    afterNoise = true;
    found = messageToDraft({ messages: messages.slice(0, messages.indexOf(message)), status }, { asked });
  }
  if ("message" in found) return { message: found.message, afterNoise };
  const begun = found.reason === "automatic" && isBegunByUs(conversation);
  if (found.answered || begun) {
    const raised = await gatherRaised(tx, keys, { conversationId: conversation.id, now });
    const owed = purposeOf(raised, { answered: true }) !== "answer";
    if (owed && found.answered) return { message: found.answered, afterNoise, answered: true };
    if (owed) return { message: null, afterNoise: false, answered: true };
  }
  return { reason: afterNoise ? "spam" : found.reason };
}

/** We wrote first, and no person has written back; a conversation that was closed since stays so. */
const isBegunByUs = ({ issueId, status, messages }: ReadConversation): boolean =>
  issueId !== null &&
  status !== "spam" &&
  status !== "closed" &&
  messages.some(({ direction }) => direction === "out");
