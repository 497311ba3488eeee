import type { Tx } from "#app/db.server.ts";
import type { During } from "#app/desk/insights/case.ts";

/** What was decided of writing first, by what became of it; those that still wait are none of it. */
export type Outreaches = { state: string; count: number }[];

const DECIDED = ["sent", "declined", "held_out", "refused"];

export function readOutreaches(tx: Tx, { shopId, start, end }: During): Promise<Outreaches> {
  return tx.$queryRaw<Outreaches>`
    SELECT state, count(*)::int AS count FROM outreaches
    WHERE shop_id = ${shopId} AND state = ANY(${DECIDED}) AND changed_at >= ${start} AND changed_at < ${end}
    GROUP BY state ORDER BY count DESC, state`;
}
