// The app's own processes die and freeze in the middle of a stream of webhooks. The queue is on PostgreSQL.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./program.ts";
import { startLife, type ShopLife } from "./shop-life.ts";
import { killWeb } from "./faults.ts";
import { heal } from "./heal.ts";
import { unequal } from "./unequal.ts";
import { endLeases, further, grown, harms, hurry, settle } from "./verify.ts";
import { seedOfRun, startWorld, type World } from "./world.ts";

let world: World;
let life: ShopLife;

beforeAll(async () => {
  world = await startWorld({ seed: seedOfRun() });
  life = startLife(world);
});
afterAll(() => world?.stop());

/** A return was asked for on a new order, and the worker waits for Shopify's answer about it: one job, held in the middle. */
async function heldJob() {
  const { shopify, courier, postgres } = world;
  courier.hurry(true);
  const order = await life.anOrder();
  await shopify.control(`/orders/${order.id}/ship`);
  await settle(world);
  const held = shopify.gate.hold(`gid://shopify/Order/${order.id}`);
  await shopify.control(`/orders/${order.id}/return`);
  await held.reached();
  courier.hurry(false);
  const [job] = await postgres.query<{ id: string }>(
    `SELECT jobs.id::text FROM jobs JOIN webhook_deliveries AS d ON d.id = jobs.data ->> 'deliveryId'
     WHERE topic = 'returns/request' AND jobs.state = 'running'`,
  );
  return { ...held, id: job?.id ?? "none" };
}

const stateOf = (held: { id: string }) =>
  world.postgres.query<{ state: string; attempts: number }>(
    "SELECT state, attempts FROM jobs WHERE id::text = $1",
    [held.id],
  );

/** Jobs that a worker has in its hands together. */
async function runningInBatches(): Promise<number> {
  const [row] = await world.postgres.query<{ most: number }>(
    `SELECT coalesce(max(count), 0)::int AS most FROM (
       SELECT count(*) FROM jobs WHERE state = 'running' AND name = 'mirrorDeliveries' GROUP BY batch) AS batches`,
  );
  return row?.most ?? 0;
}

describe("under a stream of webhooks", () => {
  it("does once what a worker was killed in the middle of", async () => {
    // GIVEN a worker whose writes wait for a lock, with jobs in its hands
    const letGo = await world.postgres.hold("LOCK TABLE orders IN SHARE MODE");
    await life.live(80);
    await world.courier.settle();
    await until("a batch waits for the lock", async () => {
      const rows = await world.postgres.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'relation'`,
      );
      return rows.length > 0 && (await runningInBatches()) > 1;
    });
    // WHEN it is killed
    await world.workers[0]?.kill();
    expect(await runningInBatches()).toBeGreaterThan(1);
    await letGo();
    await endLeases(world.postgres);
    world.startWorker();
    // THEN another does the work
    await settle(world);
    expect(await harms(world)).toEqual([]);
  });

  it("finishes a job whose worker is killed five times at it, while the web process is killed, again and again", async () => {
    const held = await heldJob();
    const killWorkers = async () => {
      for (let kills = 1; kills <= 5; kills += 1) {
        await world.workers[0]?.kill();
        await endLeases(world.postgres);
        world.startWorker();
        if (kills === 5) held.release();
        else await reachedAgain(held);
      }
    };
    const killWebs = async () => {
      for (let kills = 1; kills <= 3; kills += 1) {
        await further(world, 150);
        await killWeb(world);
      }
      await further(world, 50);
    };
    await life.liveWhile(Promise.all([killWorkers(), killWebs()]));
    await settle(world);
    expect(held.times()).toBeGreaterThanOrEqual(5);
    expect(await stateOf(held)).toEqual([{ state: "done", attempts: 6 }]);
    expect(await harms(world)).toEqual([]);
  });

  it("lets a worker that was frozen past its lease write nothing over another's work", async () => {
    const held = await heldJob();
    const [frozen] = world.workers;
    await atTheRelaysRound(() => frozen?.freeze());
    await endLeases(world.postgres);
    const second = world.startWorker();
    await reachedAgain(held);
    held.release();
    await settle(world);
    // The frozen one wakes with Shopify's answer in its hands, and is the only one left to go on.
    await second.stop();
    frozen?.thaw();
    await life.live(40);
    await settle(world);
    expect(frozen?.running()).toBe(true);
    expect(await stateOf(held)).toEqual([{ state: "done", attempts: 2 }]);
    expect(await harms(world)).toEqual([]);
  });

  it("has mirrored what the store knows once Shopify was asked what never came", async () => {
    expect(await heal(world)).toEqual([]);
    // What comes a day late changes nothing.
    await world.courier.bringLate();
    await settle(world);
    expect(await unequal(world)).toEqual([]);
    expect(await harms(world)).toEqual([]);
    expect(grown(world)).toEqual([]);
  });
});

/** Does it while the only worker's relay asks for due jobs: how long it then waits must not come from how long it stood still. */
async function atTheRelaysRound(does: () => void): Promise<void> {
  const letGo = await world.postgres.hold("LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE");
  await until("the relay waits for the lock", async () => {
    const rows = await world.postgres.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%attune|pick-jobs%' AND pid <> pg_backend_pid()`,
    );
    return rows.length > 0;
  });
  does();
  await letGo();
}

/** A new worker takes the held job up once the sweep brings it back and its pause is over. */
async function reachedAgain(held: { reached: () => Promise<void> }): Promise<void> {
  let there = false;
  void held.reached().then(() => {
    there = true;
  });
  await until("the job is taken up again", async () => {
    if (!there) await hurry(world.postgres);
    return there;
  });
}
