import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { sealWithDeploymentKey } from "#app/shop/seal.ts";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";

const GOAL = 0.5;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const CONNECTIONS = 20;
const root = path.resolve(import.meta.dirname, "..");
const secret = "bench-secret";
const encryptionKey = randomBytes(32);
const shop = { id: randomUUID(), domain: "bench-store.myshopify.com" };

type Measured = { perSecond: number; p50: number; p99: number };

/**
 * The webhook door of one web process against a bare node:http server that checks the HMAC and does one prepared insert: 20
 * connections, a 10 kB order, a PostgreSQL that really syncs to disk. Both in turn, so that both meet the same machine.
 */
export async function bench(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  const database = await startEmbeddedPostgres({ dataDir: home });
  const children: ChildProcess[] = [];
  try {
    await prepareDatabase(database.url);
    const start = async (name: string) => {
      const child = spawn(
        process.execPath,
        ["--disable-warning=ExperimentalWarning", "bench/run.ts", "serve", name],
        {
          cwd: root,
          env: environment(database.url),
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      children.push(child);
      const [line] = await once(child.stdout, "data");
      return `http://127.0.0.1:${/port (\d+)/.exec(String(line))?.[1]}/webhooks`;
    };
    const [bare, door] = [await start("bare"), await start("door")];
    await load(bare, 2);
    await load(door, 2);
    const rounds: { bare: Measured; door: Measured }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ bare: await load(bare, SECONDS), door: await load(door, SECONDS) });
    }
    report(rounds);
    await checkNothingWasLost(database.url);
  } finally {
    for (const child of children) child.kill();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

let answered = 0;

async function load(url: string, duration: number): Promise<Measured> {
  const body = order();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
      "x-shopify-shop-domain": shop.domain,
      "x-shopify-topic": "orders/updated",
      "x-shopify-api-version": "2026-10",
    },
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          headers: {
            ...request.headers,
            "x-shopify-webhook-id": randomUUID(),
            "x-shopify-event-id": randomUUID(),
          },
        }),
      },
    ],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  answered += result.requests.total;
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function report(rounds: { bare: Measured; door: Measured }[]): void {
  const line = (name: string, { perSecond, p50, p99 }: Measured) =>
    `${name.padEnd(6)} ${perSecond.toFixed(0).padStart(7)}/s   p50 ${p50} ms   p99 ${p99} ms`;
  for (const round of rounds) console.log(`${line("bare", round.bare)}\n${line("door", round.door)}`);
  const ratios = rounds.map(({ bare, door }) => door.perSecond / bare.perSecond).toSorted((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] ?? 0;
  console.log(
    `ratio ${median.toFixed(2)} (median of ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")}; goal at least ${GOAL})` +
      `: ${median >= GOAL ? "met" : "NOT MET"}`,
  );
}

/** Every 200 is a row: the load generator's count and the database's must agree. */
async function checkNothingWasLost(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM bare_deliveries) + (SELECT count(*) FROM webhook_deliveries) AS kept,
            (SELECT count(*) FROM webhook_deliveries) - (SELECT count(*) FROM jobs) AS "withoutJob"`,
  );
  await client.end();
  console.log(
    `answered 200: ${answered}; rows: ${rows[0].kept}; deliveries without their job: ${rows[0].withoutJob}`,
  );
  if (Number(rows[0].kept) < answered || Number(rows[0].withoutJob) !== 0)
    throw new Error("A delivery was lost");
}

async function prepareDatabase(url: string): Promise<void> {
  execFileSync(process.execPath, ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: "pipe",
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `CREATE TABLE bare_deliveries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shop text NOT NULL, topic text NOT NULL,
       webhook_id text NOT NULL, body bytea NOT NULL, UNIQUE (shop, topic, webhook_id))`,
  );
  await client.query(
    `INSERT INTO shops (id, domain, name, scopes, inbound_key, wrapped_key) VALUES ($1, $2, 'Bench', '{}', 'bench', $3)`,
    [
      shop.id,
      shop.domain,
      sealWithDeploymentKey([encryptionKey], `shops.wrapped_key:${shop.id}`, randomBytes(32)),
    ],
  );
  await client.end();
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

/** About 10 kB, the size of a usual order. */
function order(): Buffer {
  const lines = Array.from({ length: 14 }, (_, index) => ({
    id: `${866550311766439000n + BigInt(index)}`,
    title: `Enamel mug, forest green, ${index + 1}`,
    quantity: 1 + (index % 3),
    price: "18.00",
    sku: randomBytes(12).toString("hex"),
    properties: randomBytes(240).toString("hex"),
  }));
  return Buffer.from(
    JSON.stringify({ id: "820982911946154508", name: "#1001", currency: "EUR", line_items: lines }),
  );
}
