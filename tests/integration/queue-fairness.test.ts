import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import { pickJobs } from "#app/queue/pick-jobs.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { startWorker } from "#app/queue/start-worker.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { flushQueue } from "#tests/factories/flush-queue.ts";
import { makeJob, makeJobs, noPorts, parseTried, patience, readJob } from "#tests/factories/job.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const redis = noRedis ? null : await startRedis();
afterAll(() => redis?.stop());

const BACKLOG = 20_000;
const SHOPS = 2_000;
const TRIES = 30;
const ROUNDS = 40;
const together = { try: 100 };

/** Of sorted values. */
const quantile = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
const figures = (values: number[]) =>
  `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`;

beforeEach(async () => {
  await systemPool.query("TRUNCATE jobs");
});

describe("one shop has 20,000 jobs waiting", () => {
  it("and 2,000 others some: the relay's round reads indexes only and takes milliseconds", async () => {
    await makeJobs("burst", BACKLOG);
    await systemPool.query(
      `INSERT INTO jobs (shop_id, event, name, data)
       SELECT 'shop-' || lpad((n % ${SHOPS})::text, 4, '0'), 'tested', CASE WHEN n < ${SHOPS} THEN 'try' ELSE 'other' END, '{}'
       FROM generate_series(0, ${SHOPS * 2 - 1}) AS n`,
    );
    await systemPool.query("ANALYZE jobs");
    const before = await seqScans();
    const took: number[] = [];
    const served = new Set<string>();
    let after = "";
    for (let n = 0; n < ROUNDS; n += 1) {
      const begun = performance.now();
      const round = await pickJobs({ after, shops: 200, inFlightPerShop: 6, inQueue: 64, together });
      took.push(performance.now() - begun);
      if (round.outcome !== "picked") throw new Error("It was not our turn");
      after = round.after;
      for (const { shopId } of round.batches) served.add(shopId);
      await systemPool.query("UPDATE jobs SET state = 'done', done_at = now() WHERE state = 'queued'");
    }
    expect(await seqScans()).toBe(before);
    // Everybody got a turn: 64 a round go further round each time, the burst among them.
    expect(served.size).toBe(SHOPS + 1);
    process.stdout.write(`a relay's round with ${BACKLOG} + ${SHOPS * 2} jobs waiting: ${figures(took)}\n`);
    expect(quantile(took, 0.5)).toBeLessThan(100);
  });

  const backends: { backend: string; redisUrl?: string }[] = [
    { backend: "postgres" },
    ...(redis ? [{ backend: "redis", redisUrl: redis.url }] : []),
  ];
  it.each(backends)(
    "another shop's job is done at once, on $backend",
    { timeout: 60_000 },
    async ({ redisUrl }) => {
      await flushQueue(redisUrl);
      const [burst, quiet] = [await makeShop(), await makeShop()];
      await makeJobs(burst.shop.id, BACKLOG);
      const write: Work = async (_ports, run, items: unknown[]) => {
        await run.inShopSql((sql) =>
          sql("UPDATE shops SET name = name WHERE id = $1 AND pg_sleep($2) IS NOT NULL", [
            run.shopId,
            items.length / 1_000, // a delivery takes a millisecond
          ]),
        );
        return items.map(() => "written");
      };
      const worker = startWorker({
        handlers: { try: write },
        together,
        ports: noPorts,
        parse: parseTried,
        queue: () => connectQueue({ redisUrl, databaseUrl: env.DATABASE_URL }),
        slots: 4,
      });
      const done = async () =>
        Number((await systemPool.query("SELECT 1 FROM jobs WHERE state = 'done'")).rowCount);
      await expect.poll(done, patience).toBeGreaterThan(0);
      const took: number[] = [];
      for (let n = 0; n < TRIES; n += 1) {
        const begun = performance.now();
        const id = await makeJob(quiet.shop.id);
        await expect.poll(() => readJob(id), { ...patience, interval: 5 }).toMatchObject({ state: "done" });
        took.push(performance.now() - begun);
      }
      expect(await done()).toBeLessThan(BACKLOG); // it was there all the time
      await worker.close(0);
      process.stdout.write(`another shop's job behind ${BACKLOG} of one shop: ${figures(took)}\n`);
      // The goal is a p99 of 500 ms (npm run bench -- fairness); this machine may be busy with other tests.
      expect(quantile(took, 0.5)).toBeLessThan(500);
    },
  );
});

async function seqScans(): Promise<number> {
  await systemPool.query("SELECT pg_stat_force_next_flush()");
  const { rows } = await systemPool.query<{ scans: string }>(
    "SELECT seq_scan AS scans FROM pg_stat_user_tables WHERE relname = 'jobs'",
  );
  return Number(rows[0]?.scans ?? -1);
}
