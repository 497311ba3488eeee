import type { Tx } from "#app/db.server.ts";
import { removeCopies } from "#app/privacy/remove-copies.server.ts";
import { removeEdits } from "#app/privacy/remove-edits.server.ts";
import { removeLevels } from "#app/privacy/remove-levels.server.ts";
import { removeMerges } from "#app/privacy/remove-merges.server.ts";
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
  const { ids, own } = await conversationsOf(tx, keys.shopId, person);
  await removeAllOf(tx, keys, { ids, person });
  return own;
}

/** The same of conversations that are named; `person`: of whom what stands elsewhere goes, too. */
export async function removeAllOf(
  tx: Tx,
  keys: ShopKeys,
  { ids, person }: { ids: string[]; person: Person },
): Promise<void> {
  const { shopId } = keys;
  const conversationId = { in: ids };
  const messages = await tx.message.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const messageIds = messages.map(({ id }) => id);
  const merged = await removeMerges(tx, {
    ...{ shopId, conversationIds: ids },
    ...{ contacts: person.contacts, orderIds: person.orderIds },
  });
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
  await tx.presence.deleteMany({ where: { shopId, conversationId } });
  await removeEdits(tx, shopId, { conversationId });
  await removeLevels(tx, shopId, { conversationId, contacts: person.contacts });
  await tx.draft.deleteMany({ where: { shopId, conversationId } });
  await tx.proofCode.deleteMany({
    where: {
      shopId,
      OR: [{ conversationId }, { orderId: { in: person.orderIds } }, { usedBy: { in: person.contacts } }],
    },
  });
  const sent = { shopId, OR: [{ conversationId }, { recipientIndex: { in: person.contacts } }] };
  const deliveries = await tx.delivery.findMany({ where: sent, select: { id: true } });
  const deliveryIds = deliveries.map(({ id }) => id);
  await removeFiles(tx, shopId, { messageIds, placeIds: ids, deliveryIds });
  await tx.delivery.deleteMany({ where: sent });
  await tx.conversationJoin.deleteMany({ where: { shopId, intoId: conversationId } });
  await tx.message.deleteMany({ where: { shopId, conversationId } });
  await tx.conversation.deleteMany({ where: { shopId, id: conversationId } });
  // Of what stays, and while it is known which mail was theirs.
  await removeCopies(tx, keys, { contacts: person.contacts, wrote: merged });
  const raw = await tx.inboundMessage.findMany({
    where: {
      shopId,
      OR: [{ id: { in: [...messageIds, ...merged] } }, { senderIndex: { in: person.contacts } }],
    },
    select: { id: true },
  });
  const rawIds = raw.map(({ id }) => id);
  await removeMessagesElsewhere(tx, keys, { messageIds: [...rawIds, ...merged], deliveryIds });
  await emptyRaw(tx, keys, rawIds);
}

/** That a mail came stays, without the mail. */
async function emptyRaw(tx: Tx, keys: ShopKeys, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const sealed = sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("{}"));
    await tx.inboundMessage.update({
      where: { id },
      data: { sealed, size: 0, senderIndex: null, state: "skipped", reason: "redacted" },
    });
  }
}

/** With what was written about them to others; `own`: how many are theirs. */
async function conversationsOf(
  tx: Tx,
  shopId: string,
  person: Person,
): Promise<{ ids: string[]; own: number }> {
  const rows = await tx.conversation.findMany({
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
  const ids = rows.map(({ id }) => id);
  const sides = await tx.conversation.findMany({ where: { parentId: { in: ids } }, select: { id: true } });
  return { ids: [...new Set([...ids, ...sides.map(({ id }) => id)])], own: ids.length };
}

type FilesOf = { messageIds: string[]; placeIds: string[]; deliveryIds: string[] };

/** Of messages, and those that wait to be sent. */
async function removeFiles(tx: Tx, shopId: string, of: FilesOf): Promise<void> {
  await tx.attachment.deleteMany({
    where: {
      shopId,
      OR: [
        { messageId: { in: of.messageIds } },
        { placeId: { in: of.placeIds } },
        { deliveryId: { in: of.deliveryIds } },
      ],
    },
  });
}
