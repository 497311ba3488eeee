import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Nothing has to be told any more: the draft that would have told it is no longer wanted. What a person asked for stays. */
export async function dropRaised(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<void> {
  const open = await tx.draft.findMany({
    where: { shopId: keys.shopId, conversationId: conversation.id, status: { in: ["waiting", "stale"] } },
  });
  for (const { id, sealed } of open) {
    const { purpose } = openJson(keys, { context: `drafts.sealed:${id}`, bytes: sealed }, draftContentSchema);
    if (purpose !== "answer")
      await tx.draft.update({ where: { id }, data: { status: "superseded", decidedAt: now } });
  }
}
