import type { Duration } from "#app/lib/duration.ts";
import { systemPool } from "#app/system-db.server.ts";

/** One claim of a job: `fence` is this claim's own number, `attempt` counts it (from 1). */
export type ClaimedJob = {
  id: string;
  shopId: string;
  event: string;
  name: string;
  data: unknown;
  trace: string | null;
  fence: number;
  attempt: number;
  waited: number; // seconds from due to claimed
  /** No worker knew its name for an hour: a deployment does not take that long. */
  longUnknown: boolean;
};

/**
 * Takes those of a message's jobs that are still to be done and due, in the order of their ids. None when somebody else has
 * them, they are done, or were put off: the queue may deliver a message twice. The fence shuts out every earlier claim. Of
 * several only first attempts are taken: one that failed meanwhile comes back alone.
 */
export async function claimJobs(ids: readonly string[], lease: Duration): Promise<ClaimedJob[]> {
  const { rows } = await systemPool.query<ClaimedJob>({
    name: "claim-jobs",
    text: `WITH free AS (
             SELECT id FROM jobs
             WHERE id = ANY($1::bigint[]) AND state IN ('queued', 'waiting') AND run_at <= now()
               AND (attempts = 0 OR cardinality($1) = 1)
             ORDER BY id FOR UPDATE SKIP LOCKED),
           claimed AS (
             UPDATE jobs
             SET state = 'running', fence = fence + 1, attempts = attempts + 1, error = NULL,
                 lease_until = now() + $2 * interval '1 millisecond'
             FROM free WHERE jobs.id = free.id
             RETURNING jobs.*)
           SELECT id, shop_id AS "shopId", event, name, data, trace, fence, attempts AS attempt,
                  extract(epoch FROM clock_timestamp() - run_at)::float8 AS waited,
                  coalesce(unknown_since < now() - interval '1 hour', false) AS "longUnknown"
           FROM claimed ORDER BY id`,
    values: [ids, lease],
  });
  return rows;
}
