import { judgePriority } from "#app/care/triage/judge-priority.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** A person has to look: the conversation is open and stands first, as urgent as it is now. Spam stays where it is. Hold its lock. */
export async function raiseConversation(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<void> {
  const raised = { id: conversationId, status: { not: "spam" } };
  const before = await tx.conversation.findFirst({
    where: { id: conversationId, status: { in: ["snoozed", "closed"] } },
    select: { shopId: true, status: true },
  });
  await tx.conversation.updateMany({ where: raised, data: { status: "open", updatedAt: now } });
  await judgePriority(tx, keys, { conversationId, now });
  if (before)
    await logEvent(tx, {
      ...{ shopId: before.shopId, conversationId, by: "attune", at: now },
      kind: before.status === "snoozed" ? "woke" : "reopened",
      data: { from: before.status, to: "open", why: "promise" },
    });
}
