// The ways in which what the app rests on goes away and comes back. Each resolves when it is there again.
import { Redis } from "ioredis";
import { claimsOf, takenOver } from "./effects.ts";
import type { Ending } from "./postgres-server.ts";
import { until } from "./program.ts";
import { endLeases, further, hurry } from "./verify.ts";
import { PLAN, type World } from "./world.ts";

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

/** Frozen until another has taken over what it held, and thawed with all it had in its hands. */
export async function freezeWorker(world: World): Promise<void> {
  const { postgres, workers } = world;
  const [worker] = workers;
  if (!worker) return;
  const claims = await until("a worker is frozen at work", async () => {
    worker.freeze();
    const held = await claimsOf(postgres, worker.name);
    if (held.length > 0) return held;
    worker.thaw();
    return null;
  });
  await endLeases(postgres);
  const over = until("another worker takes over what the frozen one held", async () => {
    await hurry(postgres);
    return takenOver(postgres, claims);
  });
  await Promise.all([over, further(world, 30)]).finally(worker.thaw);
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

/** The shop's allowance is used up, by others of its apps, until a request of ours was refused for it. */
export async function throttleAdmin({ shopify }: World): Promise<void> {
  const before = shopify.gate.throttled();
  const plan = (pointsPerSecond: number) => shopify.control("/graphql/plan", { pointsPerSecond }, "PUT");
  await plan(1);
  await shopify.control("/graphql/throttle");
  try {
    await until("the app is throttled", async () => shopify.gate.throttled() > before);
  } finally {
    await plan(PLAN);
  }
}

export async function failAdmin(world: World): Promise<void> {
  const { gate } = world.shopify;
  gate.fail(0.5);
  // What asks may have been claimed by somebody who is gone, or wait for another try.
  await endLeases(world.postgres);
  try {
    await further(world, 40);
    await until("the Admin API failed in several ways", async () => {
      await hurry(world.postgres);
      return Object.keys(gate.failed).length > 3;
    });
  } finally {
    gate.fail(0);
  }
}
