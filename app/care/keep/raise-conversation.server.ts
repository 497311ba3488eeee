import type { Tx } from "#app/db.server.ts";

/** A person has to look: the conversation is open, stands first, and is not less urgent than this. Spam stays where it is. */
export async function raiseConversation(
  tx: Tx,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<void> {
  const raised = { id: conversationId, status: { not: "spam" } };
  await tx.conversation.updateMany({ where: raised, data: { status: "open", updatedAt: now } });
  await tx.conversation.updateMany({
    where: { ...raised, priority: { in: ["low", "normal"] } },
    data: { priority: "high" },
  });
}
