import { aloneSoon, backoff, MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import type { ClaimedJob } from "#app/queue/claim-jobs.server.ts";
import { describeError } from "#app/queue/describe-error.ts";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { sharedNow } from "#app/queue/shared-clock.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** How a job's run ended. */
export type Ended =
  | { outcome: "done"; text: string }
  | { outcome: "put-off"; at: Date; reason: string }
  | { outcome: "failed"; error: unknown }
  | { outcome: "failed-together"; error: unknown } // one of a batch failed, nobody knows which
  | { outcome: "refused"; reason: string } // trying again cannot help
  | { outcome: "unknown"; reason: string } // a newer release wrote it
  | { outcome: "lost" }; // this claim is not valid any more, of this job or of one it came with

export type Settled = "done" | "put-off" | "retried" | "quarantined" | "superseded";

/** What a claim's end does to its row. `runAt` and `after` (from now) say when it is due next: neither, as soon as it was. */
type Change = {
  settled: Settled;
  state: "done" | "waiting" | "quarantined";
  outcome: string | null;
  error: string | null;
  runAt: Date | null;
  after: Duration | null;
  uncounted: 0 | 1;
  unknown: boolean;
};

/**
 * Writes the end of a claim on its rows, each under its fence, and says what became of each in their order: `superseded` when
 * the row is no longer this claim's. What waits again shuts this claim out: a run that was given up may still be at work.
 */
export async function settleJobs(jobs: readonly ClaimedJob[], ended: readonly Ended[]): Promise<Settled[]> {
  const changes = jobs.map((job, place) => changeOf(job, ended[place] ?? { outcome: "lost" }));
  const { rows } = await systemPool.query<{ id: string }>({
    name: "settle-jobs",
    text: `UPDATE jobs
           SET state = ours.state, outcome = ours.outcome, error = ours.error,
               lease_until = NULL, queued_at = NULL, batch = NULL,
               run_at = CASE WHEN ours.run_at IS NOT NULL THEN greatest(ours.run_at, now())
                             ELSE coalesce(now() + after * interval '1 millisecond', jobs.run_at) END,
               attempts = attempts - uncounted, fence = jobs.fence + (ours.state = 'waiting')::int,
               unknown_since = CASE WHEN unknown THEN coalesce(unknown_since, now()) END,
               done_at = CASE WHEN ours.state IN ('done', 'quarantined') THEN now() END
           FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::float8[], $8::int[],
                       $9::boolean[])
             AS ours(id, fence, state, outcome, error, run_at, after, uncounted, unknown)
           WHERE jobs.id = ANY($1::bigint[]) AND jobs.id = ours.id AND jobs.fence = ours.fence AND jobs.state = 'running'
           RETURNING jobs.id`,
    values: [
      jobs.map(({ id }) => id),
      jobs.map(({ fence }) => fence),
      changes.map(({ state }) => state),
      changes.map(({ outcome }) => outcome?.slice(0, 300) ?? null),
      changes.map(({ error }) => error?.slice(0, 300) ?? null),
      changes.map(({ runAt }) => runAt),
      changes.map(({ after }) => after),
      changes.map(({ uncounted }) => uncounted),
      changes.map(({ unknown }) => unknown),
    ],
  });
  const ours = new Set(rows.map(({ id }) => id));
  return jobs.map(({ id }, place) => (ours.has(id) ? changes[place]?.settled : null) ?? "superseded");
}

function changeOf(job: ClaimedJob, ended: Ended): Change {
  const nothing = {
    outcome: null,
    error: null,
    runAt: null,
    after: null,
    uncounted: 0,
    unknown: false,
  } as const;
  const quarantined = { ...nothing, settled: "quarantined", state: "quarantined" } as const;
  const again = { ...nothing, settled: "retried", state: "waiting" } as const;
  const putOff = { ...nothing, settled: "put-off", state: "waiting", uncounted: 1 } as const;
  switch (ended.outcome) {
    case "done":
      return { ...nothing, settled: "done", state: "done", outcome: ended.text };
    case "put-off": {
      // Never at once: a handler that names a moment gone by would go round without a pause.
      const runAt = new Date(Math.max(ended.at.getTime(), sharedNow().getTime() + seconds(1)));
      return { ...putOff, outcome: ended.reason, runAt };
    }
    case "refused":
      return { ...quarantined, error: ended.reason };
    case "unknown":
      if (job.longUnknown) return { ...quarantined, error: ended.reason };
      return { ...putOff, outcome: ended.reason, after: minutes(1), unknown: true };
    case "failed-together":
      return { ...again, error: describeError(ended.error), after: aloneSoon(Math.random()) };
    case "failed": {
      const error = describeError(ended.error);
      if (job.attempt >= MOST_ATTEMPTS)
        return { ...quarantined, error: `gave up after ${job.attempt} attempts: ${error}` };
      return { ...again, error, after: backoff(job.attempt, Math.random()) };
    }
    case "lost":
      // Those it came with may still be this claim's: they are not made to wait for the lease.
      return { ...putOff, settled: "superseded" };
  }
}
