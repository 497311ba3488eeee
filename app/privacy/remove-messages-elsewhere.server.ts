import { wordsOfConversation } from "#app/conversation/words-of-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { removeEdits } from "#app/privacy/remove-edits.server.ts";
import { removeOccasions } from "#app/privacy/remove-occasions.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Removes messages from conversations that stay, since they are with somebody else: what a person wrote there, what was made
 * of it, and what was sent to them. The conversation is found by its other words only after that.
 */
export async function removeMessagesElsewhere(
  tx: Tx,
  keys: ShopKeys,
  given: { messageIds: string[]; deliveryIds: string[] },
): Promise<void> {
  const { shopId } = keys;
  const where = { shopId, OR: [{ id: { in: given.messageIds } }, { deliveryId: { in: given.deliveryIds } }] };
  const messages = await tx.message.findMany({ where, select: { id: true, conversationId: true } });
  if (messages.length === 0) return;
  const messageId = { in: messages.map(({ id }) => id) };
  const conversationId = { in: messages.map((one) => one.conversationId) };
  const drafts = await tx.draft.findMany({ where: { shopId, messageId }, select: { id: true } });
  const draftId = { in: drafts.map(({ id }) => id) };
  await tx.attachment.deleteMany({
    where: { shopId, OR: [{ messageId }, { deliveryId: { in: given.deliveryIds } }] },
  });
  await tx.readingCorrection.deleteMany({ where: { shopId, conversationId, messageId } });
  await tx.reading.deleteMany({ where: { shopId, messageId } });
  await tx.modelReading.deleteMany({ where: { shopId, messageId } });
  await removeOccasions(tx, shopId, { messageIds: messageId.in });
  await tx.draftAnswer.deleteMany({ where: { shopId, messageId } });
  await tx.translation.deleteMany({ where: { shopId, messageId } });
  const toldIn = { shopId, OR: [{ draftId }, { deliveryId: { in: given.deliveryIds } }] };
  await tx.promise.deleteMany({ where: toldIn });
  await tx.sentClaim.deleteMany({ where: toldIn });
  await removeEdits(tx, shopId, { draftId });
  await tx.draft.deleteMany({ where: { shopId, messageId } });
  await tx.conversationJoin.deleteMany({ where: { shopId, messageId } });
  await tx.message.deleteMany({ where: { shopId, id: messageId } });
  for (const id of new Set(messages.map(({ conversationId }) => conversationId))) await reindex(tx, keys, id);
}

/** The words of a conversation as they are without what was removed. */
async function reindex(tx: Tx, keys: ShopKeys, id: string): Promise<void> {
  const words = await wordsOfConversation(tx, keys, id);
  await tx.conversation.update({ where: { id }, data: { ...words, sealedPreview: null } });
}
