import { setTimeout as sleep } from "node:timers/promises";
import { env } from "#app/env.server.ts";
import { milliseconds, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { queueReconnects } from "#app/metrics.server.ts";
import { connectQueue, type QueueConnection } from "#app/queue/connect-queue.server.ts";
import { makeHearing } from "#app/queue/hearing.ts";
import { keepLeases, type LeaseTimes } from "#app/queue/keep-leases.server.ts";
import { unpickJobs } from "#app/queue/pick-jobs.server.ts";
import { startRelay } from "#app/queue/relay.server.ts";
import { runJobs, type JobRunner } from "#app/queue/run-jobs.server.ts";
import type { Together } from "#app/queue/share.ts";
import { startSweep } from "#app/queue/sweep.server.ts";
import { makeUnderWay } from "#app/queue/under-way.ts";

export type WorkerOptions = Omit<JobRunner, "leases" | "together" | "underWay"> & {
  together?: Together;
  slots?: number;
  queue?: () => QueueConnection;
  leaseTimes?: LeaseTimes;
  sweepEvery?: Duration;
  claimWithin?: Duration;
  /** The queue took jobs and delivered none of them, over several new connections. */
  onDeaf?: () => void;
};

export type StartedWorker = {
  backend: QueueConnection["backend"];
  /**
   * Stops claiming, waits for what runs, hands the rest back, waits for what that still tidies up, all within `grace`, and lets
   * go of every connection.
   */
  close: (grace?: Duration) => Promise<void>;
};

/** What a run may take, of the time to close, that was told to end: it gives back what it holds outside the fence. */
const TIDY_UP = seconds(2);

/** Starts relay, sweep and the consumer of the queue. What the jobs do is given as a list of handlers. */
export function startWorker(options: WorkerOptions): StartedWorker {
  const slots = options.slots ?? env.WORKER_CONCURRENCY;
  const connect =
    options.queue ?? (() => connectQueue({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL }));
  const leases = keepLeases(options.leaseTimes);
  const together = options.together ?? {};
  const underWay = makeUnderWay();
  const runner: JobRunner = { ...options, together, leases, underWay };
  let closing = false;
  const claimWithin = options.claimWithin ?? seconds(30);
  const hearing = makeHearing(claimWithin, Date.now);

  const take = async (ids: string[]) => {
    if (closing) return unpickJobs(ids);
    hearing.heard();
    try {
      await runJobs(runner, ids);
    } finally {
      relay.wake();
    }
  };
  let connection = connect();
  let consumer = connection.consume(slots, take);
  const relay = startRelay({ slots, together, enqueue: (batches) => connection.enqueue(batches) });

  // Nothing was delivered here while jobs lay unclaimed: begin anew.
  const reconnect = async () => {
    if (!hearing.mayHelp()) options.onDeaf?.();
    queueReconnects.inc();
    logger.error({ backend: connection.backend }, "the queue delivers nothing: connecting anew");
    const [oldConnection, oldConsumer] = [connection, consumer];
    connection = connect();
    consumer = connection.consume(slots, take);
    await Promise.allSettled([oldConsumer.close(), oldConnection.close()]);
  };
  const sweep = startSweep({
    ...(options.sweepEvery ? { every: options.sweepEvery } : {}),
    claimWithin,
    found: ({ requeued }) => {
      relay.wake();
      const silent = hearing.silent() && leases.held() === 0;
      if (requeued > 0 && silent && !closing) void reconnect();
    },
  });

  return {
    backend: connection.backend,
    close: async (grace = seconds(25)) => {
      closing = true;
      const deadline = Date.now() + grace;
      await Promise.allSettled([relay.stop(), sweep.stop(), consumer.pause()]);
      const handBackAt = deadline - Math.min(TIDY_UP, grace / 4);
      while (leases.held() > 0 && Date.now() < handBackAt) await sleep(milliseconds(50));
      await leases.handBack();
      leases.stop();
      await underWay.ended(Math.max(0, deadline - Date.now()));
      await Promise.allSettled([consumer.close(), connection.close()]);
    },
  };
}
