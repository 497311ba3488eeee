import type { Tx } from "#app/db.server.ts";
import type { Looked } from "#app/desk/insights/case.ts";
import { shareOf, type Share } from "#app/desk/insights/share.ts";

export type Promises = {
  /** Of those whose day is over or that were kept: kept in time. */
  kept: Share;
  late: number;
  broken: number;
  open: number;
};

export async function readPromises(tx: Tx, { shopId, ids }: Looked): Promise<Promises> {
  const [counted] = await tx.$queryRaw<Record<"kept" | "late" | "broken" | "open", number>[]>`
    SELECT (count(*) FILTER (WHERE state = 'kept'))::int AS kept,
      (count(*) FILTER (WHERE state = 'broken' AND kept_at IS NOT NULL))::int AS late,
      (count(*) FILTER (WHERE state = 'broken' AND kept_at IS NULL))::int AS broken,
      (count(*) FILTER (WHERE state = 'open'))::int AS open
    FROM unnest(${ids}::text[]) AS looked(id) CROSS JOIN LATERAL (
      SELECT state, kept_at FROM promises WHERE shop_id = ${shopId} AND conversation_id = looked.id OFFSET 0) AS one`;
  const { kept = 0, late = 0, broken = 0, open = 0 } = counted ?? {};
  return { kept: shareOf(kept, kept + late + broken), late, broken, open };
}
