import type { Duration } from "#app/lib/duration.ts";
import { systemPool } from "#app/system-db.server.ts";

/** One claim of a job: `fence` is this claim's own number, `attempt` counts it (from 1). */
export type ClaimedJob = {
  id: string;
  shopId: string;
  event: string;
  name: string;
  data: unknown;
  fence: number;
  attempt: number;
};

/**
 * Takes a job when it is still to be done and due. Null when somebody else has it, it is done, or it was put off: the queue
 * may deliver an id twice. The fence shuts out every earlier claim.
 */
export async function claimJob(id: string, lease: Duration): Promise<ClaimedJob | null> {
  const { rows } = await systemPool.query<ClaimedJob>({
    name: "claim-job",
    text: `UPDATE jobs
           SET state = 'running', fence = fence + 1, attempts = attempts + 1, error = NULL,
               lease_until = now() + $2 * interval '1 millisecond'
           WHERE id = $1 AND state IN ('queued', 'waiting') AND run_at <= now()
           RETURNING id, shop_id AS "shopId", event, name, data, fence, attempts AS attempt`,
    values: [id, lease],
  });
  return rows[0] ?? null;
}
