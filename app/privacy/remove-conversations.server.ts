import type { Tx } from "#app/db.server.ts";
import { removeEdits } from "#app/privacy/remove-edits.server.ts";
import { removeMessagesElsewhere } from "#app/privacy/remove-messages-elsewhere.server.ts";
import { removeOccasions } from "#app/privacy/remove-occasions.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Removes everything that was said with the person: conversations with their messages, the traces of those that joined them, attachments, readings and their corrections, translations, drafts,
 * what was learned from them, promises, what the team added, wrote to itself and did, and outgoing mail, and the raw mail it came from. What only counts that a raw mail once came (its hash) stays, so
 * that the same mail, delivered again, does not bring it back.
 */
export async function removeConversations(tx: Tx, keys: ShopKeys, person: Person): Promise<number> {
  const { shopId } = keys;
  const conversations = await tx.conversation.findMany({
    where: {
      shopId,
      OR: [
        { contactIndex: { in: person.contacts } },
        { customerId: { in: person.customerIds } },
        // Begun by us about an order of theirs, whatever address it had then.
        { issueId: { not: null }, orderIds: { hasSome: person.orderIds } },
      ],
    },
    select: { id: true },
  });
  const conversationId = { in: conversations.map(({ id }) => id) };
  const messages = await tx.message.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const messageIds = messages.map(({ id }) => id);
  await tx.attachment.deleteMany({ where: { shopId, messageId: { in: messageIds } } });
  await tx.readingCorrection.deleteMany({ where: { shopId, conversationId } });
  await tx.reading.deleteMany({ where: { shopId, conversationId } });
  await tx.modelReading.deleteMany({ where: { shopId, messageId: { in: messageIds } } });
  await removeOccasions(tx, shopId, { messageIds, orderIds: person.orderIds });
  await tx.draftAnswer.deleteMany({ where: { shopId, conversationId } });
  await tx.translation.deleteMany({ where: { shopId, conversationId } });
  await tx.promise.deleteMany({ where: { shopId, conversationId } });
  const theirs = { shopId, OR: [{ conversationId }, { orderId: { in: person.orderIds } }] };
  await tx.sentClaim.deleteMany({ where: theirs });
  await tx.staffFact.deleteMany({ where: theirs });
  await tx.note.deleteMany({ where: { shopId, conversationId } });
  await tx.conversationEvent.deleteMany({ where: { shopId, conversationId } });
  await removeEdits(tx, shopId, { conversationId });
  await tx.draft.deleteMany({ where: { shopId, conversationId } });
  await tx.proofCode.deleteMany({
    where: {
      shopId,
      OR: [{ conversationId }, { orderId: { in: person.orderIds } }, { usedBy: { in: person.contacts } }],
    },
  });
  const sent = { shopId, OR: [{ conversationId }, { recipientIndex: { in: person.contacts } }] };
  const deliveries = await tx.delivery.findMany({ where: sent, select: { id: true } });
  await tx.delivery.deleteMany({ where: sent });
  await tx.conversationJoin.deleteMany({ where: { shopId, intoId: conversationId } });
  await tx.message.deleteMany({ where: { shopId, conversationId } });
  await tx.conversation.deleteMany({ where: { shopId, id: conversationId } });
  const raw = await tx.inboundMessage.findMany({
    where: { shopId, OR: [{ id: { in: messageIds } }, { senderIndex: { in: person.contacts } }] },
    select: { id: true },
  });
  const rawIds = raw.map(({ id }) => id);
  await removeMessagesElsewhere(tx, keys, {
    messageIds: rawIds,
    deliveryIds: deliveries.map(({ id }) => id),
  });
  for (const id of rawIds) await emptyRaw(tx, keys, id);
  return conversations.length;
}

async function emptyRaw(tx: Tx, keys: ShopKeys, id: string): Promise<void> {
  const sealed = sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("{}"));
  await tx.inboundMessage.update({
    where: { id },
    data: { sealed, size: 0, senderIndex: null, state: "skipped", reason: "redacted" },
  });
}
