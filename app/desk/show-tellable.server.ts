import { readSideFacts, type OrderToTellOf } from "#app/care/review/side/read-side-facts.server.ts";
import type { SideFact } from "#app/care/review/side/side-facts.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type Tellable = { orders: OrderToTellOf[]; shopper: SideFact[] };

/** What of a conversation a third party could be told; null when there is no such conversation. */
export async function showTellable(tx: Tx, keys: ShopKeys, conversationId: string): Promise<Tellable | null> {
  const row = await tx.conversation.findFirst({ where: { id: conversationId, parentId: null } });
  return row ? readSideFacts(tx, keys, row) : null;
}
