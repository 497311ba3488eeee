import { newestMessage } from "#app/conversation/newest-message.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/**
 * Messages came into a conversation or were taken out of it. What is answered together is another run now: a draft of it is looked at, and
 * written anew where it says something else. What is at stake is another thing, too, and until when somebody can act.
 */
export async function announceRegrouped(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<void> {
  const messageId = await newestMessage(tx, conversationId);
  if (messageId) await emit(tx, "facts-changed", { data: { shopId, messageId } });
  await emit(tx, "stakes-changed", { data: { shopId, conversationId } });
}
