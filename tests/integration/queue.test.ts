import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { TryAgainAt, Unretryable, type Run } from "#app/job.ts";
import { milliseconds, minutes, seconds } from "#app/lib/duration.ts";
import { MOST_ATTEMPTS } from "#app/queue/backoff.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import { startRelay } from "#app/queue/relay.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { startWorker, type StartedWorker } from "#app/queue/start-worker.server.ts";
import { sweep } from "#app/queue/sweep.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import {
  dueNow,
  jobStates,
  makeGate,
  makeJob,
  nameOf,
  noPorts,
  parseTried,
  patience,
  readJob,
} from "#tests/factories/job.ts";
import { flushQueue } from "#tests/factories/flush-queue.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";

if (noRedis) process.stdout.write(`queue on Redis: skipped, ${noRedis}\n`);
const redis = noRedis ? null : await startRedis();
afterAll(() => redis?.stop());

type Backend = { backend: "postgres" | "redis"; redisUrl?: string };
const backends: Backend[] = [
  { backend: "postgres" },
  ...(redis ? [{ backend: "redis" as const, redisUrl: redis.url }] : []),
];

describe.each(backends)("the queue on $backend", ({ backend, redisUrl }) => {
  const workers: StartedWorker[] = [];
  const connect = () => connectQueue({ redisUrl, databaseUrl: env.DATABASE_URL });
  const work = (
    handlers: Record<string, Work>,
    options: { slots?: number; claimWithin?: number; sweepEvery?: number } = {},
  ) => {
    const worker = startWorker({
      handlers,
      ports: noPorts,
      parse: parseTried,
      queue: connect,
      slots: 4,
      ...options,
    });
    workers.push(worker);
    return worker;
  };
  const flush = () => flushQueue(redisUrl);

  beforeEach(async () => {
    await flush();
    await systemPool.query("TRUNCATE jobs");
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(0)));
  });

  it("is the backend that was asked for", () => {
    expect(work({}).backend).toBe(backend);
  });

  it("runs every job of every shop and keeps what it did", async () => {
    const shops = await Promise.all([makeShop(), makeShop(), makeShop()]);
    const ids: string[] = [];
    for (const { shop } of shops)
      for (let n = 0; n < 12; n += 1) ids.push(await makeJob(shop.id, { data: { n } }));
    work({ try: async (_ports, run, data: { n: number }) => `${run.shopId} ${data.n}` });
    await expect.poll(jobStates, patience).toEqual({ done: 36 });
    const { shop } = shops[0] ?? (await makeShop());
    expect(await readJob(ids[3] ?? "")).toMatchObject({
      attempts: 1,
      fence: 1,
      outcome: `${shop.id} 3`,
      error: null,
    });
  });

  it("runs what is added while it works, at once", async () => {
    const { shop } = await makeShop();
    work({ try: async () => "did it" });
    const first = await makeJob(shop.id);
    await expect.poll(() => readJob(first), patience).toMatchObject({ state: "done" });
    const begun = Date.now();
    const second = await makeJob(shop.id);
    await expect.poll(() => readJob(second), patience).toMatchObject({ state: "done" });
    expect(Date.now() - begun).toBeLessThan(seconds(3));
  });

  it("shuts a paused claim out after the next one", async () => {
    const { shop } = await makeShop();
    const gate = makeGate<void>();
    const late = makeGate<unknown>();
    const rename = (run: Run, name: string) =>
      run.inShop((tx) => tx.shop.update({ where: { id: shop.id }, data: { name } }));
    work({
      try: async (_ports, run) => {
        if (run.attempt > 1) {
          await rename(run, "written by the second claim");
          return "second";
        }
        await gate.promise;
        await rename(run, "written by the paused claim").then(() => late.resolve(null), late.resolve);
        return "first";
      },
    });
    const id = await makeJob(shop.id);
    await expect.poll(() => readJob(id), patience).toMatchObject({ state: "running", fence: 1 });
    // As after a long pause of the process: the lease has run out, and the sweep gives the job to somebody else.
    await systemPool.query("UPDATE jobs SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);
    expect(await sweep()).toMatchObject({ recovered: 1 });
    await dueNow(id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "done", fence: 2, outcome: "second" });
    gate.resolve();
    expect(await late.promise).toMatchObject({ name: "FenceLost" });
    expect(await nameOf(shop.id)).toBe("written by the second claim");
    expect(await readJob(id)).toMatchObject({ state: "done", outcome: "second" });
  });

  it("tries again later, and counts in the row", async () => {
    const { shop } = await makeShop();
    work({
      try: async (_ports, run) => {
        if (run.attempt === 1) throw Object.assign(new Error("ana@example.test is taken"), { code: "23505" });
        return "second time";
      },
    });
    const id = await makeJob(shop.id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "waiting", attempts: 1, later: true });
    const failed = await readJob(id);
    expect(failed.error).toMatch(/^Error 23505 at tests\/integration\/queue\.test\.ts:\d+/);
    expect(failed.error).not.toContain("ana@");
    await dueNow(id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "done", attempts: 2, outcome: "second time", error: null });
  });

  it("sets aside at once what trying again cannot mend", async () => {
    const { shop } = await makeShop();
    work({
      try: async () => {
        throw new Unretryable("the delivery is gone");
      },
    });
    const refused = await makeJob(shop.id);
    const malformed = await makeJob(shop.id, { data: { refuse: true } });
    await expect.poll(jobStates, patience).toEqual({ quarantined: 2 });
    expect(await readJob(refused)).toMatchObject({ attempts: 1, error: "the delivery is gone" });
    expect(await readJob(malformed)).toMatchObject({ error: "data.refuse: Unrecognized key" });
  });

  it("gives up after the last attempt and says why", async () => {
    const { shop } = await makeShop();
    work({ try: () => Promise.reject(new TypeError("no")) });
    const id = await makeJob(shop.id, { attempts: MOST_ATTEMPTS - 1 });
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "quarantined", attempts: MOST_ATTEMPTS });
    expect((await readJob(id)).error).toMatch(/^gave up after 15 attempts: TypeError/);
  });

  it("puts off without counting", async () => {
    const { shop } = await makeShop();
    const at = new Date(Date.now() + minutes(5));
    work({ try: () => Promise.reject(new TryAgainAt(at, "quiet hours")) });
    const id = await makeJob(shop.id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "waiting", outcome: "quiet hours", runAt: at, attempts: 0 });
  });

  it("leaves a slot for the others while one shop's jobs all hang", async () => {
    const [busy, quiet] = [await makeShop(), await makeShop()];
    const gate = makeGate<void>();
    for (let n = 0; n < 40; n += 1) await makeJob(busy.shop.id, { data: { hang: true } });
    work({
      try: async (_ports, _run, data: { hang?: boolean }) => {
        if (data.hang) await gate.promise;
        return "went through";
      },
    });
    await expect.poll(jobStates, patience).toEqual({ running: 3, waiting: 37 });
    const id = await makeJob(quiet.shop.id);
    await expect.poll(() => readJob(id), patience).toMatchObject({ state: "done" });
    expect(await jobStates()).toEqual({ running: 3, waiting: 37, done: 1 });
    gate.resolve();
    await expect.poll(jobStates, patience).toEqual({ done: 41 });
  });

  it("goes round the shops, so that none starves behind many busy ones", async () => {
    const shops = await Promise.all(Array.from({ length: 12 }, () => makeShop()));
    const order: string[] = [];
    for (const { shop } of shops) for (let n = 0; n < 20; n += 1) await makeJob(shop.id);
    work({
      try: async (_ports, run) => {
        order.push(run.shopId);
        return "served";
      },
    });
    await expect.poll(jobStates, patience).toEqual({ done: 240 });
    // Everybody had a turn before anybody had three times a fair share.
    const firstSeen = shops.map(({ shop }) => order.indexOf(shop.id));
    expect(Math.max(...firstSeen)).toBeLessThan(12 * 3);
  });

  it("loses nothing when the queue forgets everything", async () => {
    const { shop } = await makeShop();
    const connection = connect();
    const given: string[] = [];
    const relay = startRelay({
      slots: 20,
      together: {},
      enqueue: async (batches) => {
        await connection.enqueue(batches);
        given.push(...batches.flatMap(({ ids }) => ids));
      },
    });
    for (let n = 0; n < 10; n += 1) await makeJob(shop.id);
    await expect.poll(() => given.length, patience).toBe(10);
    await relay.stop();
    await connection.close();
    expect(await jobStates()).toEqual({ queued: 10 });
    await flush();
    work(
      { try: async () => "after the flush" },
      { claimWithin: seconds(1.5), sweepEvery: milliseconds(100) },
    );
    await expect.poll(jobStates, patience).toEqual({ done: 10 });
  });

  it("goes on after it was flushed under a working worker", async () => {
    const { shop } = await makeShop();
    work({ try: async () => "done" }, { claimWithin: seconds(1.5), sweepEvery: milliseconds(100) });
    await makeJob(shop.id);
    await expect.poll(jobStates, patience).toEqual({ done: 1 });
    await flush();
    await makeJob(shop.id);
    await expect.poll(jobStates, patience).toEqual({ done: 2 });
  });

  it("recovers jobs of a worker that died, and sets aside one that kills every worker", async () => {
    const { shop } = await makeShop();
    const died = await makeJob(shop.id);
    const killer = await makeJob(shop.id, { attempts: MOST_ATTEMPTS });
    await systemPool.query("UPDATE jobs SET state = 'running', lease_until = now() - interval '1 minute'");
    expect(await sweep()).toEqual({ requeued: 0, recovered: 1, givenUp: 1 });
    expect(await readJob(killer)).toMatchObject({
      state: "quarantined",
      error: "the worker stopped at each of 15 attempts",
    });
    work({ try: async () => "by another worker" });
    await dueNow(died);
    await expect
      .poll(() => readJob(died), patience)
      .toMatchObject({ state: "done", outcome: "by another worker" });
  });

  it("drains: what runs ends, what does not end is handed back uncounted and shut out", async () => {
    const { shop } = await makeShop();
    const gate = makeGate<void>();
    const hang = makeGate<void>();
    const late = makeGate<unknown>();
    const worker = work({
      try: async (_ports, run, data: { hang?: boolean }) => {
        await (data.hang ? hang.promise : gate.promise);
        if (data.hang)
          await run.inShop((tx) => tx.shop.findMany()).then(() => late.resolve(null), late.resolve);
        return "ended in order";
      },
    });
    const ending = await makeJob(shop.id);
    const hanging = await makeJob(shop.id, { data: { hang: true } });
    await expect.poll(jobStates, patience).toEqual({ running: 2 });
    const closed = worker.close(milliseconds(1_000));
    gate.resolve();
    await closed;
    expect(await readJob(ending)).toMatchObject({ state: "done", outcome: "ended in order" });
    expect(await readJob(hanging)).toMatchObject({ state: "waiting", attempts: 0, fence: 2 });
    hang.resolve();
    expect(await late.promise).toMatchObject({ name: "FenceLost" });
  });

  it("frees the slot of a run that takes too long, and tells it", async () => {
    const { shop } = await makeShop();
    const told = makeGate<unknown>();
    const worker = startWorker({
      handlers: {
        try: (_ports, run) =>
          new Promise(() => {
            run.signal.addEventListener("abort", () => told.resolve(run.signal.reason));
          }),
      },
      ports: noPorts,
      parse: parseTried,
      queue: connect,
      slots: 1,
      limit: milliseconds(100),
    });
    workers.push(worker);
    const id = await makeJob(shop.id);
    await expect
      .poll(() => readJob(id), patience)
      .toMatchObject({ state: "waiting", attempts: 1, later: true });
    expect(await told.promise).toMatchObject({ message: "The run took too long" });
  });
});
