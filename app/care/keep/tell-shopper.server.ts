import { newestMessage } from "#app/conversation/newest-message.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/** The shopper of a conversation has to be told something: a draft of it is asked for. Where nothing was said yet there is nobody to tell. */
export async function tellShopper(
  tx: Tx,
  event: "promise-at-risk" | "correction-needed",
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<void> {
  const messageId = await newestMessage(tx, conversationId);
  if (messageId) await emit(tx, event, { data: { shopId, messageId } });
}
