import { setTimeout as sleep } from "node:timers/promises";
import { TryAgainAt, Unretryable, type BatchRun } from "#app/job.ts";
import { milliseconds, minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { tracedTogether } from "#app/lib/trace.server.ts";
import { jobOutcomes, jobSeconds, jobTotalSeconds, jobWaitSeconds } from "#app/metrics.server.ts";
import type { Ports } from "#app/ports.ts";
import { claimJobs, type ClaimedJob } from "#app/queue/claim-jobs.server.ts";
import { FenceLost, fencedInShop, fencedInShopSql } from "#app/queue/fenced-in-shop.server.ts";
import type { Leases } from "#app/queue/keep-leases.server.ts";
import { settleJobs, type Ended, type Settled } from "#app/queue/settle-jobs.server.ts";
import type { Together } from "#app/queue/share.ts";
import type { UnderWay } from "#app/queue/under-way.ts";

/**
 * A handler as the queue sees it: given a job's data, or, when its name is in `together`, the items of a batch, for each of
 * which it answers. What the data is, only `ParseJob` knows.
 */
export type Work = (ports: Ports, run: BatchRun, given: never) => Promise<string | string[]>;

/** Checks a job's payload against the map before its handler sees it. `unknown`: the map does not have its event. */
export type ParseJob = (job: {
  name: string;
  event: string;
  data: unknown;
}) => { outcome: "parsed"; data: unknown } | { outcome: "refused" | "unknown"; reason: string };

export type JobRunner = {
  handlers: Readonly<Record<string, Work>>;
  together: Together;
  ports: Ports;
  parse: ParseJob;
  leases: Leases;
  underWay: UnderWay;
  limit?: Duration; // a run that takes longer has hung: it is given up and tried again
};

type Lease = ReturnType<Leases["hold"]>;
/** A job whose payload fits. */
type Ready = { job: ClaimedJob; data: unknown };

/** Why a job waits, or was set aside, whose handler this release does not have. */
export const UNKNOWN_NAME = "no handler has this name";
/** How long the end of a run is tried to be written, well within its lease, and how often. */
const SETTLE_WITHIN = seconds(20);
const SETTLE_AGAIN = milliseconds(250);
/** Longer than any one step of a backfill; a run that needs more does its work in several jobs. */
const LONGEST_RUN = minutes(30);

/**
 * Runs the jobs of one message: claim, parse, handle, settle. May be called twice for the same jobs: the second finds them
 * claimed. Throws only when the database cannot be reached for long; the leases then run out and the sweep brings the jobs back.
 */
export async function runJobs(runner: JobRunner, ids: readonly string[]): Promise<void> {
  const claimed = await claimJobs(ids, runner.leases.times.lease);
  const batches = batchesOf(runner, claimed).map((jobs) => ({ jobs, lease: runner.leases.hold(jobs) }));
  try {
    for (const { jobs, lease } of batches) await runBatch(runner, jobs, lease);
  } finally {
    // When one could not be settled, the others' leases must run out like its own.
    for (const { lease } of batches) lease.let();
  }
}

/** What came together stays together where the handler can take it so: a release may batch what another does not. */
function batchesOf({ together }: JobRunner, jobs: ClaimedJob[]): ClaimedJob[][] {
  const [first] = jobs;
  if (!first) return [];
  const alike = jobs.every(({ name, shopId }) => name === first.name && shopId === first.shopId);
  return alike && Object.hasOwn(together, first.name) ? [jobs] : jobs.map((job) => [job]);
}

async function runBatch(runner: JobRunner, jobs: ClaimedJob[], lease: Lease): Promise<void> {
  const [first] = jobs;
  if (!first) return;
  const overdue = setTimeout(
    () => lease.abort(new Error("The run took too long")),
    runner.limit ?? LONGEST_RUN,
  );
  const startedAt = performance.now();
  try {
    const ended = await tracedTogether(`job ${first.name}`, spansOf(jobs), (traces) =>
      handle(
        runner,
        jobs.map((job, place) => ({ ...job, trace: traces[place] ?? null })),
        lease.signal,
      ),
    );
    const settled = await settlePatiently(jobs, ended, lease.signal);
    note(jobs, ended, settled);
    measure(jobs, settled, (performance.now() - startedAt) / 1_000);
  } finally {
    clearTimeout(overdue);
    lease.let();
    jobSeconds.observe({ name: first.name }, (performance.now() - startedAt) / 1_000);
  }
}

/**
 * What was done while the database went away for a moment need not be done again a minute later, when the lease has run out. It
 * is no harm when an end was written and nobody heard of it: the row is not this claim's any more.
 */
async function settlePatiently(jobs: ClaimedJob[], ended: Ended[], signal: AbortSignal): Promise<Settled[]> {
  const giveUpAt = performance.now() + SETTLE_WITHIN;
  for (;;) {
    try {
      return await settleJobs(jobs, ended);
    } catch (error) {
      if (signal.aborted || performance.now() > giveUpAt || !isAway(error)) throw error;
      await sleep(SETTLE_AGAIN);
    }
  }
}

/** By class of SQLSTATE: not bad data, a constraint, an unknown column or a limit, which a second try would meet again. */
function isAway(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return !["22", "23", "42", "54"].includes(code.slice(0, 2));
}

/** Each job goes on in the trace of what caused it. */
const spansOf = (jobs: ClaimedJob[]) =>
  jobs.map(({ id, shopId, attempt, waited, trace }) => ({
    parent: trace,
    attributes: { "job.id": id, "shop.id": shopId, "job.attempt": attempt, "job.waited_s": waited },
  }));

function measure(jobs: ClaimedJob[], settled: Settled[], took: number): void {
  jobs.forEach(({ name, waited, attempt }, place) => {
    jobWaitSeconds.observe({ name }, waited);
    if (attempt === 1 && settled[place] === "done") jobTotalSeconds.observe({ name }, waited + took);
  });
}

/** How each job ended, in their order. */
async function handle(runner: JobRunner, jobs: ClaimedJob[], signal: AbortSignal): Promise<Ended[]> {
  const refused = new Map<ClaimedJob, Ended>();
  const ready: Ready[] = [];
  for (const job of jobs) {
    const parsed: ReturnType<ParseJob> = Object.hasOwn(runner.handlers, job.name)
      ? runner.parse(job)
      : { outcome: "unknown", reason: UNKNOWN_NAME };
    if (parsed.outcome === "parsed") ready.push({ job, data: parsed.data });
    else refused.set(job, parsed);
  }
  const done = ready.length > 0 ? await work(runner, ready, signal) : [];
  const worked = new Map(ready.map(({ job }, place) => [job, done[place]]));
  return jobs.map((job) => refused.get(job) ?? worked.get(job) ?? { outcome: "lost" });
}

async function work(runner: JobRunner, ready: Ready[], signal: AbortSignal): Promise<Ended[]> {
  const [first] = ready;
  const handler = first && runner.handlers[first.job.name];
  if (!handler) return [];
  const { shopId, name, attempt } = first.job;
  const fence = { shopId, jobs: ready.map(({ job }) => job) };
  const run = { shopId, inShop: fencedInShop(fence), inShopSql: fencedInShopSql(fence), attempt, signal };
  const given = Object.hasOwn(runner.together, name)
    ? ready.map(({ job, data }) => ({ data, trace: job.trace }))
    : first.data;
  const all = (ended: Ended) => ready.map(() => ended);
  try {
    // `never`: the parser has just checked the data against the schema that the handler's type comes from.
    const handling = handler(runner.ports, run, given as never);
    runner.underWay.add(handling);
    const said = await Promise.race([handling, whenAborted(signal)]);
    const texts = typeof said === "string" ? [said] : said;
    if (texts.length !== ready.length) throw new TypeError("A handler answers for each of its jobs");
    return texts.map((text) => ({ outcome: "done", text }));
  } catch (error) {
    if (error instanceof FenceLost) return all({ outcome: "lost" });
    if (error instanceof TryAgainAt) return all({ outcome: "put-off", at: error.at, reason: error.message });
    if (ready.length > 1) return all({ outcome: "failed-together", error });
    if (error instanceof Unretryable) return all({ outcome: "refused", reason: error.message });
    return all({ outcome: "failed", error });
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

function note(jobs: ClaimedJob[], ended: Ended[], settled: Settled[]): void {
  for (const outcome of new Set(settled)) {
    const alike = jobs.filter((_job, place) => settled[place] === outcome);
    const [first] = alike;
    if (!first) continue;
    jobOutcomes.inc({ name: first.name, outcome }, alike.length);
    const about = {
      jobs: alike.map(({ id }) => id),
      name: first.name,
      shop: first.shopId,
      attempt: first.attempt,
    };
    const one = ended[jobs.indexOf(first)];
    if (outcome === "done" || outcome === "put-off") logger.debug(about, `jobs ${outcome}`);
    else logger.warn({ ...about, ...(one && "error" in one ? { err: one.error } : {}) }, `jobs ${outcome}`);
  }
}
