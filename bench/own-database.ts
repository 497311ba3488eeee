import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** Seeding is not what is measured: nothing needs to survive a crash, and no vacuum runs beside a measurement. */
const FLAGS = [
  ...["shared_buffers=1GB", "maintenance_work_mem=512MB", "max_wal_size=8GB", "checkpoint_timeout=30min"],
  ...[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
  ],
  "autovacuum=off",
  // Words are gathered and go into their index at once, when the tables are vacuumed.
  "gin_pending_list_limit=1GB",
];

/** Runs `work` with a migrated database of its own, in an environment that the app takes for its own: it is loaded after this. */
export async function withOwnDatabase(work: () => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  chmodSync(home, 0o755); // as root PostgreSQL is another user, who must reach it
  const database = await startEmbeddedPostgres({ dataDir: home, flags: FLAGS });
  try {
    prepareApp(database.url, randomBytes(32).toString("base64"));
    execFileSync(process.execPath, ["scripts/migrate.ts"], { cwd: root, env: process.env, stdio: "pipe" });
    await work();
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The app reads its environment when it is loaded: it is loaded after this. */
export function prepareApp(url: string, encryptionKey: string): void {
  Object.assign(process.env, {
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: "8",
    ENCRYPTION_KEY: encryptionKey,
    SHOPIFY_API_KEY: "bench",
    SHOPIFY_API_SECRET: "bench",
    SHOPIFY_APP_URL: "https://bench.example",
    INBOUND_DOMAIN: "inbound.example",
    INBOUND_TOKEN: "bench-token-0123456789",
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "care@bench.example",
  });
}
