import type { Conversation } from "@prisma/client";
import { conversationOfMail } from "#app/conversation/find-thread.server.ts";
import { mailIdIndex } from "#app/conversation/mail-id.ts";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import { readBounce, reportedRecipient } from "#app/conversation/read-bounce.ts";
import type { AutomaticMail } from "#app/conversation/recognise-automatic.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import type { Tx } from "#app/db.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

const REPORT_CHARS = 100_000;

/**
 * What a bounce or an abuse report says about a mail of ours: the conversation it belongs to. A permanent failure, and a
 * complaint, stop mail to the address that mail went to (not to the one the report names: anyone can write a report, but
 * only who got our mail knows its Message-ID). Null when it is about no mail of this shop.
 */
export async function receiveReport(
  tx: Tx,
  keys: ShopKeys,
  { automatic, mail }: { automatic: AutomaticMail; mail: ParsedMail },
): Promise<Conversation | null> {
  if (automatic.kind !== "bounce" && automatic.kind !== "complaint") return null;
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: Buffer.from(content ?? []).toString("utf8", 0, REPORT_CHARS),
  }));
  const bounce = readBounce(parts);
  const mailIds = [bounce.originalMailId, ...mail.inReplyTo, ...mail.references].filter((id) => id !== null);
  const found = await conversationOfMail(tx, keys, mailIds);
  if (!found?.ours) return null;
  const stops = automatic.kind === "complaint" || bounce.permanent;
  if (stops && bounce.originalMailId) {
    const contactIndex = await recipientOf(tx, keys, {
      mailId: bounce.originalMailId,
      conversation: found.conversation,
      named: reportedRecipient(parts),
    });
    const reason = automatic.kind === "complaint" ? "complained" : `bounced ${bounce.status}`;
    if (contactIndex) await suppress(tx, { shopId: keys.shopId, contactIndex, scope: "all", reason });
  }
  return found.conversation;
}

async function recipientOf(
  tx: Tx,
  keys: ShopKeys,
  { mailId, conversation, named }: { mailId: string; conversation: Conversation; named: string | null },
): Promise<string | null> {
  const delivery = await tx.delivery.findFirst({
    where: { mailMessageId: { in: [mailId, `<${mailId}>`] } },
    select: { recipientIndex: true, copyIndexes: true },
  });
  if (delivery && delivery.copyIndexes.length === 0) return delivery.recipientIndex;
  // Of several it stops the one that the report names, if our mail went there at all.
  if (delivery) {
    const index = named === null ? null : blindIndex(keys, "email", named);
    return [delivery.recipientIndex, ...delivery.copyIndexes].find((one) => one === index) ?? null;
  }
  const sent = await tx.message.count({
    where: { mailIdIndex: mailIdIndex(keys, mailId), direction: "out" },
  });
  return sent > 0 ? conversation.contactIndex : null;
}
