import { randomBytes, randomUUID } from "node:crypto";
import type { Conversation } from "@prisma/client";
import { sealAttachments } from "#app/conversation/seal-attachments.server.ts";
import { goOn } from "#app/conversation/go-on.server.ts";
import type { Incoming, KnownShopper } from "#app/conversation/incoming.ts";
import { mailIdIndex } from "#app/conversation/mail-id.ts";
import type { ConversationContent } from "#app/conversation/message-content.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import { sealPreview } from "#app/conversation/seal-preview.server.ts";
import type { Tx } from "#app/db.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/** Puts a message into its conversation, or into a new one, and returns the conversation's id. Hold `thread` (hold-thread.server.ts). */
export async function putMessage(
  tx: Tx,
  keys: ShopKeys,
  given: { message: Incoming; shopper: KnownShopper; thread: Conversation | null },
): Promise<string> {
  const { message, shopper, thread } = given;
  const tokens = searchTokens(keys, wordsOf(message, shopper));
  const { id, shopId, content } = message;
  const { customerId, orderIds } = shopper;
  if (thread) {
    const sealedPreview = sealPreview(keys, thread.id, { text: content.text, by: "shopper" });
    await goOn(tx, thread, { ...message, customerId, orderIds, tokens, sealedPreview });
  }
  const conversationId = thread?.id ?? (await begin(tx, keys, { message, shopper, tokens }));
  await tx.message.create({
    data: {
      id,
      shopId,
      conversationId,
      direction: "in",
      channel: message.channel,
      at: message.at,
      mailIdIndex: content.mailMessageId ? mailIdIndex(keys, content.mailMessageId) : null,
      automatic: message.automatic !== null,
      bounce: message.automatic === "bounce",
      proof: message.proof,
      sealed: sealJson(keys, `messages.sealed:${id}`, content),
    },
  });
  await sealAttachments(tx, keys, message);
  return conversationId;
}

async function begin(
  tx: Tx,
  keys: ShopKeys,
  { message, shopper, tokens }: { message: Incoming; shopper: KnownShopper; tokens: string[] },
): Promise<string> {
  const id = randomUUID();
  const content: ConversationContent = {
    subject: message.content.subject,
    contactName: message.from.name,
    contactEmail: message.from.address,
  };
  await tx.conversation.create({
    data: {
      id,
      shopId: message.shopId,
      channel: message.channel,
      // Nobody waits for an answer to automatic mail: it is kept, and out of the way. A merchant who tries the address out
      // from the shop's own mailbox finds the mail where the others are.
      ...(message.automatic && message.automatic !== "own"
        ? { status: "closed", priority: "low", intent: "spam_or_auto" }
        : {}),
      replyToken: newReplyToken(randomBytes(16)),
      contactIndex: message.contactIndex,
      customerId: shopper.customerId,
      orderIds: shopper.orderIds,
      sealed: sealJson(keys, `conversations.sealed:${id}`, content),
      sealedPreview: sealPreview(keys, id, { text: message.content.text, by: "shopper" }),
      ...{ searchTokens: tokens, wordsForm: WORDS_FORM },
      waitingSince: message.automatic ? null : message.at,
      createdAt: message.at,
      updatedAt: message.at,
    },
  });
  return id;
}

function wordsOf({ from, content }: Incoming, { words }: KnownShopper): string {
  return [content.subject, from.name, from.address, ...words, content.text].join("\n");
}
