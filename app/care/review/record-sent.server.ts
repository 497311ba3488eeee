import type { Delivery } from "@prisma/client";
import { outgoingContentSchema, type OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { isAutomaticPurpose } from "#app/conversation/automatic-purposes.ts";
import { bareMailId, mailIdIndex } from "#app/conversation/mail-id.ts";
import { mergedTokens } from "#app/conversation/merged-tokens.ts";
import type { MessageContent } from "#app/conversation/message-content.ts";
import { sealPreview } from "#app/conversation/seal-preview.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { openJson, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/**
 * A mail left: it becomes a message of its conversation, once (the message has the delivery's id), and the event goes out.
 * In the transaction that sets the delivery to `sent`.
 */
export async function recordSent(
  tx: Tx,
  keys: ShopKeys,
  sent: { delivery: Delivery; at: Date },
): Promise<void> {
  const { delivery, at } = sent;
  // A code is no word of the conversation: it went to somebody who may not be in it.
  if (delivery.purpose === "code") return;
  const { shopId, conversationId } = delivery;
  if (!conversationId) throw new Error("A reply's delivery names no conversation");
  const automatic = isAutomaticPurpose(delivery.purpose);
  const bytes = delivery.sealed;
  const mail = openJson(keys, { context: `deliveries.sealed:${delivery.id}`, bytes }, outgoingContentSchema);
  await tx.message.create({
    data: {
      id: delivery.id,
      shopId,
      conversationId,
      direction: "out",
      channel: "email",
      automatic,
      at,
      mailIdIndex: mailIdIndex(keys, delivery.mailMessageId),
      sealed: sealJson(keys, `messages.sealed:${delivery.id}`, contentOf(mail, delivery)),
      deliveryId: delivery.id,
    },
  });
  if (automatic) {
    // Nobody has to look at it, so that it moves nothing and nobody learns from it.
    if (delivery.purpose === "receipt")
      await emit(tx, "receipt-sent", { data: { shopId, deliveryId: delivery.id } });
    return;
  }
  await tx.attachment.updateMany({
    where: { shopId, deliveryId: delivery.id },
    data: { messageId: delivery.id, deliveryId: null, placeId: null },
  });
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { searchTokens: true, parentId: true },
  });
  // What we said is found by its words, like what the shopper said.
  const tokens = mergedTokens(conversation.searchTokens, searchTokens(keys, mail.parts.text));
  await tx.conversation.update({
    where: { id: conversationId },
    data: {
      ...{ updatedAt: at, unsent: conversation.parentId !== null, searchTokens: tokens },
      // What they wrote since it was approved it does not answer.
      waitingSince: await firstSince(tx, { shopId, conversationId, since: delivery.createdAt }),
      sealedPreview: sealPreview(keys, conversationId, { text: mail.parts.text, by: "shop" }),
    },
  });
  // Nothing is promised or told to a shopper there.
  if (delivery.purpose === "side") return;
  if (delivery.purpose === "outreach") await recordTold(tx, { delivery, at });
  await emit(tx, "reply-delivered", { data: { shopId, deliveryId: delivery.id } });
  await emit(tx, "stakes-changed", { data: { shopId, conversationId } });
}

/** The mail as a message of its conversation. */
const contentOf = (mail: OutgoingContent, { mailMessageId }: Delivery): MessageContent => ({
  from: mail.from,
  to: [mail.to],
  cc: mail.cc ?? [],
  subject: mail.subject,
  text: mail.parts.text,
  quoted: "",
  signature: mail.parts.signature,
  mailMessageId: bareMailId(mailMessageId),
  ...(mail.inReplyTo ? { inReplyTo: bareMailId(mail.inReplyTo) } : {}),
  references: mail.references.map(bareMailId),
  makerLine: mail.parts.makerLine,
});

/** When the shopper first wrote after that moment. */
async function firstSince(
  tx: Tx,
  { shopId, conversationId, since }: { shopId: string; conversationId: string; since: Date },
): Promise<Date | null> {
  const first = await tx.message.findFirst({
    where: { shopId, conversationId, direction: "in", automatic: false, createdAt: { gt: since } },
    orderBy: { at: "asc" },
    select: { at: true },
  });
  return first?.at ?? null;
}

/** An order problem was told of: what is known of it says so, and where. Under the conversation's lock. */
async function recordTold(tx: Tx, { delivery, at }: { delivery: Delivery; at: Date }): Promise<void> {
  const { shopId, draftId, conversationId } = delivery;
  const outreach = draftId ? await tx.outreach.findFirst({ where: { shopId, draftId } }) : null;
  if (!outreach) return;
  await tx.orderIssue.update({ where: { id: outreach.issueId }, data: { conversationId } });
  await tx.outreach.update({
    where: { id: outreach.id },
    data: { state: "sent", notBefore: null, changedAt: at },
  });
}
