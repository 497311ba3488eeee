import type { Conversation, Message } from "@prisma/client";
import { attachmentNameSchema } from "#app/conversation/attachment-name.ts";
import {
  conversationContentSchema,
  identityProofSchema,
  messageContentSchema,
  type ConversationContent,
  type IdentityProof,
  type MessageContent,
} from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type ReadAttachment = {
  id: string;
  name: string;
  contentId: string | null;
  mimeType: string;
  size: number;
  inline: boolean;
  withheld: string | null;
};

export type ReadMessage = Omit<Message, "sealed" | "proof" | "direction"> & {
  direction: "in" | "out";
  proof: IdentityProof;
  content: MessageContent;
  attachments: ReadAttachment[];
};

export type ReadConversation = Omit<Conversation, "sealed" | "searchTokens"> & {
  content: ConversationContent;
  messages: ReadMessage[];
};

/** A screen and a draft look at the newest of a very long thread. */
const NEWEST_MESSAGES = 200;

/** A conversation with its messages, oldest first, opened. Attachments come without their content. Null when there is none. */
export async function readConversation(tx: Tx, keys: ShopKeys, id: string): Promise<ReadConversation | null> {
  const found = await tx.conversation.findUnique({ where: { id }, omit: { searchTokens: true } });
  if (!found) return null;
  const { sealed, ...conversation } = found;
  const messages = await tx.message.findMany({
    where: { conversationId: id },
    omit: { sealed: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: NEWEST_MESSAGES,
  });
  const ids = messages.map((message) => message.id);
  const contents = await readContents(tx, keys, ids);
  const attachments = await readAttachments(tx, keys, ids);
  return {
    ...conversation,
    content: openJson(
      keys,
      { context: `conversations.sealed:${id}`, bytes: sealed },
      conversationContentSchema,
    ),
    messages: messages.toReversed().flatMap((message) => {
      const content = contents.get(message.id);
      return content ? [toReadMessage(message, content, attachments)] : [];
    }),
  };
}

function toReadMessage(
  message: Omit<Message, "sealed">,
  content: MessageContent,
  attachments: (ReadAttachment & { messageId: string | null })[],
): ReadMessage {
  return {
    ...message,
    direction: message.direction === "out" ? "out" : "in",
    proof: identityProofSchema.parse(message.proof),
    content,
    attachments: attachments
      .filter((attachment) => attachment.messageId === message.id)
      .map(({ messageId: _messageId, ...attachment }) => attachment),
  };
}

/** As base64: Prisma reads bytes number by number, and a thread of HTML mail would hold up the event loop for a second. */
async function readContents(tx: Tx, keys: ShopKeys, ids: string[]): Promise<Map<string, MessageContent>> {
  const rows = await tx.$queryRaw<{ id: string; sealed: string }[]>`
    SELECT id, encode(sealed, 'base64') AS sealed FROM messages WHERE id = ANY(${ids})`;
  return new Map(
    rows.map(({ id, sealed }) => {
      const bytes = Buffer.from(sealed, "base64");
      return [id, openJson(keys, { context: `messages.sealed:${id}`, bytes }, messageContentSchema)];
    }),
  );
}

/** Of messages, each with its own; without their content. */
export async function readAttachments(
  tx: Tx,
  keys: ShopKeys,
  messageIds: string[],
): Promise<(ReadAttachment & { messageId: string | null })[]> {
  const rows = await tx.attachment.findMany({
    where: { messageId: { in: messageIds } },
    select: {
      ...{ id: true, messageId: true, mimeType: true, size: true, inline: true, withheld: true },
      sealedName: true,
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ sealedName, ...attachment }) => {
    const context = `attachments.sealed_name:${attachment.id}` as const;
    return { ...attachment, ...openJson(keys, { context, bytes: sealedName }, attachmentNameSchema) };
  });
}
