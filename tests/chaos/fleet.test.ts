// Two web and three worker processes on Redis, started while Redis is away, and each replaced by another under load.
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { seconds } from "#app/lib/duration.ts";
import { systemPool } from "#app/system-db.server.ts";
import { ownProcesses, statusOf, type OwnProcess, type OwnWeb } from "#tests/factories/own-process.ts";
import { noRedis, startRedis } from "#tests/factories/redis-server.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";
import { until } from "./program.ts";

const redis = noRedis ? null : await startRedis();
const cannot = noRedis ?? (redis?.own ? null : "the server of TEST_REDIS_URL is not ours to stop");
if (cannot) process.stdout.write(`fleet: skipped, ${cannot}\n`);

const processes = ownProcesses({
  REDIS_URL: redis?.url ?? "",
  DATABASE_POOL_SIZE: "4",
  WORKER_CONCURRENCY: "4",
  DRAIN_NOTICE_SECONDS: "6",
});
afterAll(async () => {
  await processes.stop();
  await redis?.stop();
});

const ORDERS = 150;
const VERSIONS = 14;
const AT_ONCE = 12;
const STARTED = Date.parse("2026-11-13T09:00:00Z");
const updatedAt = (version: number) => new Date(STARTED + seconds(version)).toISOString();

type Sent = { id: string; order: number; version: number };

/** Every version of every order, in no order, a tenth of them twice. */
function stream(): Sent[] {
  const all: Sent[] = [];
  for (let order = 0; order < ORDERS; order += 1)
    for (let version = 1; version <= VERSIONS; version += 1) {
      const one = { id: randomUUID(), order, version };
      all.push(one);
      if ((order + version) % 10 === 0) all.push(one);
    }
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function webhookOf(shop: string, { id, order, version }: Sent) {
  const body = JSON.stringify({
    id: 7_000_000_000 + order,
    admin_graphql_api_id: `gid://shopify/Order/${7_000_000_000 + order}`,
    name: `#${order}`,
    created_at: new Date(STARTED).toISOString(),
    updated_at: updatedAt(version),
    currency: "EUR",
    total_price: `${version}.00`,
    line_items: [],
  });
  return makeWebhook({
    shop,
    body,
    headers: { "X-Shopify-Webhook-Id": id, "X-Shopify-Event-Id": `event-${id}` },
  });
}

/** Brings each to any of the web processes until one says yes, as Shopify does. `brought` counts. */
async function bring(shop: string, webs: OwnWeb[], brought: { count: number; strange: number[] }) {
  const line = stream();
  const one = async () => {
    for (let next = line.pop(); next; next = line.pop()) {
      for (let status = 0; status !== 200;) {
        const web = webs[Math.floor(Math.random() * webs.length)];
        status = await fetch(`${web?.url}/webhooks`, webhookOf(shop, next)).then(
          (answer) => answer.status,
          () => 0,
        );
        if (![0, 200, 503].includes(status)) brought.strange.push(status);
      }
      brought.count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function stopped(old: OwnProcess): Promise<{ code: number | string; within: boolean }> {
  const startedAt = Date.now();
  const code = await old.stop();
  return { code, within: Date.now() - startedAt < seconds(30) };
}

/**
 * The jobs that a worker tried again before anything was replaced, as it says: while five processes start on two cores it may
 * not be given a connection in time.
 */
const retriedBefore = (time: number, worker: OwnProcess): string[] =>
  worker
    .log()
    .split("\n")
    .filter((line) => line.includes('"jobs retried"'))
    .map((line) => JSON.parse(line) as { time: number; jobs: string[] })
    .flatMap((said) => (said.time < time ? said.jobs : []));

async function aFleet() {
  const [webs, workers] = await Promise.all([
    Promise.all([processes.web(), processes.web()]),
    Promise.all([processes.worker(), processes.worker(), processes.worker()]),
  ]);
  return { webs, workers };
}

const cleanly = { code: 0, within: true };

describe.skipIf(cannot !== null)("a fleet", () => {
  it(
    "mirrors every webhook once while each of its processes is replaced",
    async () => {
      const { shop } = await makeShop();
      // GIVEN processes that were started while Redis is away
      await redis?.kill();
      const { webs, workers } = await aFleet();
      const brought = { count: 0, strange: [] as number[] };
      const bringing = bring(shop.domain, webs, brought);
      await until("webhooks are taken without Redis", async () => brought.count > 100);
      await redis?.revive();
      await until("the workers work", async () => {
        const { rows } = await systemPool.query(
          "SELECT FROM webhook_deliveries WHERE state = 'mirrored' LIMIT 1",
        );
        return rows.length > 0;
      });

      // WHEN each is replaced, one after the other
      const next = await aFleet();
      const replacing = Date.now();
      for (const old of [...webs]) {
        webs.push(...next.webs.splice(0, 1));
        const ending = stopped(old);
        await until("it is not ready", async () => (await statusOf(`${old.url}/readyz`)) === 503);
        // It was asked to stop, says so, and still serves.
        expect(await statusOf(`${old.url}/healthz`)).toBe(200);
        webs.splice(webs.indexOf(old), 1);
        expect(await ending).toEqual(cleanly);
      }
      for (const old of workers) expect(await stopped(old)).toEqual(cleanly);
      await bringing;
      expect(brought).toEqual({ count: stream().length, strange: [] });

      // THEN everything that was said yes to is mirrored, by one job that ran once: no process that was replaced cost it a try
      await until("everything is handled", async () => {
        const { rows } = await systemPool.query("SELECT FROM jobs WHERE state <> 'done' LIMIT 1");
        return rows.length === 0;
      });
      const { rows: deliveries } = await systemPool.query(
        "SELECT state, count(*)::int FROM webhook_deliveries GROUP BY state",
      );
      expect(deliveries).toEqual([{ state: "mirrored", count: ORDERS * VERSIONS }]);
      const { rows: jobs } = await systemPool.query(
        `SELECT count(*)::int AS jobs, count(DISTINCT data ->> 'deliveryId')::int AS of,
           max(attempts) FILTER (WHERE id::text <> ALL($1)) AS attempts
         FROM jobs WHERE name = 'mirrorDeliveries'`,
        [[...workers, ...next.workers].flatMap((worker) => retriedBefore(replacing, worker))],
      );
      expect(jobs).toEqual([{ jobs: ORDERS * VERSIONS, of: ORDERS * VERSIONS, attempts: 1 }]);
      const { rows: orders } = await systemPool.query(
        `SELECT count(*)::int AS count, bool_and(updated_at = $1 AND total = $2) AS newest FROM orders`,
        [updatedAt(VERSIONS), VERSIONS],
      );
      expect(orders).toEqual([{ count: ORDERS, newest: true }]);
      for (const one of [...next.workers, ...webs]) expect(await stopped(one)).toEqual(cleanly);
    },
    seconds(240),
  );

  it(
    "says loudly that its Redis may drop keys",
    async () => {
      const { Redis } = await import("ioredis");
      const client = new Redis(redis?.url ?? "");
      await client.config("SET", "maxmemory-policy", "allkeys-lru");
      client.disconnect();
      const worker = await processes.worker();
      await until("it says so", async () => /"level":50.*allkeys-lru/u.test(worker.log()));
      expect(await worker.stop()).toBe(0);
    },
    seconds(60),
  );
});
