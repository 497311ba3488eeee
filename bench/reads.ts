import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Place, ReadCase } from "#tests/factories/read-cases.ts";
import { startEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";

const LIMIT_MS = 20;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 200);
/** Thousands of orders at 1, 10 and 100 times the data; a fifth as many conversations. */
const SCALES = [1, 10, 100].filter((scale) => scale <= Number(process.env["BENCH_SCALE"] ?? 100));
const ORDERS = 10_000;
const NEIGHBOURS = Number(process.env["BENCH_NEIGHBOURS"] ?? 5_000);
const ONLY = process.env["BENCH_ONLY"] ?? "";
const root = path.resolve(import.meta.dirname, "..");

type Measured = { p50: number; p95: number; max: number; pages: number; scanned: string[] };
type Line = { name: string; at: Measured[] };

/**
 * Every list, search and look-up of the screens, the API, the mail intake and the reading of a message, as the app itself asks:
 * its own functions, as attune_app under the wall, in a shop of 1, 10 and 100 × 10,000 orders and 2,000 conversations, with 5,000
 * other shops beside it. Each statement is explained with its values (EXPLAIN ANALYZE) before it runs; a call's time is planning
 * and execution of all its statements.
 */
export function bench(): Promise<void> {
  return measureReads((name) => name.includes(ONLY) && !name.startsWith(OF_INSIGHTS), LIMIT_MS);
}

const OF_INSIGHTS = "insights";
/** They look at up to six thousand conversations for every figure of a screen that is opened now and then. */
const INSIGHTS_LIMIT_MS = 1_000;

/** `npm run bench -- insights`: the same, of the insights alone. */
export function benchInsights(): Promise<void> {
  return measureReads((name) => name.startsWith(OF_INSIGHTS) && name.includes(ONLY), INSIGHTS_LIMIT_MS);
}

async function measureReads(isMeasured: (name: string) => boolean, limit: number): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "attune-bench-"));
  chmodSync(home, 0o755); // as root PostgreSQL is another user, who must reach it
  const database = await startEmbeddedPostgres({
    dataDir: home,
    // Seeding is not what is measured: nothing here needs to survive a crash, and no vacuum runs beside a measurement.
    flags: [
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
    ],
  });
  try {
    prepareApp(database.url);
    const lines = await measureGrowth(isMeasured);
    report(lines, limit);
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

async function measureGrowth(isMeasured: (name: string) => boolean): Promise<Line[]> {
  const { makeShop } = await import("#tests/factories/shop.ts");
  const { growShop } = await import("#tests/factories/grown-shop.ts");
  const { addNeighbours, growRest, settleTables } = await import("#tests/factories/grown-rest.ts");
  const { growIssues } = await import("#tests/factories/grown-issues.ts");
  const { insightCases } = await import("#tests/factories/insight-cases.ts");
  const { issueCases } = await import("#tests/factories/issue-cases.ts");
  const { readCases } = await import("#tests/factories/read-cases.ts");
  const { forShop, prisma, tenantPool } = await import("#app/db.server.ts");
  const { systemPool } = await import("#app/system-db.server.ts");
  const now = new Date();
  const { shop, keys } = await makeShop();
  const cases = [...readCases, ...issueCases, ...insightCases].filter(({ name }) => isMeasured(name));
  const lines = cases.map(({ name }): Line => ({ name, at: [] }));
  try {
    await addNeighbours(systemPool, { shops: NEIGHBOURS, now });
    let from = 0;
    for (const scale of SCALES) {
      const started = performance.now();
      const to = scale * ORDERS;
      await Promise.all([
        growShop(systemPool, { keys, from, to, now }),
        growRest(systemPool, { shopId: shop.id, from, to, now }),
        growIssues(systemPool, { keys, from, to, now }),
      ]);
      await settleTables(systemPool);
      from = to;
      console.log(`${to} orders, seeded in ${Math.round((performance.now() - started) / 1_000)} s`);
      const place = { inShop: forShop(shop.id), keys, now, orders: to };
      for (const [at, one] of cases.entries()) lines[at]?.at.push(await measure(one, place));
    }
  } finally {
    await prisma.$disconnect();
    await Promise.all([tenantPool, systemPool].filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
  return lines;
}

async function measure(one: ReadCase, place: Place): Promise<Measured> {
  const { recordPlans } = await import("#tests/factories/record-plans.ts");
  const { chances } = await import("#tests/factories/grown-words.ts");
  const chance = chances(42);
  const took: number[] = [];
  const scanned = new Set<string>();
  let pages = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const recorded = await recordPlans(() => one.run(place, chance));
    const ms = recorded.statements.reduce((sum, statement) => sum + statement.ms, 0);
    took.push(ms);
    pages = Math.max(
      pages,
      recorded.statements.reduce((sum, statement) => sum + statement.pages, 0),
    );
    for (const table of recorded.scanned) scanned.add(table);
    if (process.env["BENCH_SHOW"] && ms > Number(process.env["BENCH_SHOW"])) console.log(one.name, recorded);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const atShare = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: atShare(0.5), p95: atShare(0.95), max: atShare(1), pages, scanned: [...scanned] };
}

/** Tables that stay small in a shop however much it sells. */
const SMALL = new Set(["shops", "backfills", "sending_addresses", "policies"]);

function report(lines: Line[], limit: number): void {
  const sizes = SCALES.map((scale) => `${(scale * ORDERS) / 1_000}k`);
  console.log(
    `\nMilliseconds in the database of ${ROUNDS} calls each; p50 / p95 / max, by orders in the shop.`,
  );
  console.log(
    "Growth: how the p50 grows with the data (0 not at all, 1 as the data does). Pages: most 8 kB pages of a call.\n",
  );
  console.log(`| read | ${sizes.join(" | ")} | growth | pages | |`);
  console.log(`| --- | ${sizes.map(() => "---:").join(" | ")} | ---: | ---: | --- |`);
  for (const { name, at } of lines) {
    const last = at.at(-1);
    // Of a table of a few thousand rows a scan is the better plan.
    const scans = (last?.scanned ?? []).filter((table) => !SMALL.has(table));
    const passed = last !== undefined && last.p95 <= limit && scans.length === 0;
    if (!passed) process.exitCode = 1;
    const cells = at.map(({ p50, p95, max }) => [p50, p95, max].map((ms) => ms.toFixed(1)).join(" / "));
    console.log(
      `| ${name} | ${cells.join(" | ")} | ${growth(at).toFixed(2)} | ${last?.pages} | ${passed ? "PASS" : `FAIL ${scans.join()}`} |`,
    );
  }
  console.log(
    `\nLimit at the largest size: p95 ≤ ${limit} ms, no sequential scan of a table that grows with the shop.`,
  );
}

/** The slope of time over size, both as logarithms, from the smallest size to the largest. */
function growth(at: Measured[]): number {
  const [first, last] = [at[0], at.at(-1)];
  if (!first || !last || at.length < 2) return 0;
  return Math.log(last.p50 / first.p50) / Math.log((SCALES.at(-1) ?? 1) / (SCALES[0] ?? 1));
}
