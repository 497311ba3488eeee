import { newestMessage } from "#app/conversation/newest-message.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/** What is answered together is another run now: a draft of it is looked at, and written anew where it says something else. */
export async function draftAgain(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<void> {
  const messageId = await newestMessage(tx, conversationId);
  if (messageId) await emit(tx, "facts-changed", { data: { shopId, messageId } });
}
