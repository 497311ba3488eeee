import { atRisk } from "#app/desk/inbox/at-risk.server.ts";
import { COUNTED_TO, type CountedView } from "#app/desk/inbox/views.ts";
import type { Tx } from "#app/db.server.ts";

export type ViewCounts = Record<CountedView, number>;

/** How much there is in each view, up to COUNTED_TO: each count stops there, in an index. */
export async function countViews(
  tx: Tx,
  { shopId, me, now }: { shopId: string; me: string; now: Date },
): Promise<ViewCounts> {
  const [counted] = await tx.$queryRaw<Omit<ViewCounts, "risk">[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND status = 'open' LIMIT ${COUNTED_TO}::int) c) AS open,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND assignee_id = ${me} AND status = 'open' LIMIT ${COUNTED_TO}::int) c) AS mine,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND assignee_id IS NULL AND status = 'open' LIMIT ${COUNTED_TO}::int) c) AS unassigned,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND unsure AND status = 'open' LIMIT ${COUNTED_TO}::int) c) AS unsure,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND to_review LIMIT ${COUNTED_TO}::int) c) AS drafts,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND status = 'waiting' LIMIT ${COUNTED_TO}::int) c) AS waiting,
      (SELECT count(*)::int FROM (SELECT FROM conversations
        WHERE shop_id = ${shopId} AND NOT unsent AND status = 'snoozed' LIMIT ${COUNTED_TO}::int) c) AS snoozed`;
  const risk = (await atRisk(tx, { now, most: COUNTED_TO })).length;
  const none = { open: 0, mine: 0, unassigned: 0, unsure: 0, drafts: 0, waiting: 0, snoozed: 0 };
  return { ...(counted ?? none), risk };
}
