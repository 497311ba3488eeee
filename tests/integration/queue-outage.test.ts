import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { env } from "#app/env.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import { startWorker } from "#app/queue/start-worker.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { jobStates, makeJob, noPorts, parseTried, patience } from "#tests/factories/job.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const redis = noRedis ? null : await startRedis();
const cannot = noRedis ?? (redis?.own ? null : "the server of TEST_REDIS_URL is not ours to stop");
if (cannot) process.stdout.write(`Redis outage: skipped, ${cannot}\n`);
afterAll(() => redis?.stop());

describe.skipIf(cannot !== null)("Redis dies", () => {
  it("keeps every job, and works on when Redis is back", async () => {
    const server = redis;
    if (!server) return;
    await systemPool.query("TRUNCATE jobs");
    const { shop } = await makeShop();
    const worker = startWorker({
      handlers: { try: async () => "done" },
      ports: noPorts,
      parse: parseTried,
      slots: 4,
      queue: () => connectQueue({ redisUrl: server.url, databaseUrl: env.DATABASE_URL }),
      claimWithin: seconds(1),
      sweepEvery: milliseconds(200),
    });
    await makeJob(shop.id);
    await expect.poll(jobStates, patience).toEqual({ done: 1 });
    await server.kill();
    for (let n = 0; n < 5; n += 1) await makeJob(shop.id);
    expect((await jobStates())["done"]).toBe(1);
    await server.revive();
    await expect.poll(jobStates, patience).toEqual({ done: 6 });
    await worker.close(0);
  });
});

describe("PostgreSQL is away when a job ends", () => {
  it("writes the end when it is back, long before the lease runs out, and does not do the job again", async () => {
    await systemPool.query("TRUNCATE jobs");
    const { shop } = await makeShop();
    const name = new URL(env.DATABASE_URL).pathname.slice(1);
    const admin = new pg.Client({ connectionString: inject("database").adminUrl });
    await admin.connect();
    let runs = 0;
    const worker = startWorker({
      handlers: {
        try: async () => {
          runs += 1;
          await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
          await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
            name,
          ]);
          setTimeout(() => void admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`), seconds(1));
          return "done";
        },
      },
      ports: noPorts,
      parse: parseTried,
      slots: 1,
      queue: () => connectQueue({ redisUrl: undefined, databaseUrl: env.DATABASE_URL }),
    });
    await makeJob(shop.id);
    await expect
      .poll(() => jobStates().catch(() => null), { ...patience, timeout: 15_000 })
      .toEqual({ done: 1 });
    expect(runs).toBe(1);
    await worker.close(0);
    await admin.end();
  });
});

describe.each([{ on: "postgres" }, ...(redis ? [{ on: "redis" }] : [])])(
  "PostgreSQL cuts every connection, queue on $on",
  ({ on }) => {
    it("listens and works on by itself", async () => {
      await systemPool.query("TRUNCATE jobs");
      const { shop } = await makeShop();
      const worker = startWorker({
        handlers: { try: async () => "done" },
        ports: noPorts,
        parse: parseTried,
        slots: 4,
        queue: () =>
          connectQueue({ redisUrl: on === "redis" ? redis?.url : undefined, databaseUrl: env.DATABASE_URL }),
        claimWithin: seconds(2),
        sweepEvery: milliseconds(200),
      });
      await makeJob(shop.id);
      await expect.poll(jobStates, patience).toEqual({ done: 1 });
      const admin = new pg.Client({ connectionString: inject("database").adminUrl });
      await admin.connect();
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
        new URL(env.DATABASE_URL).pathname.slice(1),
      ]);
      await admin.end();
      await expect.poll(() => makeJob(shop.id).catch(() => null), patience).not.toBeNull();
      await expect.poll(async () => (await jobStates())["waiting"] ?? 0, patience).toBe(0);
      await expect.poll(async () => Object.keys(await jobStates()), patience).toEqual(["done"]);
      const begun = Date.now();
      await makeJob(shop.id);
      await expect.poll(async () => Object.keys(await jobStates()), patience).toEqual(["done"]);
      expect(Date.now() - begun).toBeLessThan(seconds(5));
      await worker.close(0);
    });
  },
);
