import { composeMail, type ComposeInput } from "#app/care/review/compose-mail.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { isWritable } from "#app/conversation/is-writable.ts";
import {
  conversationContentSchema,
  messageContentSchema,
  type Mailbox,
  type MessageContent,
} from "#app/conversation/message-content.ts";
import { replyAddress } from "#app/conversation/reply-address.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { pickSender } from "#app/shop/pick-sender.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type ReplyInput = Pick<ComposeInput, "text" | "makerLine" | "footer" | "headers" | "copies"> & {
  conversationId: string;
  /** The message that it answers; null: it goes to whom the conversation is with. */
  messageId: string | null;
  /** To look at: the voice's signature as it would be. Absent: as it is saved. */
  signature?: string | undefined;
};
/** Nobody can be written to: `message` is for the API, `why` for a screen. */
export type NoAddress = { outcome: "no_address"; why: "noAddressLeft" | "notWritable"; message: string };
export type ComposedReply = { outcome: "composed"; mail: OutgoingContent } | NoAddress;

/**
 * A reply as a mail to the writer of the message it answers, or a word of ours to whom the conversation is with, from the shop's own
 * address, or MAIL_FROM until it has one.
 */
export async function composeReply(tx: Tx, keys: ShopKeys, input: ReplyInput): Promise<ComposedReply> {
  const { shopId } = keys;
  const [shop, senders, conversation] = await Promise.all([
    tx.shop.findUniqueOrThrow({
      where: { id: shopId },
      select: { name: true, inboundKey: true, settings: true },
    }),
    listSendingAddresses(tx),
    tx.conversation.findUniqueOrThrow({
      where: { id: input.conversationId },
      select: { id: true, replyToken: true, sealed: true },
    }),
  ]);
  const answered = await answeredBy(tx, keys, input);
  const about = openJson(
    keys,
    { context: `conversations.sealed:${conversation.id}`, bytes: conversation.sealed },
    conversationContentSchema,
  );
  const contact: Mailbox = { name: about.contactName, address: about.contactEmail };
  const to = input.messageId !== null && answered?.from.address ? answered.from : contact;
  const refusal = whyNotWritable(to.address);
  if (refusal) return refusal;
  const under = (await lastWordTo(tx, keys, { conversationId: conversation.id, to })) ?? answered;

  const sender = pickSender(senders);
  const settings = settingsSchema.parse(shop.settings);
  const { text, makerLine, footer, headers, copies } = input;
  const mail = composeMail({
    from: senderMailbox(shop, senders),
    to,
    replyTo: replyAddress({
      inboundKey: shop.inboundKey,
      replyToken: conversation.replyToken,
      domain: env.INBOUND_DOMAIN,
    }),
    shopName: shop.name,
    first: answered === null,
    answered: {
      subject: under?.subject || about.subject,
      mailMessageId: under?.mailMessageId,
      inReplyTo: under?.inReplyTo,
      references: under?.references ?? [],
    },
    ...{ text, makerLine, footer, headers, copies },
    signature: sender?.signature || (input.signature ?? settings.voice.signature),
  });
  return { outcome: "composed", mail };
}

/** What we said last to the same person, where nobody has written since: another word of ours stands under it. */
async function lastWordTo(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, to }: { conversationId: string; to: Mailbox },
): Promise<MessageContent | null> {
  const newest = await answeredBy(tx, keys, { conversationId, messageId: null });
  const isOurs = newest?.direction === "out" && newest.to.some(({ address }) => isSame(address, to.address));
  return isOurs ? newest : null;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The mail that another one is to stand under: the one it answers, else the newest of the conversation; null in a new one. */
async function answeredBy(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, messageId }: Pick<ReplyInput, "conversationId" | "messageId">,
): Promise<(MessageContent & { direction: string }) | null> {
  const select = { id: true, direction: true, sealed: true };
  const message =
    messageId === null
      ? await tx.message.findFirst({
          where: { conversationId, automatic: false },
          orderBy: [{ at: "desc" }, { id: "desc" }],
          select,
        })
      : await tx.message.findUniqueOrThrow({ where: { id: messageId }, select });
  if (!message) return null;
  const context = `messages.sealed:${message.id}` as const;
  const { direction, sealed: bytes } = message;
  return { ...openJson(keys, { context, bytes }, messageContentSchema), direction };
}

/** Who the shop's mail comes from: its own address, or the deployment's until there is one. */
export function senderMailbox(
  shop: { name: string },
  senders: { name: string; address: string; isDefault: boolean; verifiedAt: Date | null }[],
): Mailbox {
  const sender = pickSender(senders);
  return sender
    ? { name: sender.name || shop.name, address: sender.address }
    : { name: shop.name, address: env.MAIL_FROM };
}

function whyNotWritable(address: string): NoAddress | null {
  const not = (why: NoAddress["why"], message: string): NoAddress => ({
    outcome: "no_address",
    why,
    message,
  });
  if (!address) return not("noAddressLeft", "The writer left no email address.");
  if (!isWritable(address, env.INBOUND_DOMAIN))
    return not("notWritable", "No mail can go to the writer's address.");
  return null;
}
