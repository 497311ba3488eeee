import { logEvents } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";

/** Conversations in one transaction. */
const BATCH = 200;

/** The time of snoozed conversations has come: they are open again and stand first. */
export const wakeConversations: Handler<"wakeConversations"> = async (ports, run) => {
  let woken = 0;
  for (;;) {
    const count = await run.inShop((tx) => wakeSome(tx, { shopId: run.shopId, at: ports.now() }));
    woken += count;
    if (count < BATCH) return `woke ${woken} conversations`;
  }
};

async function wakeSome(tx: Tx, { shopId, at }: { shopId: string; at: Date }): Promise<number> {
  await lockAgainstRedaction(sqlOf(tx), shopId);
  const due = await tx.conversation.findMany({
    where: { shopId, status: "snoozed", snoozedUntil: { lte: at } },
    orderBy: { snoozedUntil: "asc" },
    select: { id: true },
    take: BATCH,
  });
  // In the order of their ids, like everything that holds more than one; who moved one meanwhile is right.
  const held = await tx.$queryRaw<{ id: string; until: Date }[]>`
    SELECT id, snoozed_until AS until FROM conversations
    WHERE id = ANY(${due.map(({ id }) => id)}) AND status = 'snoozed' AND snoozed_until <= ${at}
    ORDER BY id FOR UPDATE`;
  await tx.conversation.updateMany({
    where: { id: { in: held.map(({ id }) => id) } },
    data: { status: "open", snoozedUntil: null, updatedAt: at },
  });
  await logEvents(
    tx,
    held.map(({ id: conversationId, until }) => ({
      ...{ shopId, conversationId, kind: "woke", by: "attune", at },
      data: { from: "snoozed", to: "open", fromUntil: until.toISOString(), why: "due" },
    })),
  );
  return due.length;
}
