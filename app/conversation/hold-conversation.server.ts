import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";

/** Holds a conversation of the shop until the transaction ends, so that what is written about it stands where it is. False when it is not there. */
export async function holdConversation(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<boolean> {
  await lockAgainstRedaction(sqlOf(tx), shopId);
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM conversations WHERE id = ${conversationId} AND shop_id = ${shopId} FOR UPDATE`;
  return rows.length > 0;
}
