import { TryAgainAt, Unretryable, type Run } from "#app/job.ts";
import { minutes, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { jobOutcomes, jobSeconds } from "#app/metrics.server.ts";
import type { Ports } from "#app/ports.ts";
import { claimJob, type ClaimedJob } from "#app/queue/claim-job.server.ts";
import { FenceLost, fencedInShop } from "#app/queue/fenced-in-shop.server.ts";
import type { Leases } from "#app/queue/keep-leases.server.ts";
import { settleJob, type Ended, type Settled } from "#app/queue/settle-job.server.ts";

/** A handler as the queue sees it: what its data is, only `ParseJob` knows. */
export type Work = (ports: Ports, run: Run, data: never) => Promise<string>;

/** Checks a job's payload against the map before its handler sees it. */
export type ParseJob = (job: {
  name: string;
  event: string;
  data: unknown;
}) => { outcome: "parsed"; data: unknown } | { outcome: "refused"; reason: string };

export type JobRunner = {
  handlers: Readonly<Record<string, Work>>;
  ports: Ports;
  parse: ParseJob;
  leases: Leases;
  limit?: Duration; // a run that takes longer has hung: it is given up and tried again
};

/** Longer than any one step of a backfill; a run that needs more does its work in several jobs. */
const LONGEST_RUN = minutes(30);

/**
 * Runs one job: claim, parse, handle, settle. May be called twice for the same job: the second finds it claimed. Throws only
 * when the database cannot be reached; the job's lease then runs out and the sweep brings it back.
 */
export async function runJob(runner: JobRunner, id: string): Promise<Settled | "not-claimed"> {
  const job = await claimJob(id, runner.leases.times.lease);
  if (!job) return "not-claimed";
  const lease = runner.leases.hold(job);
  const limit = runner.limit ?? LONGEST_RUN;
  const overdue = setTimeout(() => lease.abort(new Error("The run took too long")), limit);
  const startedAt = performance.now();
  try {
    const ended = await handle(runner, job, lease.signal);
    const settled = ended.outcome === "lost" ? "superseded" : await settleJob(job, ended);
    note(job, settled, ended);
    return settled;
  } finally {
    clearTimeout(overdue);
    lease.let();
    jobSeconds.observe({ name: job.name }, (performance.now() - startedAt) / 1_000);
  }
}

async function handle(
  runner: JobRunner,
  job: ClaimedJob,
  signal: AbortSignal,
): Promise<Ended | { outcome: "lost" }> {
  const work = Object.hasOwn(runner.handlers, job.name) ? runner.handlers[job.name] : undefined;
  if (!work) return { outcome: "refused", reason: "no handler has this name" };
  const parsed = runner.parse(job);
  if (parsed.outcome === "refused") return parsed;
  const run: Run = { shopId: job.shopId, inShop: fencedInShop(job), attempt: job.attempt, signal };
  try {
    // `never`: the parser has just checked the data against the schema that the handler's type comes from.
    const text = await Promise.race([work(runner.ports, run, parsed.data as never), whenAborted(signal)]);
    return { outcome: "done", text };
  } catch (error) {
    if (error instanceof FenceLost) return { outcome: "lost" };
    if (error instanceof TryAgainAt) return { outcome: "put-off", at: error.at, reason: error.message };
    if (error instanceof Unretryable) return { outcome: "refused", reason: error.message };
    return { outcome: "failed", error };
  }
}

/** A handler that does not listen to the signal must not hold the slot; what it still does, the fence refuses. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = () =>
      reject(signal.reason instanceof Error ? signal.reason : new Error("The run was aborted"));
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}

function note(job: ClaimedJob, settled: Settled, ended: Ended | { outcome: "lost" }): void {
  jobOutcomes.inc({ name: job.name, outcome: settled });
  const about = { job: job.id, name: job.name, shop: job.shopId, attempt: job.attempt };
  if (settled === "done" || settled === "put-off") logger.debug(about, `job ${settled}`);
  else
    logger.warn({ ...about, ...(ended.outcome === "failed" ? { err: ended.error } : {}) }, `job ${settled}`);
}
