import { messageText } from "#app/care/understand/message-content.server.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import { updateConversation } from "#app/care/understand/update-conversation.server.ts";
import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Place = { conversationId: string; now: Date };

/** A conversation says what its newest message says, after messages came into it or were taken out. Hold it. */
export async function readHead(tx: Tx, keys: ShopKeys, { conversationId, now }: Place): Promise<void> {
  const { feeling, standing } = await newestFeeling(tx, keys, { conversationId, now });
  if (!standing) {
    await tx.conversation.update({ where: { id: conversationId }, data: feeling });
    return;
  }
  const reading = await effective(standing, () => messageText(tx, keys, standing.messageId));
  await updateConversation(tx, conversationId, { reading, expired: standing.expired });
}

/** Of a conversation whose other columns are put back by themselves: the emotion alone, as long as it is kept. */
export async function readFeeling(tx: Tx, keys: ShopKeys, place: Place): Promise<void> {
  const { feeling } = await newestFeeling(tx, keys, place);
  await tx.conversation.update({ where: { id: place.conversationId }, data: feeling });
}

async function newestFeeling(tx: Tx, keys: ShopKeys, { conversationId, now }: Place) {
  const messageId = await messageToAnswer(tx, conversationId);
  const standing = messageId
    ? (await standingReadings(tx, keys, { messageIds: [messageId], now })).get(messageId)
    : undefined;
  const { emotion = null, unsure = false } =
    standing && !standing.expired
      ? {
          emotion: standing.corrections.emotion?.to ?? standing.reading.emotion.label,
          unsure: standing.reading.unsure && !standing.corrections.emotion,
        }
      : {};
  return { feeling: { emotion, unsure }, standing };
}
