import { recountWaiting } from "#app/conversation/recount-waiting.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

type Wanting = { shopId: string; conversationId: string; messageId: string; wantsReply: boolean };

/**
 * Writes down whether a message wants an answer, by what was read in it. For one that wants none no clock runs, and nobody waits; a person
 * may answer it all the same. Hold the conversation.
 */
export async function keepWantsReply(tx: Tx, given: Wanting): Promise<void> {
  const { shopId, conversationId, messageId, wantsReply } = given;
  const { count } = await tx.message.updateMany({
    where: { id: messageId, conversationId, wantsReply: !wantsReply },
    data: { wantsReply },
  });
  if (count === 0) return;
  await recountWaiting(tx, { shopId, ids: [conversationId] });
  await emit(tx, "stakes-changed", { data: { shopId, conversationId } });
}
