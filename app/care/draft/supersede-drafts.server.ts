import type { Tx } from "#app/db.server.ts";

/**
 * What waited in a conversation can no longer be sent: a newer message or draft took its place, `but` stays. An order problem that one of
 * them told of is decided on anew when it changes. Hold the conversation.
 */
export async function supersedeDrafts(
  tx: Tx,
  { conversationId, now, but }: { conversationId: string; now: Date; but?: string },
): Promise<void> {
  const waiting = await tx.draft.findMany({
    where: {
      conversationId,
      status: { in: ["waiting", "stale"] },
      ...(but === undefined ? {} : { id: { not: but } }),
    },
    select: { id: true, messageId: true },
  });
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await tx.draft.updateMany({
    where: { id: { in: ids } },
    data: { status: "superseded", decidedAt: now },
  });
  const unasked = waiting.filter(({ messageId }) => messageId === null).map(({ id }) => id);
  if (unasked.length === 0) return;
  await tx.outreach.updateMany({
    where: { draftId: { in: unasked }, state: { in: ["waiting", "wanted"] } },
    data: { state: "superseded", draftId: null, notBefore: null, lookAt: null, changedAt: now },
  });
}
