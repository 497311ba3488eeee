import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { startWorker, type StartedWorker } from "#app/queue/start-worker.server.ts";
import { takeUpKnown } from "#app/queue/take-up-known.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { flushQueue } from "#tests/factories/flush-queue.ts";
import { dueNow, makeJob, noPorts, parseTried, patience, readJob } from "#tests/factories/job.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const redis = noRedis ? null : await startRedis();
afterAll(() => redis?.stop());

const backends: { backend: string; redisUrl?: string }[] = [
  { backend: "postgres" },
  ...(redis ? [{ backend: "redis", redisUrl: redis.url }] : []),
];

describe.each(backends)("a worker among other releases on $backend", ({ redisUrl }) => {
  const workers: StartedWorker[] = [];
  const connect = () => connectQueue({ redisUrl, databaseUrl: env.DATABASE_URL });
  const work = (handlers: Record<string, Work>) => {
    const worker = startWorker({ handlers, ports: noPorts, parse: parseTried, queue: connect, slots: 4 });
    workers.push(worker);
    return worker;
  };

  beforeEach(async () => {
    await flushQueue(redisUrl);
    await systemPool.query("TRUNCATE jobs");
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(0)));
  });

  it("puts off for an hour what only a newer release knows, and takes it up when it is that release", async () => {
    const { shop } = await makeShop();
    const id = await makeJob(shop.id, { name: "toString" });
    const old = work({});
    const putOff = { state: "waiting", attempts: 0, later: true, outcome: "no handler has this name" };
    await expect.poll(() => readJob(id), patience).toMatchObject(putOff);
    await dueNow(id);
    await expect.poll(() => readJob(id), patience).toMatchObject({ ...putOff, fence: 4 });
    await systemPool.query("UPDATE jobs SET unknown_since = now() - interval '61 minutes'");
    await dueNow(id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "quarantined", error: "no handler has this name" });
    await old.close(0);
    expect(await takeUpKnown(["try"])).toBe(0);
    expect(await takeUpKnown(["try", "toString"])).toBe(1);
    work({ toString: async () => "known now" });
    await expect.poll(() => readJob(id), patience).toMatchObject({ state: "done", outcome: "known now" });
  });

  it("takes the message of the release before, and many that lead nowhere", async () => {
    const { shop } = await makeShop();
    const id = await makeJob(shop.id);
    const connection = connect();
    const sent = (ids: [string, ...string[]], ticket: string) => ({
      ids,
      shopId: shop.id,
      ticket,
      trace: null,
    });
    await connection.enqueue([
      sent(["999999999"], "gone"),
      sent(["999999998", "999999997"], "gone"),
      sent([id], "before"), // as `{ id }`: one job was all a message had
      sent([id, "999999996"], "twice"),
    ]);
    await connection.close();
    let runs = 0;
    work({ try: async () => `run ${(runs += 1)}` });
    await expect.poll(() => readJob(id), patience).toMatchObject({ state: "done", outcome: "run 1" });
    const last = await makeJob(shop.id);
    await expect.poll(() => readJob(last), patience).toMatchObject({ state: "done", outcome: "run 2" });
  });

  it("runs one by one what came together, when it does not batch that name", async () => {
    const { shop } = await makeShop();
    const ids = [await makeJob(shop.id), await makeJob(shop.id)] as const;
    const connection = connect();
    await connection.enqueue([{ ids: [...ids], shopId: shop.id, ticket: "newer", trace: null }]);
    await connection.close();
    work({ try: async (_ports, run) => `attempt ${run.attempt}` });
    for (const id of ids)
      await expect
        .poll(() => readJob(id), patience)
        .toMatchObject({ state: "done", attempts: 1, outcome: "attempt 1" });
  });
});
