import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { messageContentSchema, type Mailbox } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { blindIndex, openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** Takes a person out of mail to others that they had a copy of: their name and address stand nowhere in it then. */
export async function removeCopies(tx: Tx, keys: ShopKeys, contacts: string[]): Promise<void> {
  const { shopId } = keys;
  const without = (copies: readonly Mailbox[]) =>
    copies.filter(({ address }) => !contacts.includes(blindIndex(keys, "email", address)));
  const mails = await tx.delivery.findMany({ where: { shopId, copyIndexes: { hasSome: contacts } } });
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
    const message = await tx.message.findUnique({ where: { id }, select: { sealed: true } });
    if (!message) continue;
    const said = `messages.sealed:${id}` as const;
    const content = openJson(keys, { context: said, bytes: message.sealed }, messageContentSchema);
    const sealed = sealJson(keys, said, { ...content, cc: without(content.cc) });
    await tx.message.update({ where: { id }, data: { sealed } });
  }
}
