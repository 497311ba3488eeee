import { bareMailId, mailIdIndex } from "#app/conversation/mail-id.ts";
import { messageContentSchema, type MessageContent } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Whether a mail with this Message-ID left from this shop: it came back, by a list or a forward, and is nobody's message. */
export async function isOurMail(tx: Tx, keys: ShopKeys, mailId: string | null): Promise<boolean> {
  if (!mailId) return false;
  const id = bareMailId(mailId);
  const sent = await tx.delivery.count({ where: { mailMessageId: { in: [id, `<${id}>`] } } });
  if (sent > 0) return true;
  return (await tx.message.count({ where: { mailIdIndex: mailIdIndex(keys, id), direction: "out" } })) > 0;
}

/**
 * Whether the same mail stands in a conversation already: it can come twice with other trace headers (To and Cc, a list and a
 * forward). The Message-ID alone is not enough, since anyone can repeat one: words and attachments must be the same too.
 */
export async function isKnownMail(
  tx: Tx,
  keys: ShopKeys,
  { content, attachments }: { content: MessageContent; attachments: readonly { size: number }[] },
): Promise<boolean> {
  if (!content.mailMessageId) return false;
  const sameId = await tx.message.findMany({
    where: { mailIdIndex: mailIdIndex(keys, content.mailMessageId), direction: "in" },
    select: { id: true, sealed: true },
    take: 20,
  });
  for (const { id, sealed } of sameId) {
    const before = openJson(keys, { context: `messages.sealed:${id}`, bytes: sealed }, messageContentSchema);
    if (!saysTheSame(before, content)) continue;
    const kept = await tx.attachment.findMany({ where: { messageId: id }, select: { size: true } });
    if (sizes(kept) === sizes(attachments)) return true;
  }
  return false;
}

function saysTheSame(one: MessageContent, other: MessageContent): boolean {
  const words = ({ from, subject, text, quoted, html }: MessageContent) =>
    JSON.stringify([from.address, subject, text, quoted, html ?? ""]);
  return words(one) === words(other);
}

const sizes = (attachments: readonly { size: number }[]) =>
  attachments
    .map(({ size }) => size)
    .toSorted((a, b) => a - b)
    .join();
