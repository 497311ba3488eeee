import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";

/** A person has to look: the conversation is open, stands first, and is not less urgent than this. Spam stays where it is. */
export async function raiseConversation(
  tx: Tx,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<void> {
  const raised = { id: conversationId, status: { not: "spam" } };
  const before = await tx.conversation.findFirst({
    where: { id: conversationId, status: { in: ["snoozed", "closed"] } },
    select: { shopId: true, status: true },
  });
  await tx.conversation.updateMany({ where: raised, data: { status: "open", updatedAt: now } });
  await tx.conversation.updateMany({
    where: { ...raised, priority: { in: ["low", "normal"] } },
    data: { priority: "high" },
  });
  if (before)
    await logEvent(tx, {
      ...{ shopId: before.shopId, conversationId, by: "attune", at: now },
      kind: before.status === "snoozed" ? "woke" : "reopened",
      data: { from: before.status, to: "open", why: "promise" },
    });
}
