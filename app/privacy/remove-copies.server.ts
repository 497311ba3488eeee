import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { messageContentSchema, type Mailbox } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { blindIndex, openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Takes a person out of mail to and from others that they had a copy of: their name and address stand nowhere in it then. Addresses
 * are sealed: mail of others is looked through where the person is known to have taken part, by a copy of ours or a mail of theirs.
 * `wrote`: messages that are theirs, whatever is known of the mail.
 */
export async function removeCopies(
  tx: Tx,
  keys: ShopKeys,
  { contacts, wrote }: { contacts: string[]; wrote: string[] },
): Promise<void> {
  const { shopId } = keys;
  const without = (copies: readonly Mailbox[]) =>
    copies.filter(({ address }) => !contacts.includes(blindIndex(keys, "email", address)));
  const mails = await tx.delivery.findMany({ where: { shopId, copyIndexes: { hasSome: contacts } } });
  const places = [
    ...mails.flatMap(({ conversationId }) => conversationId ?? []),
    ...(await placesWrittenIn(tx, shopId, { contacts, wrote })),
  ];
  for (const { id, sealed: bytes, copyIndexes } of mails) {
    const context = `deliveries.sealed:${id}` as const;
    const mail = openJson(keys, { context, bytes }, outgoingContentSchema);
    await tx.delivery.update({
      where: { id },
      data: {
        copyIndexes: copyIndexes.filter((index) => !contacts.includes(index)),
        sealed: sealJson(keys, context, { ...mail, cc: without(mail.cc ?? []) }),
      },
    });
  }
  const messages = await tx.message.findMany({
    where: {
      shopId,
      OR: [
        { id: { in: mails.map(({ id }) => id) } },
        { direction: "in", conversationId: { in: [...new Set(places)] } },
      ],
    },
    select: { id: true, sealed: true },
  });
  for (const { id, sealed: bytes } of messages) {
    const context = `messages.sealed:${id}` as const;
    const content = openJson(keys, { context, bytes }, messageContentSchema);
    const [to, cc] = [without(content.to), without(content.cc)];
    if (to.length === content.to.length && cc.length === content.cc.length) continue;
    const sealed = sealJson(keys, context, { ...content, to, cc });
    await tx.message.update({ where: { id }, data: { sealed } });
  }
}

/** The conversations with others in which they wrote. */
async function placesWrittenIn(
  tx: Tx,
  shopId: string,
  { contacts, wrote }: { contacts: string[]; wrote: string[] },
): Promise<string[]> {
  const written = await tx.inboundMessage.findMany({
    where: { shopId, senderIndex: { in: contacts } },
    select: { id: true },
  });
  const messages = await tx.message.findMany({
    where: { shopId, id: { in: [...written.map(({ id }) => id), ...wrote] } },
    select: { conversationId: true },
  });
  return messages.map(({ conversationId }) => conversationId);
}
