import { messageText } from "#app/care/understand/message-content.server.ts";
import { ordersAbout } from "#app/care/understand/same-matter.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The orders that each conversation's newest message is about beyond doubt; of one that is not read, or cannot be, none are known. */
export async function ordersAboutIn(
  tx: Tx,
  keys: ShopKeys,
  { conversationIds, now }: { conversationIds: readonly string[]; now: Date },
): Promise<Map<string, string[]>> {
  const newest = await tx.$queryRaw<{ id: string; conversationId: string }[]>`
    SELECT DISTINCT ON (conversation_id) id, conversation_id AS "conversationId" FROM messages
    WHERE shop_id = ${keys.shopId} AND conversation_id = ANY(${[...conversationIds]}) AND direction = 'in' AND NOT automatic
    ORDER BY conversation_id, at DESC, id DESC`;
  const messageIds = newest.map(({ id }) => id);
  // The screen says of it that it cannot be opened (show-reading.server.ts).
  const standing = await standingReadings(tx, keys, { messageIds, now, onUnreadable: () => undefined });
  const about = new Map<string, string[]>();
  for (const { id, conversationId } of newest) {
    const one = standing.get(id);
    if (one) about.set(conversationId, ordersAbout(await effective(one, () => messageText(tx, keys, id))));
  }
  return about;
}
