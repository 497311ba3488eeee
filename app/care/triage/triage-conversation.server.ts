import { judgePriority } from "#app/care/triage/judge-priority.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** A message was read, or read otherwise: it is judged how urgent its conversation is. */
export const triageConversation: Handler<"triageConversation"> = async (ports, run, { messageId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const now = ports.now();
  const triaged = await run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const conversationId = await placeOf(tx, messageId);
    if (!conversationId) return "the message is gone";
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    // It went into another conversation while this one was waited for.
    if ((await placeOf(tx, messageId)) !== conversationId) return null;
    const priority = await judgePriority(tx, keys, { conversationId, now });
    return priority === null ? "it is spam" : `it is ${priority}`;
  });
  if (triaged === null) throw new TryAgainAt(now, "the message moved meanwhile");
  return triaged;
};

async function placeOf(tx: Tx, messageId: string): Promise<string | null> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    select: { conversationId: true },
  });
  return message?.conversationId ?? null;
}
