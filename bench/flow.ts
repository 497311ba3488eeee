// What the benches of the whole way share: from a webhook offered to its order in the mirror.
import { Agent } from "node:http";
import { startRedis } from "#tests/factories/redis-server.ts";
import type { BenchDatabase } from "./bench-shop.ts";
import { percentile } from "./claim.ts";
import { post } from "./offer.ts";
import type { SignedOrder } from "./real-orders.ts";
import { startServer, startWorkerProcess, type Started, type StartedServer } from "./start-process.ts";

export type QueueBackend = { name: string; environment: Record<string, string>; stop: () => Promise<void> };

/** PostgreSQL, or Redis with REDIS_URL or BENCH_REDIS=1. */
export async function chooseQueue(): Promise<QueueBackend> {
  const given = process.env["REDIS_URL"];
  if (!given && process.env["BENCH_REDIS"] !== "1")
    return { name: "PostgreSQL", environment: {}, stop: async () => {} };
  const redis = given ? { url: given, stop: async () => {} } : await startRedis();
  return { name: "Redis", environment: { REDIS_URL: redis.url }, stop: redis.stop };
}

export type App = { web: StartedServer; startWorker: () => Started; stop: () => Promise<void> };

/** The door in a process of its own, and workers as they are deployed when they are asked for. */
export async function startApp(database: BenchDatabase, queue: QueueBackend): Promise<App> {
  const environment = { ...database.environment, ...queue.environment };
  const web = await startServer("door", environment);
  const workers: Started[] = [];
  return {
    web,
    startWorker: () => {
      const worker = startWorkerProcess(environment);
      workers.push(worker);
      return worker;
    },
    stop: async () => {
      await Promise.all([web, ...workers].map((one) => one.stop()));
    },
  };
}

/**
 * Offers so many webhooks as fast as they are accepted, over 64 connections; what is not answered 200 is sent again. Resolves
 * when all were.
 */
export async function offerAll(
  server: StartedServer,
  given: { total: number; next: (at: number) => SignedOrder },
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let at = 0;
  const sender = async () => {
    while (at < given.total) {
      const order = given.next(at++);
      for (;;) {
        const { status } = await post(server.url, { agent, order, dueAt: performance.now() });
        if (status === 200) break;
      }
    }
  };
  await Promise.all(Array.from({ length: 64 }, sender));
  agent.destroy();
}

/** Polls ten times a second until `read` says zero. Throws when nothing moved for a minute. */
export async function untilNone(read: () => Promise<number>): Promise<void> {
  let [least, since] = [Number.POSITIVE_INFINITY, performance.now()];
  for (;;) {
    const left = await read();
    if (left === 0) return;
    if (left < least) [least, since] = [left, performance.now()];
    if (performance.now() - since > 60_000) throw new Error(`${left} are left, and nothing moves`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** A shop's deliveries that are not in the mirror yet, counted up to a limit. */
export async function waitingOf({ sql }: BenchDatabase, shopId: string): Promise<number> {
  const [row] = await sql<{ count: string }>(
    "SELECT count(*) FROM webhook_deliveries WHERE shop_id = $1 AND state = 'recorded'",
    [shopId],
  );
  return Number(row?.count);
}

export type MirrorTimes = { count: number; p50: number; p95: number; p99: number; max: number };

/**
 * From accepted to mirrored, of all of a shop's deliveries, in milliseconds, as their rows say. Throws when any was not
 * mirrored.
 */
export async function mirrorTimes({ sql }: BenchDatabase, shopId: string): Promise<MirrorTimes> {
  const rows = await sql<{ state: string; took: number }>(
    `SELECT state, (extract(epoch FROM handled_at - received_at) * 1000)::float8 AS took
     FROM webhook_deliveries WHERE shop_id = $1`,
    [shopId],
  );
  const others = rows.filter(({ state }) => state !== "mirrored").length;
  if (others > 0) throw new Error(`${others} of ${rows.length} deliveries were not mirrored`);
  const p = (share: number) =>
    percentile(
      rows.map(({ took }) => took),
      share,
    );
  return { count: rows.length, p50: p(0.5), p95: p(0.95), p99: p(0.99), max: p(1) };
}

export function printTimes(what: string, { count, p50, p95, p99, max }: MirrorTimes): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(
    `${what}: ${count} mirrored, p50 ${ms(p50)}   p95 ${ms(p95)}   p99 ${ms(p99)}   max ${ms(max)}`,
  );
}
