import { backoff, MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import type { ClaimedJob } from "#app/queue/claim-job.server.ts";
import { describeError } from "#app/queue/describe-error.ts";
import { seconds } from "#app/lib/duration.ts";
import { systemPool } from "#app/system-db.server.ts";

/** How a handler ended. */
export type Ended =
  | { outcome: "done"; text: string }
  | { outcome: "put-off"; at: Date; reason: string }
  | { outcome: "failed"; error: unknown }
  | { outcome: "refused"; reason: string }; // trying again cannot help

export type Settled = "done" | "put-off" | "retried" | "quarantined" | "superseded";

/** Writes a claim's end on its row, under its fence: `superseded` when the row is no longer this claim's. */
export async function settleJob(job: ClaimedJob, ended: Ended): Promise<Settled> {
  const change = changeOf(job, ended);
  const { rowCount } = await systemPool.query({
    name: "settle-job",
    text: `UPDATE jobs
           SET state = $3, outcome = $4, error = $5, lease_until = NULL, queued_at = NULL,
               run_at = coalesce(greatest($6, now()), run_at),
               attempts = attempts - $7,
               done_at = CASE WHEN $3 IN ('done', 'quarantined') THEN now() END
           WHERE id = $1 AND fence = $2 AND state = 'running'`,
    values: [job.id, job.fence, change.state, change.outcome, change.error, change.runAt, change.uncounted],
  });
  return rowCount === 1 ? change.settled : "superseded";
}

function changeOf(job: ClaimedJob, ended: Ended) {
  const nothing = { outcome: null, error: null, runAt: null, uncounted: 0 };
  switch (ended.outcome) {
    case "done":
      return { ...nothing, settled: "done", state: "done", outcome: ended.text.slice(0, 300) } as const;
    case "put-off": {
      // Never at once: a handler that names a moment gone by would go round without a pause.
      const runAt = new Date(Math.max(ended.at.getTime(), Date.now() + seconds(1)));
      return {
        ...nothing,
        settled: "put-off",
        state: "waiting",
        outcome: ended.reason.slice(0, 300),
        runAt,
        uncounted: 1,
      } as const;
    }
    case "refused":
      return {
        ...nothing,
        settled: "quarantined",
        state: "quarantined",
        error: ended.reason.slice(0, 300),
      } as const;
    case "failed": {
      const error = describeError(ended.error);
      if (job.attempt >= MOST_ATTEMPTS) {
        const gaveUp = `gave up after ${job.attempt} attempts: ${error}`;
        return { ...nothing, settled: "quarantined", state: "quarantined", error: gaveUp } as const;
      }
      const runAt = new Date(Date.now() + backoff(job.attempt, Math.random()));
      return { ...nothing, settled: "retried", state: "waiting", error, runAt } as const;
    }
  }
}
