// The ways in which what the app rests on goes away and comes back. Each resolves when it is there again.
import { Redis } from "ioredis";
import type { Ending } from "./postgres-server.ts";
import { until } from "./program.ts";
import { endLeases, further } from "./verify.ts";
import type { World } from "./world.ts";

/** Down until the app has noticed: it said "not now" to a webhook, or nobody sends any. */
export async function restartPostgres(world: World, how: Ending): Promise<void> {
  const refused = () => world.courier.answers.filter(({ status }) => status === 503).length;
  const before = refused();
  await world.postgres.down(how);
  await until("the door says that it cannot take webhooks", async () => refused() > before, 20);
  await world.postgres.up();
}

export async function killWeb(world: World): Promise<void> {
  const [web] = world.webs;
  if (!web) return;
  await web.kill();
  await world.startWeb(web.port);
}

export async function killWorker(world: World): Promise<void> {
  await world.workers[0]?.kill();
  await endLeases(world.postgres);
  world.startWorker();
}

/** Frozen while the others go on with what it held, and thawed with all it had in its hands. */
export async function freezeWorker(world: World): Promise<void> {
  const [worker] = world.workers;
  worker?.freeze();
  await endLeases(world.postgres);
  await further(world, 30);
  worker?.thaw();
}

export async function flushRedis({ redis }: World): Promise<void> {
  if (!redis) return;
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
}

export async function restartRedis(world: World): Promise<void> {
  await world.redis?.kill();
  await further(world, 20);
  await world.redis?.revive();
}

export async function failAdmin(world: World): Promise<void> {
  world.shopify.gate.fail(0.5);
  await further(world, 40);
  const { failed } = world.shopify.gate;
  await until("the Admin API failed in several ways", async () => Object.keys(failed).length > 3);
  world.shopify.gate.fail(0);
}
