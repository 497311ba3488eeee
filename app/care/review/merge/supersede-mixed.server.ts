import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A draft that waits and answers messages which are elsewhere now answers nobody: another one takes its place. Hold the conversation. */
export async function supersedeMixed(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<void> {
  const waiting = await tx.draft.findMany({
    where: { conversationId, status: { in: ["waiting", "stale"] }, messageId: { not: null } },
  });
  if (waiting.length === 0) return;
  const messages = await tx.message.findMany({ where: { conversationId }, select: { id: true } });
  const there = new Set(messages.map(({ id }) => id));
  const mixed = waiting.filter((row) => {
    const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
    const { answers = [] } = openJson(keys, sealed, draftContentSchema);
    return [row.messageId ?? "", ...answers].some((id) => !there.has(id));
  });
  await tx.draft.updateMany({
    where: { id: { in: mixed.map(({ id }) => id) } },
    data: { status: "superseded", decidedAt: now },
  });
}
