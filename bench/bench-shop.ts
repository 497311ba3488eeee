import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { sealWithDeploymentKey } from "#app/shop/seal.ts";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";

const root = path.resolve(import.meta.dirname, "..");
const encryptionKey = randomBytes(32);

export const secret = "bench-secret";
export type BenchShop = { id: string; domain: string };
export type BenchDatabase = {
  url: string;
  /** The environment of a process of the app on this database. */
  environment: NodeJS.ProcessEnv;
  /** One statement, as the owner. */
  sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  makeShop: (name: string) => Promise<BenchShop>;
  stop: () => Promise<void>;
};

/** A PostgreSQL of its own that really syncs to disk, migrated. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  chmodSync(home, 0o755); // as root PostgreSQL is another user, who must reach it
  const server = await startEmbeddedPostgres({ dataDir: home });
  const { url } = server;
  execFileSync(process.execPath, ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: "pipe",
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const sql: BenchDatabase["sql"] = async (text, values = []) => (await client.query(text, values)).rows;
  return {
    url,
    environment: environment(url),
    sql,
    makeShop: (name) => makeShop(sql, name),
    stop: async () => {
      await client.end();
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function makeShop(sql: BenchDatabase["sql"], name: string): Promise<BenchShop> {
  const id = randomUUID();
  const domain = `${name}.myshopify.com`;
  const key = sealWithDeploymentKey([encryptionKey], `shops.wrapped_key:${id}`, randomBytes(32));
  await sql(
    `INSERT INTO shops (id, domain, name, scopes, inbound_key, wrapped_key) VALUES ($1, $2, $3, '{}', $3, $4)`,
    [id, domain, name, key],
  );
  return { id, domain };
}

function environment(url: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: "10",
    ENCRYPTION_KEY: encryptionKey.toString("base64"),
    SHOPIFY_API_KEY: "bench",
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_APP_URL: "https://bench.example",
    INBOUND_DOMAIN: "inbound.example",
    INBOUND_TOKEN: "bench-token-0123456789",
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "care@bench.example",
  };
}
