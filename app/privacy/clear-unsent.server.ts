import { KEPT_UNSENT } from "#app/care/draft/message/begin-message.server.ts";
import { isUndone } from "#app/care/review/undone-key.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { removeEdits } from "#app/privacy/remove-edits.server.ts";

/**
 * What somebody began to write and did not send in a week: the message with its conversation, which nobody else saw, and files that were
 * put in it. Files that wait in a conversation which stays go by themselves.
 */
export const clearUnsent: Handler<"clearUnsent"> = async (ports, run, { placeId }) =>
  run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const { shopId } = run;
    const since = new Date(ports.now().getTime() - KEPT_UNSENT);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${placeId} FOR UPDATE`;
    const files = await tx.attachment.deleteMany({
      where: { shopId, placeId, messageId: null, deliveryId: null, createdAt: { lte: since } },
    });
    const removed = await removeBegun(tx, { shopId, conversationId: placeId });
    return `${removed ? "removed a message that was not sent" : "it was sent or is gone"}; files ${files.count}`;
  });

async function removeBegun(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<boolean> {
  const row = await tx.conversation.findUnique({ where: { id: conversationId } });
  if (!row?.unsent || row.issueId !== null || row.parentId !== null) return false;
  const mails = await tx.delivery.findMany({ where: { shopId, conversationId }, select: { key: true } });
  const messages = await tx.message.count({ where: { shopId, conversationId } });
  if (messages > 0 || mails.some((mail) => !isUndone(mail))) return false;
  await removeEdits(tx, shopId, { conversationId: { in: [conversationId] } });
  await tx.staffFact.deleteMany({ where: { shopId, conversationId } });
  await tx.note.deleteMany({ where: { shopId, conversationId } });
  await tx.conversationEvent.deleteMany({ where: { shopId, conversationId } });
  await tx.translation.deleteMany({ where: { shopId, conversationId } });
  await tx.delivery.deleteMany({ where: { shopId, conversationId } });
  await tx.draft.deleteMany({ where: { shopId, conversationId } });
  await tx.conversation.delete({ where: { id: conversationId } });
  return true;
}
