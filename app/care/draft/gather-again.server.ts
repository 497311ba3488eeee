import type { Draft } from "@prisma/client";
import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { gatherMessage } from "#app/care/draft/message/gather-message.server.ts";
import { gatherOutreach } from "#app/care/draft/outreach/gather-outreach.server.ts";
import { gatherOwed } from "#app/care/draft/outreach/gather-owed.server.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * What a draft was made from, as the records have it now, read as of when it was made: only the records can differ then, not the time of
 * day. Null where it can be made no more: its message, its order or what it tells is gone.
 */
export async function gatherAgain(
  tx: Tx,
  keys: ShopKeys,
  given: {
    conversation: ReadConversation;
    row: Pick<Draft, "id" | "messageId" | "createdAt" | "language">;
    content: Pick<DraftContent, "hint" | "outreach" | "message">;
  },
): Promise<DraftInput | null> {
  const { conversation, row, content } = given;
  const asked = { conversation, now: row.createdAt, hint: content.hint };
  if (row.messageId !== null) {
    const message = conversation.messages.find(({ id }) => id === row.messageId);
    return (message && (await gather(tx, keys, { ...asked, message }))?.input) ?? null;
  }
  if (content.message) {
    const { orderId } = content.message;
    return gatherMessage(tx, keys, { ...asked, orderId, language: row.language });
  }
  if (!content.outreach) return (await gatherOwed(tx, keys, asked))?.input ?? null;
  const { outreachId } = content.outreach;
  const gathered = await gatherOutreach(tx, keys, {
    ...{ ...asked, outreachId, conversationId: conversation.id, own: row.id },
  });
  return typeof gathered === "string" ? null : gathered.input;
}
