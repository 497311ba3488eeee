import type { InShop, InShopSql } from "#app/db.server.ts";
import type { JobData, JobName } from "#app/pipeline.ts";
import type { Ports } from "#app/ports.ts";

/**
 * One claim of one job. `inShop` is the shop's database under this claim's fence: its transaction fails when another claim
 * was made since, so a worker that was paused or believed dead cannot write what the next one wrote already.
 */
export type Run = {
  shopId: string;
  inShop: InShop;
  /** The same, for the hot paths. */
  inShopSql: InShopSql;
  attempt: number;
  signal: AbortSignal;
};

/**
 * Does a job's work and returns what it did, or why it did nothing, in a few words (kept on the job's row, so no personal
 * data). May run twice. Throws to be tried again; throws `Unretryable` when trying again cannot help.
 */
export type Handler<J extends JobName> = (ports: Ports, run: Run, data: JobData<J>) => Promise<string>;

/**
 * One claim of several jobs of one name and one shop. Both ways into the shop's database stand under the fences of all of them:
 * a transaction fails when any of them is no longer this claim's, so a batch writes for all its jobs or for none.
 */
export type BatchRun = Run;

/** One job of a batch: its data, and the `traceparent` of what caused it. */
export type BatchItem<J extends JobName> = { data: JobData<J>; trace: string | null };

/**
 * Does the work of several jobs at once, and says of each what became of it, in their order. Only jobs at their first attempt
 * come together: when it throws, each of them is tried again alone, so that one that cannot be done does not hold the others.
 */
export type BatchHandler<J extends JobName> = (
  ports: Ports,
  run: BatchRun,
  items: readonly BatchItem<J>[],
) => Promise<string[]>;

/** An error that trying again cannot mend: the job is set aside for an operator at once. */
export class Unretryable extends Error {
  override name = "Unretryable";
}

/** The work is not due yet or somebody asked to wait: the job comes back then, and no attempt is counted. */
export class TryAgainAt extends Error {
  override name = "TryAgainAt";
  readonly at: Date;
  constructor(at: Date, reason: string) {
    super(reason);
    this.at = at;
  }
}
