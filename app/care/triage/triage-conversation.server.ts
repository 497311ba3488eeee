import { applyRulesTo } from "#app/care/triage/apply-rules-to.server.ts";
import { judgePriority } from "#app/care/triage/judge-priority.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/**
 * A message was read, or read otherwise: the shop's rules are applied to what waits in its conversation, and it is judged how urgent
 * that is. A macro that a rule suggests may come after the reply was drafted, which is then drafted anew.
 */
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
    const { applied, suggested } = await applyRulesTo(tx, keys, { conversationId, now });
    if (suggested) await emit(tx, "facts-changed", { data: { shopId, messageId } });
    const priority = await judgePriority(tx, keys, { conversationId, now });
    const ruled = applied > 0 ? `applied ${applied} rules; ` : "";
    return priority === null ? "it is spam" : `${ruled}it is ${priority}`;
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
