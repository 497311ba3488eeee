import { changeConversations, MOST_AT_ONCE } from "#app/care/triage/change-conversations.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** Who was taken out of the team has nothing to do any more: what was theirs is nobody's, closed conversations too, since they may be opened again. */
export const unassignConversations: Handler<"unassignConversations"> = async (ports, run, { staffId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  let given = 0;
  for (;;) {
    const count = await run.inShop(async (tx) => {
      const member = await tx.staffMember.findUnique({ where: { shopId_id: { shopId, id: staffId } } });
      if (member && !member.removedAt) return null;
      const ids = await assignedTo(tx, { shopId, staffId });
      const change = { assigneeId: null };
      await changeConversations(tx, keys, { ids, change, by: "attune", at: ports.now() });
      return ids.length;
    });
    if (count === null) return "they are in the team again";
    given += count;
    if (count === 0) return `gave back ${given} conversations`;
  }
};

/** Those that an inbox shows are found by an index; the few that it does not show stand by themselves. */
async function assignedTo(
  tx: Tx,
  { shopId, staffId }: { shopId: string; staffId: string },
): Promise<string[]> {
  const assigned = (unsent: boolean) =>
    tx.conversation.findMany({
      where: { shopId, assigneeId: staffId, unsent },
      select: { id: true },
      take: MOST_AT_ONCE,
    });
  const shown = await assigned(false);
  return (shown.length > 0 ? shown : await assigned(true)).map(({ id }) => id);
}
