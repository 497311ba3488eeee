// Everything at once: two web and two worker processes, a stream of webhooks, shoppers' mails, and a random schedule of faults.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenRedis, noRedis, startRedis } from "#tests/factories/redis-server.ts";
import {
  failAdmin,
  flushRedis,
  freezeWorker,
  killWeb,
  killWorker,
  restartPostgres,
  restartRedis,
} from "./faults.ts";
import { heal } from "./heal.ts";
import { sendDrafts, shoppersWrite, wrongMails } from "./letters.ts";
import { startLife } from "./shop-life.ts";
import { unequal } from "./unequal.ts";
import { further, grown, harms, settle } from "./verify.ts";
import { seedOfRun, startWorld, type World } from "./world.ts";

type Redis = Awaited<ReturnType<typeof startRedis>>;

const WEBHOOKS = 2_500;
const MAILS = 8;

const faults: Record<string, (world: World) => Promise<void>> = {
  "kill a web process": killWeb,
  "kill a worker": killWorker,
  "freeze a worker past its lease": freezeWorker,
  "restart PostgreSQL": (world) => restartPostgres(world, "fast"),
  "kill PostgreSQL": (world) => restartPostgres(world, "immediate"),
  "let the Admin API fail": failAdmin,
  ...(noRedis ? {} : { "flush Redis": flushRedis }),
  ...((noRedis ?? givenRedis) ? {} : { "restart Redis": restartRedis }),
};
if (noRedis) process.stdout.write(`random faults: without those of Redis, ${noRedis}\n`);

let redis: Redis | null = null;
let world: World;

beforeAll(async () => {
  redis = noRedis ? null : await startRedis();
  world = await startWorld({ seed: seedOfRun(), redis, webs: 2, workers: 2 });
});
afterAll(async () => {
  await world?.stop();
  await redis?.stop();
});

describe("a random schedule of faults", () => {
  it("loses nothing, doubles nothing, overwrites nothing", async () => {
    const { random, courier } = world;
    // Each fault once and then some, in the seed's order.
    const schedule = [
      ...Object.keys(faults),
      random.pick(Object.keys(faults)),
      random.pick(Object.keys(faults)),
    ]
      .map((name) => ({ name, place: random.next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ name }) => name);
    const done: string[] = [];

    const failing = async () => {
      for (const name of schedule) {
        await further(world, 100);
        await faults[name]?.(world);
        done.push(name);
      }
    };
    const writing = async () => {
      await shoppersWrite(world, MAILS);
      await sendDrafts(world, MAILS);
    };
    const life = startLife(world);
    await life.liveWhile(Promise.all([failing(), writing()]));
    while (courier.taken.length < WEBHOOKS) await life.live(10);
    await settle(world);

    expect(done).toEqual(schedule);
    expect(await harms(world)).toEqual([]);
    expect(await wrongMails(world)).toEqual([]);
    expect(await heal(world)).toEqual([]);
    await courier.bringLate();
    await settle(world);
    expect(await unequal(world)).toEqual([]);
    expect(await harms(world)).toEqual([]);
    expect(grown(world)).toEqual([]);
  });
});
