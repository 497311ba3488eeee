import { judgePriority } from "#app/care/triage/judge-priority.server.ts";
import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { TryAgainAt } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** What is at stake in a conversation changed, or time did: it is judged anew how urgent it is. */
export const keepPriority: Handler<"keepPriority"> = async (ports, run, { conversationId, at }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const now = ports.now();
  // The queue's clock is the database's: this one may be behind it.
  if (at !== undefined && now < new Date(at)) throw new TryAgainAt(new Date(at), "it is not time yet");
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    if (at !== undefined) {
      const row = await tx.conversationPriority.findUnique({
        where: { id: conversationId },
        select: { lookAt: true },
      });
      if (row?.lookAt?.toISOString() !== at) return "it is looked at at another time";
    }
    const priority = await judgePriority(tx, keys, { conversationId, now });
    return priority === null ? "there is no such conversation to judge" : `it is ${priority}`;
  });
};
