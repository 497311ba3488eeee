import { days, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { backoff, MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import { systemPool } from "#app/system-db.server.ts";

export type Swept = { requeued: number; recovered: number; givenUp: number };

/** A queued job is claimed within milliseconds when the queue works. */
export const CLAIM_WITHIN = seconds(30);
const KEEP_DONE = days(7);

/**
 * Brings back what got stuck, by the rows alone: jobs the queue was given and nobody claimed (it was flushed, or it died),
 * and jobs whose claim stopped giving signs of life. Attempts are counted in the row, so a job that kills its worker every
 * time ends in quarantine. Rows that somebody has locked are alive and are skipped.
 */
export async function sweep(claimWithin: Duration = CLAIM_WITHIN): Promise<Swept> {
  const unclaimed = await systemPool.query({
    name: "sweep-unclaimed",
    text: `UPDATE jobs SET state = 'waiting', queued_at = NULL WHERE id IN (
             SELECT id FROM jobs WHERE state = 'queued' AND queued_at < now() - $1 * interval '1 millisecond'
             ORDER BY queued_at LIMIT 500 FOR UPDATE SKIP LOCKED)`,
    values: [claimWithin],
  });
  const expired = await systemPool.query<{ id: string; state: string }>({
    name: "sweep-expired",
    text: `UPDATE jobs SET
             state = CASE WHEN attempts >= $1 THEN 'quarantined' ELSE 'waiting' END,
             error = CASE WHEN attempts >= $1 THEN 'the worker stopped at each of ' || attempts || ' attempts'
                          ELSE 'the worker stopped while running it' END,
             done_at = CASE WHEN attempts >= $1 THEN now() END,
             run_at = now() + least($2 * power(2, attempts - 1), 3600000) * interval '1 millisecond',
             lease_until = NULL, queued_at = NULL
           WHERE id IN (
             SELECT id FROM jobs WHERE state = 'running' AND lease_until < now()
             ORDER BY lease_until LIMIT 500 FOR UPDATE SKIP LOCKED)
           RETURNING id, state`,
    values: [MOST_ATTEMPTS, backoff(1, 0)],
  });
  const givenUp = expired.rows.filter(({ state }) => state === "quarantined").length;
  return { requeued: unclaimed.rowCount ?? 0, recovered: expired.rows.length - givenUp, givenUp };
}

/** Done jobs are kept for a week for whoever asks what happened. Quarantined ones stay until somebody looks. */
async function forgetDone(): Promise<void> {
  await systemPool.query({
    name: "forget-done",
    text: `DELETE FROM jobs WHERE id IN (
             SELECT id FROM jobs WHERE state = 'done' AND done_at < now() - $1 * interval '1 millisecond'
             LIMIT 2000 FOR UPDATE SKIP LOCKED)`,
    values: [KEEP_DONE],
  });
}

export type SweepOptions = { every?: Duration; claimWithin?: Duration; found: (swept: Swept) => void };

/** Sweeps until stopped. Any number of processes may. */
export function startSweep(options: SweepOptions): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const once = async () => {
    const swept = await sweep(options.claimWithin);
    await forgetDone();
    if (swept.requeued + swept.recovered + swept.givenUp === 0) return;
    logger.warn(swept, "jobs were stuck");
    options.found(swept);
  };
  const timer = setInterval(
    () => {
      if (busy) return;
      busy = true;
      running = once()
        .catch((err: unknown) => logger.warn({ err }, "the sweep failed"))
        .finally(() => {
          busy = false;
        });
    },
    options.every ?? seconds(5),
  );
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
