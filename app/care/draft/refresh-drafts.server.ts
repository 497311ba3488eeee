import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { changedFacts } from "#app/care/draft/changed-facts.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * An order was mirrored: waiting drafts that cite it and no longer say what the record says turn stale, and a new draft is
 * asked for. One conversation at a time, so that a burst of webhooks never holds many of them.
 */
export const refreshDrafts: Handler<"refreshDrafts"> = async (_ports, run, { orderId }) => {
  const keys = await shopKeys(run.shopId);
  const waiting = await run.inShop((tx) =>
    tx.draft.findMany({
      where: { status: "waiting", factOrderIds: { has: orderId } },
      select: { id: true, conversationId: true },
    }),
  );
  if (waiting.length === 0) return "no waiting draft cites this order";
  let stale = 0;
  for (const draft of waiting) if (await run.inShop((tx) => refresh(tx, keys, draft))) stale += 1;
  return stale === 0 ? "the cited facts are unchanged" : `marked ${stale} of ${waiting.length} drafts stale`;
};

async function refresh(
  tx: Tx,
  keys: ShopKeys,
  { id, conversationId }: { id: string; conversationId: string },
): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  const draft = await tx.draft.findFirst({ where: { id, status: "waiting" } });
  const conversation = draft && (await readConversation(tx, keys, conversationId));
  const message = conversation?.messages.find((one) => one.id === draft?.messageId);
  if (!draft || !conversation || !message) return false;
  const before = openJson(keys, { context: `drafts.sealed:${id}`, bytes: draft.sealed }, draftContentSchema);
  // As of when it was made: only the records can differ then, not the time of day.
  const gathered = await gather(tx, keys, { conversation, message, now: draft.createdAt, hint: before.hint });
  if (gathered && changedFacts(before, composeDraft(gathered.input).content).length === 0) return false;
  await tx.draft.update({ where: { id }, data: { status: "stale" } });
  await emit(tx, "facts-changed", { data: { shopId: keys.shopId, messageId: message.id } });
  return true;
}
