import { beforeEach, describe, expect, it } from "vitest";
import { milliseconds } from "#app/lib/duration.ts";
import { pickJobs, type PickedBatch, type Round } from "#app/queue/pick-jobs.server.ts";
import { startRelay } from "#app/queue/relay.server.ts";
import type { Together } from "#app/queue/share.ts";
import { systemPool } from "#app/system-db.server.ts";
import { jobStates, makeJob, patience } from "#tests/factories/job.ts";

const alone: Together = {};
const pick = async (given: Partial<Round>) => {
  const round = await pickJobs({
    after: "",
    shops: 200,
    inFlightPerShop: 6,
    inQueue: 64,
    together: alone,
    ...given,
  });
  if (round.outcome !== "picked") throw new Error("It was not our turn");
  return round;
};
const idsOf = (batches: PickedBatch[]) => batches.flatMap(({ ids }) => ids);
const shop = (n: number) => `shop-${String(n).padStart(4, "0")}`;

beforeEach(async () => {
  await systemPool.query("TRUNCATE jobs");
});

describe("going round the shops", () => {
  it("serves the shops in turn when there is room for two jobs only", async () => {
    for (let n = 0; n < 5; n += 1) for (let job = 0; job < 4; job += 1) await makeJob(shop(n));
    const served: string[] = [];
    let after = "";
    while (served.length < 20) {
      const round = await pick({ after, inQueue: 2 });
      served.push(...round.batches.map(({ shopId }) => shopId));
      after = round.after;
      await systemPool.query("UPDATE jobs SET state = 'done' WHERE state = 'queued'");
    }
    // Every five in a row are five different shops.
    for (let start = 0; start < 20; start += 5) expect(new Set(served.slice(start, start + 5)).size).toBe(5);
  });

  it("gives a shop no more than its share, counting what runs", async () => {
    for (let job = 0; job < 10; job += 1) await makeJob(shop(1));
    await systemPool.query("UPDATE jobs SET state = 'running' WHERE id IN (SELECT id FROM jobs LIMIT 2)");
    const round = await pick({});
    expect(round).toMatchObject({ full: false, whole: true, after: shop(1) });
    expect(round.batches).toHaveLength(4);
  });

  it("gets past any number of shops whose jobs are not due yet", async () => {
    await systemPool.query(
      `INSERT INTO jobs (shop_id, event, name, data, run_at)
       SELECT 'shop-' || lpad(n::text, 4, '0'), 'tested', 'try', '{}', now() + interval '1 hour' FROM generate_series(0, 899) AS n`,
    );
    const due = await makeJob(shop(900));
    const handed: string[] = [];
    const relay = startRelay({
      slots: 4,
      together: alone,
      enqueue: async (batches) => void handed.push(...idsOf(batches)),
    });
    await expect.poll(() => handed, patience).toEqual([due]);
    await relay.stop();
  });

  it("hands a job over once, however many relays there are", async () => {
    for (let n = 0; n < 30; n += 1) for (let job = 0; job < 3; job += 1) await makeJob(shop(n));
    const handed: string[] = [];
    const enqueue = async (batches: PickedBatch[]) => {
      handed.push(...idsOf(batches));
      await systemPool.query("UPDATE jobs SET state = 'done' WHERE id = ANY($1::bigint[])", [idsOf(batches)]);
    };
    const relays = [1, 2, 3].map(() =>
      startRelay({ slots: 4, together: alone, enqueue, poll: milliseconds(50) }),
    );
    await expect.poll(jobStates, patience).toEqual({ done: 90 });
    await Promise.all(relays.map((relay) => relay.stop()));
    expect(handed).toHaveLength(90);
    expect(new Set(handed).size).toBe(90);
  });

  it("puts jobs back that the queue does not take, and tries again", async () => {
    await makeJob(shop(1));
    let refusals = 0;
    let states: Record<string, number> = {};
    const relay = startRelay({
      slots: 4,
      together: alone,
      poll: milliseconds(50),
      enqueue: async () => {
        if (refusals === 1) states = await jobStates(); // marked anew for the second try
        refusals += 1;
        if (refusals < 3) throw new Error("The queue is away");
      },
    });
    await expect.poll(() => refusals, patience).toBe(3);
    await relay.stop();
    expect(states).toEqual({ queued: 1 });
    expect(await jobStates()).toEqual({ queued: 1 });
  });
});
