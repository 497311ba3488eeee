import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Ports } from "#app/ports.ts";
import type { BatchRun } from "#app/job.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";

const root = path.resolve(import.meta.dirname, "..");

export type DetectionShop = {
  keys: ShopKeys;
  run: BatchRun;
  ports: Ports;
  now: Date;
  /** Brings the shop to so many watched orders, and the tables' statistics with it. */
  grow: (orders: number) => Promise<void>;
  sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
};

/** A shop in a PostgreSQL of its own that really syncs to disk, with 2,000 other shops beside it. */
export async function withDetectionShop(work: (shop: DetectionShop) => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  chmodSync(home, 0o755); // as root PostgreSQL is another user, who must reach it
  const database = await startEmbeddedPostgres({
    dataDir: home,
    flags: ["shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=30min", "autovacuum=off"],
  });
  try {
    prepareApp(database.url);
    await inShop(work);
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The app reads its environment when it is loaded: it is loaded after this. */
function prepareApp(url: string): void {
  Object.assign(process.env, {
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: "8",
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    SHOPIFY_API_KEY: "bench",
    SHOPIFY_API_SECRET: "bench",
    SHOPIFY_APP_URL: "https://bench.example",
    INBOUND_DOMAIN: "inbound.example",
    INBOUND_TOKEN: "bench-token-0123456789",
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "care@bench.example",
  });
  execFileSync(process.execPath, ["scripts/migrate.ts"], { cwd: root, env: process.env, stdio: "pipe" });
}

async function inShop(work: (shop: DetectionShop) => Promise<void>): Promise<void> {
  const { makeShop } = await import("#tests/factories/shop.ts");
  const { makeRun } = await import("#tests/factories/delivery.ts");
  const { addNeighbours, settleTables } = await import("#tests/factories/grown-rest.ts");
  const { watchOrders } = await import("#tests/factories/watched-orders.ts");
  const { prisma, tenantPool } = await import("#app/db.server.ts");
  const { systemPool } = await import("#app/system-db.server.ts");
  const now = new Date();
  const { shop, keys } = await makeShop();
  let orders = 0;
  try {
    await addNeighbours(systemPool, { shops: 2_000, now });
    await work({
      ...{ keys, run: makeRun(shop.id), ports: { now: () => now } as Ports, now },
      grow: async (to) => {
        const started = performance.now();
        await watchOrders(systemPool, { keys, from: orders, to, now });
        await settleTables(systemPool);
        console.log(`${to} watched orders, seeded in ${Math.round((performance.now() - started) / 1_000)} s`);
        orders = to;
      },
      sql: async (text, values = []) => (await systemPool.query({ text, values })).rows,
    });
  } finally {
    await prisma.$disconnect();
    await Promise.all([tenantPool, systemPool].filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
}

/** The slope of a time over the size, both as logarithms: 0, it does not grow; 1, it grows as the shop does. */
export function growth(times: number[], sizes: number[]): number {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  return Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
}
