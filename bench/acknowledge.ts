import { startBenchDatabase, type BenchDatabase } from "./bench-shop.ts";
import { claim, percentile, slope } from "./claim.ts";
import { offer, type Answered } from "./offer.ts";
import { realOrders } from "./real-orders.ts";
import { startServer, startWorkerProcess } from "./start-process.ts";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 60);
/** Deliveries already in the table: 1, 10 and 100 × this many. */
const ROWS = Number(process.env["BENCH_ROWS"] ?? 10_000);
const PER_SECOND = 10_000 / 60;

/**
 * Ten thousand webhooks a minute of one shop, sent at their times (open loop), with a worker beside that mirrors them: cold,
 * from a process's first request on, and hot, right after; then cold again with 10 and 100 times as many deliveries already
 * recorded.
 */
export async function bench(): Promise<void> {
  console.log(
    `${PER_SECOND.toFixed(0)} webhooks of 10.7 kB a second for ${SECONDS} s, open loop; one web, one worker process`,
  );
  const database = await startBenchDatabase();
  const worker = startWorkerProcess(database.environment);
  const all: Answered[] = [];
  try {
    const growth: { size: number; cost: number }[] = [];
    for (const size of [ROWS, 10 * ROWS, 100 * ROWS]) {
      await fill(database, size);
      const { cold, hot } = await measure(database, size);
      all.push(...cold, ...hot);
      print(`${size} rows, cold`, cold);
      print(`${size} rows, hot`, hot);
      growth.push({ size, cost: p(hot, 0.5) });
    }
    claim("p99 of all, ms", p(all, 0.99), { atMost: 50 });
    claim("slowest, ms", p(all, 1), { atMost: 1_000 });
    claim("answers other than 200", all.filter(({ status }) => status !== 200).length, { atMost: 0 });
    console.log(`growth of p50 with the deliveries recorded, log-log slope: ${slope(growth).toFixed(3)}`);
  } finally {
    await worker.stop();
    await database.stop();
  }
}

async function measure(
  database: BenchDatabase,
  size: number,
): Promise<{ cold: Answered[]; hot: Answered[] }> {
  const { domain } = await database.makeShop(`acknowledge-${size}`);
  const next = realOrders(domain);
  const total = Math.round(PER_SECOND * SECONDS);
  const server = await startServer("door", database.environment);
  try {
    const cold = await offer(server, { perSecond: PER_SECOND, total, next });
    const hot = await offer(server, { perSecond: PER_SECOND, total, next: (at) => next(total + at) });
    return { cold, hot };
  } finally {
    await server.stop();
  }
}

/** Old deliveries of one other shop up to so many, handled long ago, their bodies small. */
async function fill({ sql, makeShop }: BenchDatabase, upTo: number): Promise<void> {
  const [there] = await sql<{ count: string }>(
    "SELECT count(*) FROM webhook_deliveries WHERE handled_at IS NOT NULL",
  );
  const { id, domain } = await makeShop(`history-${upTo}-${Date.now()}`);
  await sql(
    `INSERT INTO webhook_deliveries
       (id, shop_id, shop_domain, topic, webhook_id, event_id, received_at, sealed_body, state, handled_at)
     SELECT gen_random_uuid(), $1, $2, 'orders/updated', gen_random_uuid(), gen_random_uuid(),
       now() - at * interval '1 second', '\\x00', 'mirrored', now()
     FROM generate_series(1, $3::int) AS at`,
    [id, domain, Math.max(0, upTo - Number(there?.count))],
  );
  await sql("ANALYZE webhook_deliveries");
  await sql("CHECKPOINT");
}

const p = (answers: readonly Answered[], share: number) =>
  percentile(
    answers.map(({ took }) => took),
    share,
  );

function print(what: string, answers: readonly Answered[]): void {
  const ms = (share: number) => `${p(answers, share).toFixed(1)} ms`;
  const good = answers.filter(({ status }) => status === 200).length;
  console.log(
    `${what.padEnd(22)} ${good} of ${answers.length} answered 200   p50 ${ms(0.5)}   p99 ${ms(0.99)}   max ${ms(1)}`,
  );
}
