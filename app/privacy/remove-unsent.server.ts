import type { Tx } from "#app/db.server.ts";
import { removeEdits } from "#app/privacy/remove-edits.server.ts";

/**
 * Removes what was to be told of a deleted order and never left: its drafts, a mail that was approved, and the conversation that nobody
 * saw, which holds the order's name and address.
 */
export async function removeUnsent(
  tx: Tx,
  { shopId, orderId }: { shopId: string; orderId: string },
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversations
    WHERE shop_id = ${shopId} AND unsent AND issue_id IS NOT NULL AND order_ids @> ARRAY[${orderId}]
    ORDER BY id FOR UPDATE`;
  if (rows.length === 0) return;
  const conversationId = { in: rows.map(({ id }) => id) };
  await removeEdits(tx, shopId, { conversationId });
  await tx.staffFact.deleteMany({ where: { shopId, conversationId } });
  await tx.note.deleteMany({ where: { shopId, conversationId } });
  await tx.conversationEvent.deleteMany({ where: { shopId, conversationId } });
  await tx.translation.deleteMany({ where: { shopId, conversationId } });
  await tx.delivery.deleteMany({ where: { shopId, conversationId } });
  await tx.draft.deleteMany({ where: { shopId, conversationId } });
  await tx.conversation.deleteMany({ where: { shopId, id: conversationId } });
}
