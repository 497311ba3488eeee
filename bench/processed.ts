import { BARE_TABLE } from "./bare-insert.ts";
import { startBenchDatabase, type BenchDatabase } from "./bench-shop.ts";
import { claim, median } from "./claim.ts";
import { chooseQueue, offerAll, startApp, untilNone, waitingOf, type QueueBackend } from "./flow.ts";
import { realOrders } from "./real-orders.ts";
import { REFERENCE_TABLES } from "./reference-worker.ts";
import { startServer } from "./start-process.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const TOTAL = Number(process.env["BENCH_DELIVERIES"] ?? 10_000);

/**
 * Webhooks processed end to end: so many are offered as fast as they are accepted (64 connections) while the worker works, and
 * the clock stops when the last one's order is in the mirror. Ours against a minimal reference: bare server without sealing →
 * inbox table → SKIP LOCKED relay → BullMQ → load, JSON.parse, one guarded upsert, marked processed. The same bodies, the same
 * PostgreSQL, the same queue backend; one web and one worker process each, in turn, from the start of both on.
 */
export async function bench(): Promise<void> {
  const queue = await chooseQueue();
  const database = await startBenchDatabase();
  try {
    await database.sql(BARE_TABLE);
    await database.sql(REFERENCE_TABLES);
    console.log(
      `${TOTAL} webhooks of 10.7 kB, each an order of its own; ${ROUNDS} rounds; queue on ${queue.name}`,
    );
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const reference = await runReference(database, { queue, round });
      const ours = await runOurs(database, { queue, round });
      console.log(`reference ${reference.toFixed(0)}/s   ours ${ours.toFixed(0)}/s`);
      ratios.push(ours / reference);
    }
    claim("ours ÷ reference, processed per second", median(ratios), { atLeast: 0.6 });
  } finally {
    await database.stop();
    await queue.stop();
  }
}

type Round = { queue: QueueBackend; round: number };

/** Returns webhooks per second. */
async function runOurs(database: BenchDatabase, { queue, round }: Round): Promise<number> {
  const app = await startApp(database, queue);
  try {
    app.startWorker();
    const warm = await database.makeShop(`warm-${round}`);
    await offerAll(app.web, { total: 200, next: realOrders(warm.domain) });
    await untilNone(() => waitingOf(database, warm.id));
    const shop = await database.makeShop(`ours-${round}`);
    const began = performance.now();
    await offerAll(app.web, { total: TOTAL, next: realOrders(shop.domain) });
    await untilNone(() => waitingOf(database, shop.id));
    const seconds = (performance.now() - began) / 1_000;
    const [mirrored] = await database.sql<{ count: string }>(
      "SELECT count(*) FROM orders WHERE shop_id = $1",
      [shop.id],
    );
    if (Number(mirrored?.count) !== TOTAL) throw new Error(`${mirrored?.count} orders are in the mirror`);
    return TOTAL / seconds;
  } finally {
    await app.stop();
  }
}

async function runReference({ sql, ...database }: BenchDatabase, { queue, round }: Round): Promise<number> {
  const environment = { ...database.environment, ...queue.environment };
  const web = await startServer("bare-unsealed", environment);
  const worker = await startServer("reference-worker", environment);
  const left = async (domain: string) => {
    const [row] = await sql<{ count: string }>(
      "SELECT count(*) FROM bare_deliveries WHERE shop = $1 AND state <> 'processed'",
      [domain],
    );
    return Number(row?.count);
  };
  try {
    const warm = `warm-reference-${round}.myshopify.com`;
    await offerAll(web, { total: 200, next: realOrders(warm) });
    await untilNone(() => left(warm));
    const domain = `reference-${round}.myshopify.com`;
    const began = performance.now();
    await offerAll(web, { total: TOTAL, next: realOrders(domain) });
    await untilNone(() => left(domain));
    return TOTAL / ((performance.now() - began) / 1_000);
  } finally {
    await worker.stop();
    await web.stop();
  }
}
