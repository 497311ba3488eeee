import type { Tx } from "#app/db.server.ts";
import { days, type Duration } from "#app/lib/duration.ts";

/** The pace of these weeks is what the next days are expected to be like. */
const LATELY = days(28);
/** A longer queue is not counted to its end: nobody is told of a day so far off. */
const MOST = 5_000;

/** How many conversations wait for an answer now, and how many answers left lately. */
export async function readPace(
  tx: Tx,
  { shopId, now }: { shopId: string; now: Date },
): Promise<{ queue: number; answered: number; over: Duration }> {
  const queue = await tx.conversation.count({
    where: { shopId, unsent: false, status: "open" },
    orderBy: { updatedAt: "asc" },
    take: MOST,
  });
  const answered = await tx.delivery.count({
    where: {
      ...{ shopId, status: "sent", purpose: { in: ["reply", "promise_at_risk", "correction"] } },
      at: { gt: new Date(now.getTime() - LATELY), lte: now },
    },
  });
  return { queue, answered, over: LATELY };
}
