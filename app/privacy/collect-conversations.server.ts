import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { openBytes, openJson, type SealContext, type ShopKeys } from "#app/shop/seal.ts";

const anything = z.unknown();

/** Everything that was said with a person, opened: it is theirs to read. */
export async function collectConversations(tx: Tx, keys: ShopKeys, person: Person) {
  const { shopId } = keys;
  const open = (context: SealContext, bytes: Uint8Array) => openJson(keys, { context, bytes }, anything);
  const conversations = await tx.conversation.findMany({
    where: {
      shopId,
      OR: [{ contactIndex: { in: person.contacts } }, { customerId: { in: person.customerIds } }],
    },
    orderBy: { createdAt: "asc" },
  });
  const where = { shopId, conversationId: { in: conversations.map(({ id }) => id) } };
  const messages = await tx.message.findMany({ where, orderBy: { at: "asc" } });
  const attachments = await tx.attachment.findMany({
    where: { shopId, messageId: { in: messages.map(({ id }) => id) } },
  });
  const readings = await tx.reading.findMany({ where });
  const drafts = await tx.draft.findMany({ where, orderBy: { createdAt: "asc" } });
  const promises = await tx.promise.findMany({ where });
  const deliveries = await tx.delivery.findMany({ where, orderBy: { createdAt: "asc" } });
  return conversations.map((conversation) => {
    const of = <T extends { conversationId: string | null }>(rows: T[]) =>
      rows.filter((row) => row.conversationId === conversation.id);
    return {
      id: conversation.id,
      channel: conversation.channel,
      createdAt: conversation.createdAt,
      language: conversation.language,
      intent: conversation.intent,
      emotion: conversation.emotion,
      content: open(`conversations.sealed:${conversation.id}`, conversation.sealed),
      messages: of(messages).map((message) => ({
        id: message.id,
        direction: message.direction,
        at: message.at,
        content: open(`messages.sealed:${message.id}`, message.sealed),
        attachments: attachments
          .filter(({ messageId }) => messageId === message.id)
          .map((one) => ({
            mimeType: one.mimeType,
            size: one.size,
            name: open(`attachments.sealed_name:${one.id}`, one.sealedName),
            base64:
              one.sealedContent &&
              openBytes(keys, `attachments.sealed_content:${one.id}`, one.sealedContent).toString("base64"),
          })),
      })),
      readings: of(readings).map((one) => open(`readings.sealed:${one.messageId}`, one.sealed)),
      drafts: of(drafts).map(({ id, status, sealed }) => ({
        id,
        status,
        content: open(`drafts.sealed:${id}`, sealed),
      })),
      promises: of(promises).map(({ id, sealed, state, dueAt }) => ({
        state,
        dueAt,
        content: open(`promises.sealed:${id}`, sealed),
      })),
      sent: of(deliveries).map(({ id, status, at, sealed }) => ({
        status,
        at,
        content: open(`deliveries.sealed:${id}`, sealed),
      })),
    };
  });
}
