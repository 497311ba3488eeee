import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { ClaimedJob } from "#app/queue/claim-jobs.server.ts";
import { FenceLost } from "#app/queue/fenced-in-shop.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** How long a claim stays valid without a sign of life, and how often one is given. */
export type LeaseTimes = { lease: Duration; beat: Duration };
export const leaseTimes: LeaseTimes = { lease: minutes(1), beat: seconds(10) };

export type Leases = {
  times: LeaseTimes;
  /** Keeps a claim, of one job or several, alive until `let`. `signal` aborts by `abort`, and when it is lost or handed back. */
  hold: (jobs: readonly Claim[]) => { signal: AbortSignal; abort: (reason: Error) => void; let: () => void };
  held: () => number;
  /** Hands every claim back: the jobs wait again, their attempt is not counted, the fence shuts this process out. */
  handBack: () => Promise<void>;
  stop: () => void;
};

type Claim = Pick<ClaimedJob, "id" | "fence">;
type Held = { jobs: readonly Claim[]; controller: AbortController };

/** One heartbeat for all claims of this process. */
export function keepLeases(times: LeaseTimes = leaseTimes): Leases {
  const claims = new Set<Held>();
  const timer = setInterval(() => {
    beat(claims, times.lease).catch((err: unknown) => logger.warn({ err }, "leases were not renewed"));
  }, times.beat);
  timer.unref();
  return {
    times,
    hold: (jobs) => {
      const claim = { jobs, controller: new AbortController() };
      claims.add(claim);
      return {
        signal: claim.controller.signal,
        abort: (reason) => claim.controller.abort(reason),
        let: () => void claims.delete(claim),
      };
    },
    held: () => claims.size,
    handBack: () => handBack(claims),
    stop: () => clearInterval(timer),
  };
}

/** A row that one of our own transactions has locked is skipped: the sweep skips it too. */
async function beat(claims: Set<Held>, lease: Duration): Promise<void> {
  if (claims.size === 0) return;
  const beaten = [...claims];
  const { rows } = await systemPool.query<{ id: string }>({
    name: "renew-leases",
    text: `WITH ours AS (SELECT * FROM unnest($1::bigint[], $2::int[]) AS ours(id, fence)),
           free AS (
             SELECT jobs.id FROM jobs JOIN ours USING (id, fence) WHERE state = 'running' FOR UPDATE OF jobs SKIP LOCKED),
           renewed AS (
             UPDATE jobs SET lease_until = now() + $3 * interval '1 millisecond' WHERE id IN (SELECT id FROM free))
           SELECT ours.id FROM ours LEFT JOIN jobs ON jobs.id = ours.id AND jobs.fence = ours.fence AND state = 'running'
           WHERE jobs.id IS NULL`,
    values: [...fencesOf(beaten), lease],
  });
  const lost = new Set(rows.map(({ id }) => id));
  for (const { jobs, controller } of beaten) {
    if (jobs.some(({ id }) => lost.has(id))) controller.abort(new FenceLost("The claim was lost"));
  }
}

async function handBack(claims: Set<Held>): Promise<void> {
  const open = [...claims];
  if (open.length === 0) return;
  for (const { controller } of open) controller.abort(new FenceLost("The worker is stopping"));
  await systemPool.query(
    `UPDATE jobs SET state = 'waiting', fence = jobs.fence + 1, attempts = attempts - 1, lease_until = NULL, queued_at = NULL,
       batch = NULL
     WHERE id IN (
       SELECT jobs.id FROM jobs JOIN unnest($1::bigint[], $2::int[]) AS ours(id, fence) USING (id, fence)
       WHERE state = 'running' FOR UPDATE OF jobs SKIP LOCKED)`,
    fencesOf(open),
  );
}

function fencesOf(claims: Held[]): [ids: string[], fences: number[]] {
  const jobs = claims.flatMap((claim) => claim.jobs);
  return [jobs.map(({ id }) => id), jobs.map(({ fence }) => fence)];
}
