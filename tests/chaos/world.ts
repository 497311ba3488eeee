// The whole of Attune as processes, on a database, a queue and a Shopify of its own, each of which can fail.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { Duration } from "#app/lib/duration.ts";
import { seededRandom, type Random } from "#devstore/seed/random.ts";
import type { startRedis } from "#tests/factories/redis-server.ts";
import { freePort } from "../../scripts/free-port.mjs";
import { startCourier, type Courier } from "./courier.ts";
import { logEffects } from "./effects.ts";
import { startPostgres, type Postgres } from "./postgres-server.ts";
import { startProgram, until, type Program } from "./program.ts";
import { startShopify, type Shopify } from "./shopify.ts";

type Redis = Awaited<ReturnType<typeof startRedis>>;

export type World = {
  seed: number;
  random: Random;
  postgres: Postgres;
  /** Null when the queue is on PostgreSQL. */
  redis: Redis | null;
  shopify: Shopify;
  courier: Courier;
  /** Running ones only; the order is that of their start. */
  webs: (Program & { port: number })[];
  workers: Program[];
  /** Every web and worker there ever was. */
  programs: Program[];
  /** On a port of its own; resolves when it is ready. */
  startWeb: (port?: number) => Promise<Program & { port: number }>;
  /** `clockOff`: how far its clock is ahead. */
  startWorker: (given?: { clockOff: Duration }) => Program;
  /** The shop's domain, installed and mirrored. */
  shop: { id: string; domain: string };
  /** A call to the app's JSON API by the shop's staff. */
  api: (to: string, init?: { method?: string; body?: object }) => Promise<Response>;
  folder: string;
  stop: () => Promise<void>;
};

export type WorldOptions = {
  seed: number;
  redis?: Redis | null;
  webs?: number;
  workers?: number;
  /** Runs when the database is there and before any process of ours is. */
  before?: (world: { postgres: Postgres }) => Promise<void>;
};

export const SHOP = "attune-demo.myshopify.com";

export const secrets = {
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SHOPIFY_API_KEY: "chaos-api-key",
  SHOPIFY_API_SECRET: "chaos-api-secret",
  INBOUND_TOKEN: "chaos-inbound-token-0123456789",
};

/** Points a second. A large plan: what is to be seen is that nothing is lost, not how long Shopify makes a small shop wait. */
export const PLAN = 2_000;

/** What never comes by another way than its webhook: see expected-mirror.ts. */
const NEVER_WITHHELD = /^(app|shop|bulk_operations|disputes)\/|^customers\/(redact|data_request)$/u;

export async function startWorld(options: WorldOptions): Promise<World> {
  const { seed, redis = null } = options;
  const random = seededRandom(seed);
  const folder = mkdtempSync(path.join(tmpdir(), "attune-chaos-"));
  chmodSync(folder, 0o755); // where PostgreSQL does not run as root its files are another user's
  mkdirSync(path.join(folder, "logs"));
  const postgres = await startPostgres(path.join(folder, "postgres"));
  await logEffects(postgres);
  const [webPort, devstorePort, smtpPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const webs: (Program & { port: number })[] = [];
  const workers: Program[] = [];
  const programs: Program[] = [];
  const ports = new Set([webPort]);
  const courier = await startCourier({
    random,
    idle: () => shopify.control("/webhooks/idle"),
    app: () => [...ports].map((port) => `http://127.0.0.1:${port}`),
    duplicates: 0.2,
    withheld: 0.05,
    mayWithhold: (topic) => !NEVER_WITHHELD.test(topic),
    window: 40,
  });
  const appUrl = `http://127.0.0.1:${webPort}`;
  const env: Record<string, string> = {
    ...secrets,
    NODE_ENV: "development",
    DATABASE_URL: postgres.url,
    LOG_LEVEL: "info",
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: appUrl,
    INBOUND_DOMAIN: "inbound.attune.localhost",
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: "care@fernweh-supply.example",
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  const shopify = await startShopify({
    folder,
    port: devstorePort,
    smtpPort,
    appUrl,
    webhooksTo: courier.url,
    env,
    random,
  });
  env["DEVSTORE_ORIGIN"] = shopify.gate.url;

  const keep = <P extends Program>(running: P[], program: P): P => {
    running.push(program);
    programs.push(program);
    void program.exited.then(() => running.splice(running.indexOf(program), 1));
    return program;
  };
  let over = false;
  const begin = (kind: "web" | "worker", more: Record<string, string> = {}) => {
    // A test that ran out of time goes on, and must not leave processes behind.
    if (over) throw new Error("this world has ended");
    const name = `${kind} ${programs.length + 1}`;
    return startProgram({
      name,
      args: ["--import", "./tests/chaos/skew-clock.mjs", `app/entry.${kind}.ts`],
      env: { ...env, PGAPPNAME: name, ...more }, // see effects.ts
      log: path.join(folder, "logs", `${kind}.log`),
    });
  };
  const startWeb: World["startWeb"] = async (port = webPort) => {
    ports.add(port);
    const web = keep(webs, Object.assign(begin("web", { PORT: String(port) }), { port }));
    await until("the web process is ready", () => {
      if (!web.running()) throw new Error("the web process ended while it started");
      return isReady(port);
    });
    return web;
  };
  const startWorker: World["startWorker"] = ({ clockOff } = { clockOff: 0 }) =>
    keep(workers, begin("worker", { CLOCK_SKEW_MS: String(clockOff) }));
  const world = {
    seed,
    random,
    postgres,
    redis,
    shopify,
    courier,
    webs,
    workers,
    programs,
    startWeb,
    startWorker,
    folder,
    shop: { id: "", domain: SHOP },
    api: async (to: string, { method = "GET", body }: { method?: string; body?: object } = {}) => {
      const { token } = z.object({ token: z.string() }).parse(await shopify.get("/control/session-token"));
      return fetch(`${appUrl}/api/${to}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    },
    stop: async () => {
      over = true;
      await courier.stop();
      for (const one of programs) if (one.running()) one.thaw();
      await Promise.all(programs.map((one) => one.kill()));
      await shopify.stop();
      await postgres.stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await options.before?.(world);
  for (let count = 0; count < (options.workers ?? 1); count += 1) startWorker();
  const more = Array.from({ length: (options.webs ?? 1) - 1 }, async () => startWeb(await freePort()));
  await Promise.all([startWeb(), ...more]);
  world.shop.id = await install(world);
  return world;
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Opens the app as the merchant does, and waits until what was there before is mirrored. */
async function install({ shopify, postgres }: Pick<World, "shopify" | "postgres">): Promise<string> {
  await shopify.control("/graphql/plan", { pointsPerSecond: PLAN }, "PUT");
  await shopify.control("/install");
  const shopId = await until("the backfill is done", async () => {
    const [row] = await postgres.query<{ id: string; state: string }>(
      "SELECT shops.id, backfills.state FROM shops JOIN backfills ON backfills.shop_id = shops.id",
    );
    if (row?.state === "failed") throw new Error("the backfill failed");
    return row?.state === "done" && row.id;
  });
  // What ingest loses must not be found by a reconcile that nobody asked for: see heal.ts.
  await until("the first reconcile is put off", async () => {
    const rows = await postgres.query(
      "UPDATE reconciles SET next_at = now() + interval '1 day' WHERE shop_id = $1 RETURNING shop_id",
      [shopId],
    );
    return rows.length > 0;
  });
  return shopId;
}

/** Another seed at each run, printed so that a failure can be played again: `CHAOS_SEED=… npm test`. */
export function seedOfRun(): number {
  const given = process.env["CHAOS_SEED"]; // oxlint-disable-line node/no-process-env
  const seed = given ? Number(given) : Date.now() % 1_000_000;
  process.stdout.write(`chaos: CHAOS_SEED=${seed}\n`);
  return seed;
}
