import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { TryAgainAt, Unretryable, type BatchRun } from "#app/job.ts";
import { milliseconds, minutes } from "#app/lib/duration.ts";
import { MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import { FenceLost } from "#app/queue/fenced-in-shop.server.ts";
import { pickJobs } from "#app/queue/pick-jobs.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { startWorker, type StartedWorker } from "#app/queue/start-worker.server.ts";
import { sweep } from "#app/queue/sweep.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { flushQueue } from "#tests/factories/flush-queue.ts";
import {
  jobStates,
  makeGate,
  makeJob,
  makeJobs,
  nameOf,
  noPorts,
  parseTried,
  patience,
  readJob,
} from "#tests/factories/job.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";

if (noRedis) process.stdout.write(`batches on Redis: skipped, ${noRedis}\n`);
const redis = noRedis ? null : await startRedis();
afterAll(() => redis?.stop());

type Items = { data: { n: number }; trace: string | null }[];
type Batch = (run: BatchRun, items: Items) => Promise<string[]>;
const work =
  (batch: Batch): Work =>
  (_ports, run, items: Items) =>
    batch(run, items);
const numbers = (items: Items) => items.map(({ data }) => data.n);
const isPoison = ({ data }: Items[number]) => data.n === 7;
/** Everybody's wait is over. */
const allDue = async () => {
  await systemPool.query("UPDATE jobs SET run_at = now() WHERE state = 'waiting'");
  await systemPool.query("SELECT pg_notify('attune_jobs', '')");
};
const outcomes = async () => {
  const { rows } = await systemPool.query<{ outcome: string; count: string }>(
    "SELECT outcome, count(*) FROM jobs WHERE state = 'done' GROUP BY outcome",
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, Number(count)]));
};

const backends: { backend: string; redisUrl?: string }[] = [
  { backend: "postgres" },
  ...(redis ? [{ backend: "redis", redisUrl: redis.url }] : []),
];

describe.each(backends)("jobs that travel together on $backend", ({ redisUrl }) => {
  const workers: StartedWorker[] = [];
  const start = (batch: Batch, slots = 4) => {
    const worker = startWorker({
      handlers: { try: work(batch) },
      together: { try: 10 },
      ports: noPorts,
      parse: parseTried,
      queue: () => connectQueue({ redisUrl, databaseUrl: env.DATABASE_URL }),
      slots,
    });
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

  it("are those of one name and one shop, in the order they came", async () => {
    const [one, other] = [await makeShop(), await makeShop()];
    await makeJobs(one.shop.id, 25);
    await makeJobs(other.shop.id, 5);
    const seen: { shopId: string; ns: number[] }[] = [];
    start(async ({ shopId }, items) => {
      seen.push({ shopId, ns: numbers(items) });
      return items.map(({ data }) => `did ${data.n}`);
    });
    await expect.poll(jobStates, patience).toEqual({ done: 30 });
    const of = (shopId: string) => seen.filter((batch) => batch.shopId === shopId).map(({ ns }) => ns.length);
    expect(of(one.shop.id)).toEqual([10, 10, 5]);
    expect(of(other.shop.id)).toEqual([5]);
    expect(
      seen.flatMap(({ shopId, ns }) => (shopId === one.shop.id ? ns : [])).toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 25 }, (_, n) => n));
    expect(await outcomes()).toMatchObject({ "did 4": 2, "did 24": 1 });
  });

  it("take two slots of one shop at most, and leave the others to other work", async () => {
    const [busy, quiet] = [await makeShop(), await makeShop()];
    const gate = makeGate<void>();
    await makeJobs(busy.shop.id, 60);
    start(async ({ shopId }, items) => {
      if (shopId === busy.shop.id) await gate.promise;
      return items.map(() => "went through");
    });
    await expect.poll(jobStates, patience).toEqual({ running: 20, waiting: 40 });
    const id = await makeJob(quiet.shop.id);
    await expect.poll(() => readJob(id), patience).toMatchObject({ state: "done" });
    expect(await jobStates()).toEqual({ running: 20, waiting: 40, done: 1 });
    gate.resolve();
    await expect.poll(jobStates, patience).toEqual({ done: 61 });
  });

  it("come back one by one when one of them fails: it alone is set aside in the end", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 10);
    const sizes: number[] = [];
    start(async (_run, items) => {
      sizes.push(items.length);
      if (items.some(isPoison)) throw new TypeError("no");
      return items.map(() => (items.length === 1 ? "alone" : "together"));
    });
    await expect.poll(async () => (await jobStates())["done"], patience).toBe(9);
    expect(sizes[0]).toBe(10);
    expect(await outcomes()).toEqual({ alone: 9 });
    // It may still be at its first try alone.
    const lastTry = "UPDATE jobs SET attempts = $1 WHERE state = 'waiting'";
    await expect
      .poll(async () => (await systemPool.query(lastTry, [MOST_ATTEMPTS - 1])).rowCount, patience)
      .toBe(1);
    await allDue();
    await expect.poll(jobStates, patience).toEqual({ done: 9, quarantined: 1 });
    const { rows } = await systemPool.query("SELECT data, error FROM jobs WHERE state = 'quarantined'");
    expect(rows).toEqual([
      { data: { n: 7 }, error: expect.stringMatching(/^gave up after 15 attempts: TypeError/) },
    ]);
  });

  it("are found out one by one when trying again cannot help one of them", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 10);
    start(async (_run, items) => {
      if (items.some(isPoison)) throw new Unretryable("the delivery is gone");
      return items.map(() => "done");
    });
    await expect.poll(jobStates, patience).toEqual({ done: 9, quarantined: 1 });
    const { rows } = await systemPool.query(
      "SELECT data, attempts, error FROM jobs WHERE state = 'quarantined'",
    );
    expect(rows).toEqual([{ data: { n: 7 }, attempts: 2, error: "the delivery is gone" }]);
  });

  it("do not wait for one whose payload does not fit", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 4);
    const refused = await makeJob(shop.id, { data: { n: 4, refuse: true } });
    const seen: number[][] = [];
    start(async (_run, items) => {
      seen.push(numbers(items));
      return items.map(({ data }) => `did ${data.n}`);
    });
    await expect.poll(jobStates, patience).toEqual({ done: 4, quarantined: 1 });
    expect(seen).toEqual([[0, 1, 2, 3]]);
    expect(await readJob(refused)).toMatchObject({ error: "data.refuse: Unrecognized key", attempts: 1 });
  });

  it("are put off together, uncounted, and come together again", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 6);
    const sizes: number[] = [];
    start(async (_run, items) => {
      sizes.push(items.length);
      if (sizes.length === 1) throw new TryAgainAt(new Date(Date.now() + minutes(5)), "Shopify asks to wait");
      return items.map(() => "done");
    });
    await expect.poll(async () => [sizes.length, await jobStates()], patience).toEqual([1, { waiting: 6 }]);
    await allDue();
    await expect.poll(jobStates, patience).toEqual({ done: 6 });
    expect(sizes).toEqual([6, 6]);
  });

  it("fail when the handler does not answer for each", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 3);
    start(async (_run, items) => (items.length > 1 ? ["only one"] : ["alone"]));
    await expect.poll(jobStates, patience).toEqual({ done: 3 });
    expect(await outcomes()).toEqual({ alone: 3 });
  });

  it("write nothing when another claim was made of one of them; the others do not wait for the lease", async () => {
    const { shop } = await makeShop();
    const ids = await makeJobs(shop.id, 5);
    const gate = makeGate<void>();
    const late = makeGate<unknown[]>();
    const rename = (run: BatchRun, name: string) =>
      run.inShopSql((sql) => sql("UPDATE shops SET name = $1 WHERE id = $2", [name, shop.id]));
    const renameByPrisma = (run: BatchRun, name: string) =>
      run.inShop((tx) => tx.shop.update({ where: { id: shop.id }, data: { name } }));
    let paused = false;
    start(async (run, items) => {
      if (!paused) {
        paused = true;
        await gate.promise;
        const written = await Promise.allSettled([rename(run, "late"), renameByPrisma(run, "late")]);
        late.resolve(written.map((one) => (one.status === "rejected" ? one.reason : null)));
        throw new FenceLost("as the transactions said");
      }
      await rename(run, "in time");
      return items.map(() => "done");
    });
    await expect.poll(jobStates, patience).toEqual({ running: 5 });
    // One of them went to somebody else, who did it.
    await systemPool.query(
      "UPDATE jobs SET fence = fence + 1, state = 'done', outcome = 'elsewhere' WHERE id = $1",
      [ids[2]],
    );
    gate.resolve();
    expect(await late.promise).toEqual([expect.any(FenceLost), expect.any(FenceLost)]);
    await expect.poll(jobStates, patience).toEqual({ done: 5 });
    expect(await outcomes()).toEqual({ done: 4, elsewhere: 1 });
    expect(await nameOf(shop.id)).toBe("in time");
  });

  it("come back one by one when their worker died, and have their effect once", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 8);
    const gate = makeGate<void>();
    const ends = makeGate<unknown>();
    const sizes: number[] = [];
    const effect = (run: BatchRun, items: Items) =>
      run.inShopSql((sql) =>
        sql("UPDATE shops SET name = name || $1 WHERE id = $2", [`,${numbers(items).join(",")}`, shop.id]),
      );
    await systemPool.query("UPDATE shops SET name = '' WHERE id = $1", [shop.id]);
    start(async (run, items) => {
      sizes.push(items.length);
      if (sizes.length > 1) return effect(run, items).then(() => items.map(() => "after it died"));
      await gate.promise;
      return effect(run, items).then(
        () => items.map(() => "by the dead"),
        (error: unknown) => {
          ends.resolve(error);
          throw error;
        },
      );
    });
    await expect.poll(jobStates, patience).toEqual({ running: 8 });
    await systemPool.query("UPDATE jobs SET lease_until = now() - interval '1 second'");
    expect(await sweep()).toMatchObject({ recovered: 8 });
    await allDue();
    await expect.poll(jobStates, patience).toEqual({ done: 8 });
    gate.resolve();
    expect(await ends.promise).toBeInstanceOf(FenceLost);
    expect(sizes).toEqual([8, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect((await nameOf(shop.id)).split(",").toSorted()).toEqual(["", ..."01234567".split("")]);
    expect(await outcomes()).toEqual({ "after it died": 8 });
  });

  it("are handed back together when the worker stops", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 8);
    const hang = makeGate<string[]>();
    const worker = start(() => hang.promise);
    await expect.poll(jobStates, patience).toEqual({ running: 8 });
    await worker.close(milliseconds(50));
    const { rows } = await systemPool.query(
      "SELECT DISTINCT state, attempts, batch, fence > 1 AS shut FROM jobs",
    );
    expect(rows).toEqual([{ state: "waiting", attempts: 0, batch: null, shut: true }]);
    hang.resolve([]);
    start(async (_run, items) => items.map(() => `one of ${items.length}`));
    await expect.poll(jobStates, patience).toEqual({ done: 8 });
    expect(await outcomes()).toEqual({ "one of 8": 8 });
  });

  it("are sent again when the queue lost them, or the relay died before it had handed them over", async () => {
    const { shop } = await makeShop();
    await makeJobs(shop.id, 8);
    await pickJobs({ after: "", shops: 200, inFlightPerShop: 6, inQueue: 64, together: { try: 10 } });
    expect(await jobStates()).toEqual({ queued: 8 });
    expect(await sweep(milliseconds(0))).toEqual({ requeued: 8, recovered: 0, givenUp: 0 });
    start(async (_run, items) => items.map(() => `one of ${items.length}`));
    await expect.poll(jobStates, patience).toEqual({ done: 8 });
    expect(await outcomes()).toEqual({ "one of 8": 8 });
  });
});
