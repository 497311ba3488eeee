import { seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { backoff, MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import { forgetHandled } from "#app/queue/forget-handled.server.ts";
import { systemPool } from "#app/system-db.server.ts";

export type Swept = { requeued: number; recovered: number; givenUp: number };

/** A queued job is claimed within milliseconds when the queue works. With the time between two sweeps, less than half a minute. */
export const CLAIM_WITHIN = seconds(20);
/** Rows a statement takes at most; a sweep goes on while there are more. */
const MOST = 2_000;

/**
 * Brings back what got stuck, by the rows alone: jobs the queue was given and nobody claimed (it was flushed, or it died),
 * and jobs whose claim stopped giving signs of life. Attempts are counted in the row, so a job that kills its worker every
 * time ends in quarantine. Rows that somebody has locked are alive and are skipped.
 */
export async function sweep(claimWithin: Duration = CLAIM_WITHIN): Promise<Swept> {
  const swept: Swept = { requeued: 0, recovered: 0, givenUp: 0 };
  for (let more = true; more;) {
    const requeued = await requeueUnclaimed(claimWithin);
    swept.requeued += requeued;
    more = requeued === MOST;
  }
  for (let more = true; more;) {
    const states = await endExpired();
    const givenUp = states.filter((state) => state === "quarantined").length;
    swept.givenUp += givenUp;
    swept.recovered += states.length - givenUp;
    more = states.length === MOST;
  }
  return swept;
}

async function requeueUnclaimed(claimWithin: Duration): Promise<number> {
  const { rowCount } = await systemPool.query({
    name: "sweep-unclaimed",
    text: `UPDATE jobs SET state = 'waiting', queued_at = NULL, batch = NULL WHERE id IN (
             SELECT id FROM jobs WHERE state = 'queued' AND queued_at < now() - $1 * interval '1 millisecond'
             ORDER BY queued_at LIMIT ${MOST} FOR UPDATE SKIP LOCKED)`,
    values: [claimWithin],
  });
  return rowCount ?? 0;
}

/** The states that jobs whose lease ran out are in now. Those of a batch come back one by one: one of them may be at fault. */
async function endExpired(): Promise<string[]> {
  const { rows } = await systemPool.query<{ state: string }>({
    name: "sweep-expired",
    text: `UPDATE jobs SET
             state = CASE WHEN attempts >= $1 THEN 'quarantined' ELSE 'waiting' END,
             error = CASE WHEN attempts >= $1 THEN 'the worker stopped at each of ' || attempts || ' attempts'
                          ELSE 'the worker stopped while running it' END,
             done_at = CASE WHEN attempts >= $1 THEN now() END,
             run_at = now() + least($2 * power(2, attempts - 1), 3600000) * interval '1 millisecond',
             lease_until = NULL, queued_at = NULL, batch = NULL
           WHERE id IN (
             SELECT id FROM jobs WHERE state = 'running' AND lease_until < now()
             ORDER BY lease_until LIMIT ${MOST} FOR UPDATE SKIP LOCKED)
           RETURNING state`,
    values: [MOST_ATTEMPTS, backoff(1, 0)],
  });
  return rows.map(({ state }) => state);
}

export type SweepOptions = { every?: Duration; claimWithin?: Duration; found: (swept: Swept) => void };

/** Sweeps until stopped. Any number of processes may. */
export function startSweep(options: SweepOptions): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const once = async () => {
    const swept = await sweep(options.claimWithin);
    await forgetHandled();
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
