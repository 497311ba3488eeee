// What the app rests on goes away and comes back in the middle of a stream of webhooks: Redis, PostgreSQL, Shopify's Admin API.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { minutes } from "#app/lib/duration.ts";
import { givenRedis, noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { failAdmin, flushRedis, restartPostgres, restartRedis, throttleAdmin } from "./faults.ts";
import { heal } from "./heal.ts";
import { until } from "./program.ts";
import { startLife, type ShopLife } from "./shop-life.ts";
import { unequal } from "./unequal.ts";
import { endLeases, further, grown, harms, settle } from "./verify.ts";
import { seedOfRun, startWorld, type World } from "./world.ts";

type Redis = Awaited<ReturnType<typeof startRedis>>;

let redis: Redis | null = null;
let world: World;
let life: ShopLife;

beforeAll(async () => {
  redis = noRedis ? null : await startRedis();
  world = await startWorld({ seed: seedOfRun(), redis });
  life = startLife(world);
});
afterAll(async () => {
  await world?.stop();
  await redis?.stop();
});

const jobs = async (state: string) => {
  const [row] = await world.postgres.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM jobs WHERE state = $1 AND name <> 'reconcileShop'",
    [state],
  );
  return row?.count ?? 0;
};

describe("under a stream of webhooks", () => {
  it("says not now within two seconds while PostgreSQL restarts, and goes on by itself", async () => {
    const restarting = async () => {
      for (const how of ["fast", "immediate", "killed"] as const) {
        await further(world, 100);
        await restartPostgres(world, how);
      }
      await further(world, 50);
    };
    await life.liveWhile(restarting());
    await world.courier.settle();
    // What could not be settled while the database was away stays claimed for a minute.
    await endLeases(world.postgres);
    await settle(world);
    expect(await harms(world)).toEqual([]);
  });

  it("waits for an Admin API that throttles, fails and breaks off", async () => {
    await life.liveWhile(failAdmin(world));
    await life.liveWhile(throttleAdmin(world));
    await settle(world);
    const { failed, throttled } = world.shopify.gate;
    expect(Object.keys(failed).length).toBeGreaterThan(3);
    expect(throttled()).toBeGreaterThan(0);
    expect(await harms(world)).toEqual([]);
  });

  it("is not misled by workers whose clocks are ten minutes apart, either way", async () => {
    await world.workers[0]?.stop();
    const ahead = world.startWorker({ clockOff: minutes(10) });
    const behind = world.startWorker({ clockOff: minutes(-10) });
    await life.liveWhile(further(world, 150));
    await settle(world);
    world.startWorker();
    expect(await Promise.all([ahead.stop(), behind.stop()])).toEqual([0, 0]);
    expect(await harms(world)).toEqual([]);
  });

  it.skipIf(noRedis || givenRedis)(
    `acknowledges while Redis is away, also at the start${noRedis ? ` (${noRedis})` : ""}`,
    async () => {
      await redis?.kill();
      await Promise.all([...world.webs, ...world.workers].map((one) => one.kill()));
      await world.startWeb();
      world.startWorker();
      await life.live(40);
      await world.courier.settle();
      // The new worker's relay may have begun to hand some of them to the queue that is not there.
      expect((await jobs("waiting")) + (await jobs("queued"))).toBeGreaterThan(0);
      await redis?.revive();
      await settle(world);
      expect(await harms(world)).toEqual([]);
    },
  );

  it.skipIf(noRedis)(`sends again what a flushed Redis forgot${noRedis ? ` (${noRedis})` : ""}`, async () => {
    const letGo = await world.postgres.hold("LOCK TABLE orders IN SHARE MODE");
    await life.live(60);
    await world.courier.settle();
    await until("the queue is full", async () => (await jobs("queued")) > 0);
    await flushRedis(world);
    await letGo();
    if (redis?.own) await life.liveWhile(restartRedis(world));
    await settle(world);
    expect(await harms(world)).toEqual([]);
  });

  it("has mirrored what the store knows once Shopify was asked what never came", async () => {
    expect(await heal(world)).toEqual([]);
    await world.courier.bringLate();
    await settle(world);
    expect(await unequal(world)).toEqual([]);
    expect(await harms(world)).toEqual([]);
    expect(grown(world)).toEqual([]);
  });
});
