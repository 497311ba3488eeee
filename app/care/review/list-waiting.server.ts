import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A draft that waits, by what its conversation is about and with whom; both may be empty. */
export type WaitingDraft = { id: string; subject: string; contactName: string };

/** The shop's drafts that wait for somebody, the newest first. */
export async function listWaiting(tx: Tx, keys: ShopKeys, limit: number): Promise<WaitingDraft[]> {
  const rows = await tx.draft.findMany({
    where: { shopId: keys.shopId, status: "waiting" },
    select: { id: true, conversationId: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const conversations = await tx.conversation.findMany({
    where: { shopId: keys.shopId, id: { in: rows.map(({ conversationId }) => conversationId) } },
    select: { id: true, sealed: true },
  });
  const sealed = new Map(conversations.map((one) => [one.id, one.sealed]));
  return rows.flatMap(({ id, conversationId }) => {
    const bytes = sealed.get(conversationId);
    if (!bytes) return [];
    const context = `conversations.sealed:${conversationId}` as const;
    const { subject, contactName } = openJson(keys, { context, bytes }, conversationContentSchema);
    return [{ id, subject, contactName }];
  });
}
