import { afterEach, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { forShop } from "#app/db.server.ts";
import { milliseconds } from "#app/lib/duration.ts";
import { connectQueue } from "#app/queue/connect-queue.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { startWorker, type StartedWorker } from "#app/queue/start-worker.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { flushQueue } from "#tests/factories/flush-queue.ts";
import { jobStates, makeGate, makeJob, nameOf, noPorts, parseTried, patience } from "#tests/factories/job.ts";
import { makeShop } from "#tests/factories/shop.ts";

const workers: StartedWorker[] = [];
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.close(0))));

async function running(handler: (shopId: string) => Work) {
  await flushQueue(undefined);
  await systemPool.query("TRUNCATE jobs");
  const { shop } = await makeShop();
  const worker = startWorker({
    handlers: { try: handler(shop.id) },
    ports: noPorts,
    parse: parseTried,
    queue: () => connectQueue({ databaseUrl: env.DATABASE_URL }),
    slots: 1,
  });
  workers.push(worker);
  await makeJob(shop.id);
  await expect.poll(jobStates, patience).toEqual({ running: 1 });
  return { shop, worker };
}

it("a worker that stops waits for what a run still tidies up when it is told to end", async () => {
  const { shop, worker } = await running((shopId) => async (_ports, { signal }) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    // Outside the fence, as the model's budget is settled.
    await forShop(shopId)(async (tx) => {
      await tx.$executeRaw`SELECT pg_sleep(0.5)`;
      await tx.shop.update({ where: { id: shopId }, data: { name: "tidied up" } });
    });
    throw signal.reason;
  });
  await worker.close(milliseconds(8_000));
  expect(await nameOf(shop.id)).toBe("tidied up");
  expect(await jobStates()).toEqual({ waiting: 1 });
});

it("and no longer than it was given, for a run that does not end", async () => {
  const never = makeGate<string>();
  const { worker } = await running(() => () => never.promise);
  const begun = performance.now();
  await worker.close(milliseconds(1_000));
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(await jobStates()).toEqual({ waiting: 1 });
});
