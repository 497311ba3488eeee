import { isAddrSpec } from "#app/conversation/addr-spec.ts";
import { composeMail } from "#app/care/review/compose-mail.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import {
  conversationContentSchema,
  messageContentSchema,
  type Mailbox,
} from "#app/conversation/message-content.ts";
import { parseReplyAddress, replyAddress } from "#app/conversation/reply-address.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type ReplyInput = { conversationId: string; messageId: string; text: string; makerLine: string };
export type ComposedReply =
  { outcome: "composed"; mail: OutgoingContent } | { outcome: "no_address"; message: string };

/** The reply to a message as a mail to its writer, from the shop's own address, or MAIL_FROM until it has one. */
export async function composeReply(tx: Tx, keys: ShopKeys, input: ReplyInput): Promise<ComposedReply> {
  const { shopId } = keys;
  const [shop, senders, conversation, message] = await Promise.all([
    tx.shop.findUniqueOrThrow({
      where: { id: shopId },
      select: { name: true, inboundKey: true, settings: true },
    }),
    listSendingAddresses(tx),
    tx.conversation.findUniqueOrThrow({
      where: { id: input.conversationId },
      select: { id: true, replyToken: true, sealed: true },
    }),
    tx.message.findUniqueOrThrow({ where: { id: input.messageId }, select: { id: true, sealed: true } }),
  ]);
  const answered = openJson(
    keys,
    { context: `messages.sealed:${message.id}`, bytes: message.sealed },
    messageContentSchema,
  );
  const about = openJson(
    keys,
    { context: `conversations.sealed:${conversation.id}`, bytes: conversation.sealed },
    conversationContentSchema,
  );
  const to: Mailbox = answered.from.address
    ? answered.from
    : { name: about.contactName, address: about.contactEmail };
  const refusal = whyNotWritable(to.address);
  if (refusal) return { outcome: "no_address", message: refusal };

  const sender = senders.find(({ isDefault }) => isDefault);
  const settings = settingsSchema.parse(shop.settings);
  const mail = composeMail({
    from: senderMailbox(shop, senders),
    to,
    replyTo: replyAddress({
      inboundKey: shop.inboundKey,
      replyToken: conversation.replyToken,
      domain: env.INBOUND_DOMAIN,
    }),
    shopName: shop.name,
    answered: {
      subject: answered.subject || about.subject,
      mailMessageId: answered.mailMessageId,
      inReplyTo: answered.inReplyTo,
      references: answered.references,
    },
    text: input.text,
    signature: sender?.signature || settings.voice.signature,
    makerLine: input.makerLine,
  });
  return { outcome: "composed", mail };
}

/** Who the shop's mail comes from: its own address, or the deployment's until there is one. */
export function senderMailbox(
  shop: { name: string },
  senders: { name: string; address: string; isDefault: boolean }[],
): Mailbox {
  const sender = senders.find(({ isDefault }) => isDefault);
  return sender
    ? { name: sender.name || shop.name, address: sender.address }
    : { name: shop.name, address: env.MAIL_FROM };
}

function whyNotWritable(address: string): string | null {
  if (!address) return "The writer left no email address.";
  if (!isAddrSpec(address)) return "The writer's address is not one plain email address.";
  // A mail to ourselves would come back as a message, be answered, and so on.
  if (parseReplyAddress(address, env.INBOUND_DOMAIN))
    return "The writer's address is an inbound address of this app.";
  return null;
}
