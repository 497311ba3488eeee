import { once } from "node:events";
import { createPostgresBackend, Queue, withBackend, Worker, type Processor } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { hearLostConnections } from "#app/lib/lost-connections.server.ts";
import { QUEUE_POOL } from "#app/pool-sizes.ts";
import { checkRedis } from "#app/queue/check-redis.server.ts";
import type { PickedBatch } from "#app/queue/pick-jobs.server.ts";
import { carriedTrace, queueTelemetry } from "#app/queue/queue-telemetry.server.ts";

/** What the queue carries: ids of rows of ours, nothing else. One `id` is what an earlier release sends. */
export type Carried = { ids: string[] } | { id: string };
export type Consumer = { pause: () => Promise<void>; close: () => Promise<void> };

export type QueueConnection = {
  backend: "redis" | "postgres";
  /** Hands jobs over. Fails within seconds when the queue cannot take them. */
  enqueue: (batches: PickedBatch[]) => Promise<void>;
  /** Starts taking jobs, `slots` at once. */
  consume: (slots: number, take: (ids: string[]) => Promise<void>) => Consumer;
  close: () => Promise<void>;
};

const NAME = "attune";
const ANSWER_WITHIN = seconds(5);
// The row counts attempts and keeps what happened: the queue forgets a job as soon as it was delivered. Its own guess that
// a job is stuck must never fail one for good.
const forgotten = { attempts: 1, removeOnComplete: true, removeOnFail: true };
const forever = { maxStalledCount: 1_000_000 };

/** BullMQ on Redis when there is a URL, else on our PostgreSQL. Nothing is connected before it is needed. */
export function connectQueue(given: { redisUrl?: string | undefined; databaseUrl: string }): QueueConnection {
  return given.redisUrl ? onRedis(given.redisUrl) : onPostgres(given.databaseUrl);
}

function onRedis(url: string): QueueConnection {
  const open: Redis[] = [];
  const connect = (options: { maxRetriesPerRequest: number | null; enableOfflineQueue: boolean }) => {
    const redis = new Redis(url, {
      ...options,
      connectTimeout: seconds(3),
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    redis.on("error", (err) => logger.warn({ err }, "Redis"));
    open.push(redis);
    return redis;
  };
  let producer: Redis | null = null;
  let queue: Queue<Carried> | null = null;
  return {
    backend: "redis",
    enqueue: async (batches) => {
      // A producer fails at once while Redis is away; the jobs wait in their rows. BullMQ asks for the server's version when a
      // queue is made and never again, so it is made when the server is there.
      producer ??= connect({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
      if (producer.status !== "ready")
        await once(producer, "ready", { signal: AbortSignal.timeout(ANSWER_WITHIN) });
      queue ??= watch(new Queue<Carried>(NAME, { connection: producer, prefix: NAME, ...queueTelemetry() }));
      await within(queue.addBulk(batches.map(carried)));
    },
    consume: (slots, take) => {
      const connection = connect({ maxRetriesPerRequest: null, enableOfflineQueue: true });
      connection.on("ready", () => void checkRedis(connection));
      const worker = new Worker<Carried>(NAME, deliver(take), {
        connection,
        prefix: NAME,
        concurrency: slots,
        ...forever,
        ...queueTelemetry(),
      });
      return consumer(worker);
    },
    close: async () => {
      await queue?.close().catch(() => {}); // Redis may be away; what matters is in our rows.
      for (const redis of open) redis.disconnect();
    },
  };
}

function onPostgres(databaseUrl: string): QueueConnection {
  // The schema that scripts/migrate.ts made. Two connections for the queue, one to listen, the rest for the slots' moves.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // What the queue forgets in a crash of the database, the sweep sends again: its commits need not wait for the disk.
    options: "-c search_path=bullmq -c synchronous_commit=off",
    max: QUEUE_POOL,
    keepAlive: true,
    connectionTimeoutMillis: seconds(5),
  });
  hearLostConnections(pool);
  const postgres = withBackend(createPostgresBackend);
  let queue: InstanceType<typeof postgres.Queue> | null = null;
  return {
    backend: "postgres",
    enqueue: async (batches) => {
      queue ??= watch(new postgres.Queue(NAME, { connection: pool, ...queueTelemetry() }));
      await within(queue.addBulk(batches.map(carried)));
    },
    consume: (slots, take) =>
      consumer(
        new postgres.Worker<Carried>(NAME, deliver(take), {
          connection: pool,
          concurrency: slots,
          ...forever,
          ...queueTelemetry(),
        }),
      ),
    close: async () => {
      await queue?.close().catch(() => {}); // The database may be away; what matters is in our rows.
      await within(pool.end());
    },
  };
}

const carried = ({ ids, ticket, trace }: PickedBatch) => ({
  name: "job",
  data: ids.length === 1 ? { id: ids[0] } : { ids },
  opts: { jobId: `job-${ids[0]}-${ticket}`, ...forgotten, ...carriedTrace(trace) },
});

const deliver =
  (take: (ids: string[]) => Promise<void>): Processor<Carried> =>
  ({ data }) =>
    take("ids" in data ? data.ids : [data.id]);

function watch<T extends { on: (event: "error", listener: (err: Error) => void) => unknown }>(emitter: T): T {
  emitter.on("error", (err) => logger.warn({ err }, "queue"));
  return emitter;
}

type Closable = {
  on: (event: "error", listener: (err: Error) => void) => unknown;
  pause: (doNotWaitActive?: boolean) => Promise<void>;
  close: (force?: boolean) => Promise<void>;
};

function consumer(worker: Closable): Consumer {
  watch(worker);
  return { pause: () => worker.pause(true), close: () => within(worker.close(true)) };
}

/** BullMQ waits for its backend without end. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The queue did not answer")), ANSWER_WITHIN);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
