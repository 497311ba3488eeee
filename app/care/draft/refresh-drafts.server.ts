import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { changedFacts } from "#app/care/draft/changed-facts.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { markStale } from "#app/care/draft/mark-stale.server.ts";
import { gatherAgain } from "#app/care/draft/gather-again.server.ts";
import { announceStakes } from "#app/conversation/announce-stakes.server.ts";
import { announceTold } from "#app/conversation/announce-told.server.ts";
import { keepOrderStates } from "#app/conversation/keep-order-states.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { BatchHandler } from "#app/job.ts";
import { activeTrace } from "#app/lib/trace.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Orders were mirrored: waiting drafts that cite one of them and no longer say what the record says turn stale, and new drafts
 * are asked for. Most orders are cited by none, so that one query serves them all. One conversation at a time, so that a burst
 * of webhooks never holds many of them. Where something was said or promised of an order before, the stage that keeps it is told; where a
 * conversation about it is open, the one that judges how urgent that is.
 * Lists of conversations know where their orders are.
 */
export const refreshDrafts: BatchHandler<"refreshDrafts"> = async (_ports, run, items) => {
  const orderIds = items.map(({ data }) => data.orderId);
  await run.inShopSql((sql) => keepOrderStates(sql, run.shopId, orderIds));
  const waiting = await run.inShopSql(async (sql) => {
    await announceTold(
      sql,
      run.shopId,
      items.map(({ data, trace }) => ({ orderId: data.orderId, trace })),
    );
    await announceStakes(
      sql,
      run.shopId,
      items.map(({ data }) => data.orderId),
    );
    return sql<Waiting>(
      `SELECT id, conversation_id AS "conversationId", fact_order_ids AS "orderIds" FROM drafts
       WHERE shop_id = $1 AND status = 'waiting' AND fact_order_ids && $2::text[] ORDER BY conversation_id, id`,
      [run.shopId, orderIds],
    );
  });
  if (waiting.length === 0) return items.map(() => NOBODY_CITES_IT);
  const keys = await shopKeys(run.shopId);
  const stale = new Set<Waiting>();
  for (const draft of waiting) {
    const cause = items.find(({ data }) => draft.orderIds.includes(data.orderId));
    if (await run.inShop((tx) => refreshDraft(tx, keys, { ...draft, trace: cause?.trace ?? null })))
      stale.add(draft);
  }
  return items.map(({ data }) => {
    const citing = waiting.filter(({ orderIds }) => orderIds.includes(data.orderId));
    if (citing.length === 0) return NOBODY_CITES_IT;
    const count = citing.filter((draft) => stale.has(draft)).length;
    return count === 0 ? "the cited facts are unchanged" : `marked ${count} of ${citing.length} drafts stale`;
  });
};

/** The ledger of a conversation changed: a waiting draft that tells of it may not say what it says any more. Hold the conversation. */
export async function refreshRaised(tx: Tx, keys: ShopKeys, conversationId: string): Promise<void> {
  const waiting = await tx.draft.findMany({
    where: { shopId: keys.shopId, conversationId, status: "waiting" },
  });
  for (const { id, sealed } of waiting) {
    const { plan } = openJson(keys, { context: `drafts.sealed:${id}`, bytes: sealed }, draftContentSchema);
    if (plan.raises) await refreshDraft(tx, keys, { id, conversationId, trace: activeTrace() });
  }
}

type Waiting = { id: string; conversationId: string; orderIds: string[] };

const NOBODY_CITES_IT = "no waiting draft cites this order";

/** Whether a waiting draft no longer says what the records say, and so turned stale. */
export async function refreshDraft(
  tx: Tx,
  keys: ShopKeys,
  { id, conversationId, trace }: { id: string; conversationId: string; trace: string | null },
): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  const draft = await tx.draft.findFirst({ where: { id, status: "waiting" } });
  const conversation = draft && (await readConversation(tx, keys, conversationId));
  if (!draft || !conversation) return false;
  const before = openJson(keys, { context: `drafts.sealed:${id}`, bytes: draft.sealed }, draftContentSchema);
  const input = await gatherAgain(tx, keys, { conversation, row: draft, content: before });
  const made = input && composeDraft(input);
  const staleBecause = made ? changedFacts(before, made.content) : [];
  // Of what nobody asked for nothing may be left to tell.
  const isOver = draft.messageId === null && made?.without != null;
  if (made && staleBecause.length === 0 && !isOver) return false;
  await markStale(tx, keys, { id, content: { ...before, staleBecause } });
  await askAnew(tx, { row: draft, content: before, trace });
  return true;
}
