import { UNKNOWN_NAME } from "#app/queue/run-jobs.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/**
 * Takes up again what a worker set aside because it did not know the job's name, when this release knows it: the release that
 * wrote it was not there yet, or was rolled back for a while.
 *
 * @param names the jobs this process has handlers for
 * @returns how many wait again
 */
export async function takeUpKnown(names: readonly string[]): Promise<number> {
  const { rowCount } = await systemPool.query({
    name: "take-up-known",
    text: `UPDATE jobs SET state = 'waiting', attempts = 0, run_at = now(), error = NULL, done_at = NULL
           WHERE id IN (
             SELECT id FROM jobs WHERE state = 'quarantined' AND error = $1 AND name = ANY($2::text[])
             LIMIT 2000 FOR UPDATE SKIP LOCKED)`,
    values: [UNKNOWN_NAME, names],
  });
  return rowCount ?? 0;
}
