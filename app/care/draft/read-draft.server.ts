import type { Draft } from "#app/care/draft/draft.ts";
import { openDraft } from "#app/care/draft/open-draft.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The draft a conversation shows: the newest that waits, went stale or was sent; null when there is none. */
export async function readDraft(tx: Tx, keys: ShopKeys, conversationId: string): Promise<Draft | null> {
  const row = await tx.draft.findFirst({
    where: { conversationId, status: { in: ["waiting", "stale", "sent"] } },
    orderBy: { version: "desc" },
  });
  return row && openDraft(keys, row);
}
