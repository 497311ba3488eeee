import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import type { Tx } from "#app/db.server.ts";

/**
 * By what message a draft of a conversation is asked for: the newest that a person wrote to the shop, else, where we began it and nobody
 * answered, our own. Null where nothing was said.
 */
export async function newestMessage(tx: Tx, conversationId: string): Promise<string | null> {
  const theirs = await messageToAnswer(tx, conversationId);
  if (theirs) return theirs;
  const ours = await tx.message.findFirst({
    where: { conversationId, direction: "out", automatic: false },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return ours?.id ?? null;
}
