import { execFileSync, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { sealWithDeploymentKey } from "#app/shop/seal.ts";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";
import { empty, keepRows, loadByCopy, loadByValues, TABLES } from "./backfill-peers.ts";
import { printSpace } from "./space.ts";
import { serveResult, writeResult, type Layout } from "./backfill-result.ts";

const GOAL = 0.5;
const MEMORY_GOAL_MB = 300;
const SIZES = (process.env["BENCH_ORDERS"] ?? "100000").split(",").map(Number);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const LAYOUT = (process.env["BENCH_LAYOUT"] ?? "near") as Layout;
/** COPY has been the faster peer at every size; above this only it is run. */
const MOST_BY_VALUES = 200_000;
const root = path.resolve(import.meta.dirname, "..");
const encryptionKey = randomBytes(32);
const shop = { id: randomUUID(), domain: "bench-store.myshopify.com" };

type Ours = { seconds: number; claims: number; cpuSeconds: number; peakMb: number };
type Round = { ours: Ours; copy: number; values: number | null };
type Measured = { orders: number; rows: number; megabytes: number; rounds: Round[] };

/**
 * A bulk result of orders mirrored by one process (streamed over HTTP, parsed, sealed, written under a job's fence) against the
 * fastest load of the very rows it wrote: COPY and multi-VALUES, sealed and written out beforehand, one connection, no
 * row-level security. The same tables, all indexes there; a PostgreSQL that really syncs to disk. All in turn.
 */
export async function bench(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  chmodSync(home, 0o755); // as root PostgreSQL is another user, who must reach it
  const database = await startEmbeddedPostgres({ dataDir: home, flags: ["max_wal_size=8GB"] });
  const client = new pg.Client({ connectionString: database.url });
  try {
    await prepareDatabase(database.url, client);
    const measured: Measured[] = [];
    for (const orders of SIZES)
      measured.push(await measure({ orders, home, database: database.url, client }));
    report(measured);
  } finally {
    await client.end();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const queryOf =
  (client: pg.Client) =>
  async <Row extends object>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];

type Given = { orders: number; home: string; database: string; client: pg.Client };

async function measure({ orders, home, database, client }: Given): Promise<Measured> {
  const file = path.join(home, "result.jsonl");
  const bytes = await writeResult(file, { orders, layout: LAYOUT });
  const result = await serveResult(file);
  const rounds: Round[] = [];
  let rows = 0;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await empty(client);
      await startOver(client);
      const ours = await mirror(database, result);
      const prepared = await keepRows(client, home);
      rows = prepared.rows;
      if (round === 0) await printSpace(queryOf(client), { tables: TABLES, per: "orders" });
      await empty(client);
      const copy = await loadByCopy(client, prepared);
      await empty(client);
      const values = orders <= MOST_BY_VALUES ? await loadByValues(client, prepared) : null;
      rounds.push({ ours, copy, values });
      console.log(
        `${orders} orders: ours ${ours.seconds.toFixed(2)} s (${ours.cpuSeconds.toFixed(2)} s CPU, ${ours.claims} claims, ` +
          `${ours.peakMb.toFixed(0)} MB), COPY ${copy.toFixed(2)} s, VALUES ${values?.toFixed(2) ?? "-"} s`,
      );
    }
  } finally {
    result.close();
  }
  return { orders, rows, megabytes: bytes / 2 ** 20, rounds };
}

async function mirror(database: string, result: { origin: string; url: string }): Promise<Ours> {
  const child = spawn(
    process.execPath,
    [
      // As `npm run worker` starts it: rows live for one batch, and V8 would let its nursery grow by 100 MB for them.
      "--max-semi-space-size=4",
      "--disable-warning=ExperimentalWarning",
      "bench/run.ts",
      "serve",
      "backfill",
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "test",
        LOG_LEVEL: "warn",
        DATABASE_URL: database,
        DATABASE_POOL_SIZE: "10",
        ENCRYPTION_KEY: encryptionKey.toString("base64"),
        SHOPIFY_API_KEY: "bench",
        SHOPIFY_API_SECRET: "bench-secret",
        SHOPIFY_APP_URL: "https://bench.example",
        INBOUND_DOMAIN: "inbound.example",
        INBOUND_TOKEN: "bench-token-0123456789",
        SMTP_URL: "smtp://127.0.0.1:9",
        MAIL_FROM: "care@bench.example",
        DEVSTORE_ORIGIN: result.origin,
        BENCH_SHOP: shop.id,
        BENCH_RESULT: result.url,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  await new Promise((exited) => child.once("exit", exited));
  const found = /^result (.*)$/m.exec(out)?.[1];
  if (!found) throw new Error(`The backfill did not end: ${out}`);
  return JSON.parse(found) as Ours;
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function report(measured: Measured[]): void {
  console.log(
    "\n| orders | rows | JSONL MB | rows/s | orders/s | COPY rows/s | VALUES rows/s | ratio | peak MB |",
  );
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { orders, rows, megabytes, rounds } of measured) {
    const ours = median(rounds.map((round) => round.ours.seconds));
    const copy = median(rounds.map((round) => round.copy));
    const values = median(rounds.flatMap((round) => round.values ?? []));
    const ratio = median(
      rounds.map((round) => Math.min(round.copy, round.values ?? Infinity) / round.ours.seconds),
    );
    const peak = Math.max(...rounds.map((round) => round.ours.peakMb));
    if (ratio < GOAL || peak > MEMORY_GOAL_MB) process.exitCode = 1;
    const per = (count: number, seconds: number) =>
      Number.isNaN(seconds) ? "-" : (count / seconds).toFixed(0);
    console.log(
      `| ${orders} | ${rows} | ${megabytes.toFixed(0)} | ${per(rows, ours)} | ${per(orders, ours)} | ${per(rows, copy)} | ${per(rows, values)} | ${ratio.toFixed(2)} | ${peak.toFixed(0)} |`,
    );
  }
  const [first, last] = [measured[0], measured.at(-1)];
  if (first && last && first !== last) console.log(`\n${slope(first, last)}`);
  console.log(
    `\nMedian of ${ROUNDS} rounds, children ${LAYOUT} their orders. Goals: ratio at least ${GOAL}, peak memory at most ${MEMORY_GOAL_MB} MB: ` +
      (process.exitCode ? "NOT MET" : "met"),
  );
}

/** 1 is linear: ten times the orders take ten times as long. */
function slope(first: Measured, last: Measured): string {
  const took = (one: Measured) => median(one.rounds.map((round) => round.ours.seconds));
  const exponent = Math.log(took(last) / took(first)) / Math.log(last.orders / first.orders);
  return `time grows with orders to the power of ${exponent.toFixed(2)} from ${first.orders} to ${last.orders}`;
}

async function prepareDatabase(url: string, client: pg.Client): Promise<void> {
  execFileSync(process.execPath, ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: "pipe",
  });
  await client.connect();
  await client.query(
    `INSERT INTO shops (id, domain, name, scopes, inbound_key, wrapped_key) VALUES ($1, $2, 'Bench', '{}', 'bench', $3)`,
    [
      shop.id,
      shop.domain,
      sealWithDeploymentKey([encryptionKey], `shops.wrapped_key:${shop.id}`, randomBytes(32)),
    ],
  );
}

async function startOver(client: pg.Client): Promise<void> {
  await client.query("DELETE FROM backfills");
  const cursor = {
    stage: "orders",
    bulk: { id: "gid://shopify/BulkOperation/1", startedAt: "2026-11-21T09:00:00.000Z", line: 0 },
  };
  await client.query(
    "INSERT INTO backfills (shop_id, state, stage, cursor, updated_at) VALUES ($1, 'running', 'orders', $2, now())",
    [shop.id, JSON.stringify(cursor)],
  );
}
