import { watchedId } from "#tests/factories/watched-orders.ts";
import { growth, withDetectionShop, type DetectionShop } from "./detection-shop.ts";

const SIZES = [1_000, 10_000, 100_000].slice(0, Number(process.env["BENCH_SIZES"] ?? 3));
const BATCH = 100;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 40);
const LIMIT_MS = 2;

type Line = { p50: number; p95: number; rules: number; habits: number };

/**
 * Detection of mirrored orders by the job's own handler, 100 in a batch as they come after webhooks, in a shop of 1,000, 10,000 and
 * 100,000 open orders: milliseconds an order, of it what the rules alone take, and how long the daily learning of habits takes.
 */
export async function bench(): Promise<void> {
  const lines: Line[] = [];
  await withDetectionShop(async (shop) => {
    for (const size of SIZES) {
      await shop.grow(size);
      lines.push(await measure(shop, size));
    }
  });
  report(lines);
}

async function measure(shop: DetectionShop, size: number): Promise<Line> {
  const { detectIssues } = await import("#app/care/detect/detect-issues.server.ts");
  const { learnHabits } = await import("#app/care/detect/learn-habits.server.ts");
  const { shopId } = shop.keys;
  const learning = performance.now();
  await learnHabits(shop.ports, shop.run, { shopId });
  const habits = performance.now() - learning;
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const items = Array.from({ length: BATCH }, (_, n) => ({
      data: { shopId, orderId: watchedId(((round * BATCH + n) * 7_919) % size) },
      trace: null,
    }));
    const started = performance.now();
    await detectIssues(shop.ports, shop.run, items);
    took.push((performance.now() - started) / BATCH);
  }
  const sorted = took.toSorted((one, other) => one - other);
  const atShare = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: atShare(0.5), p95: atShare(0.95), rules: await rulesAlone(shop), habits };
}

/** What finding takes of it, without a database. */
async function rulesAlone({ keys, run, now }: DetectionShop): Promise<number> {
  const { findIssues } = await import("#app/care/detect/find-issues.ts");
  const { readPractice } = await import("#app/care/detect/read-practice.server.ts");
  const { seeOrders } = await import("#app/care/detect/see-orders.server.ts");
  const orderIds = Array.from({ length: 500 }, (_, index) => watchedId(index));
  const seen = await run.inShopSql(async (sql) => {
    const practice = await readPractice(sql, keys.shopId);
    if (practice.outcome !== "known") throw new Error(practice.outcome);
    return (await seeOrders(sql, keys, { orderIds, now, practice })).map(({ see }) => see());
  });
  const started = performance.now();
  for (const one of seen) findIssues(one);
  return (performance.now() - started) / seen.length;
}

function report(lines: Line[]): void {
  console.log("\n| open orders | an order, p50 | p95 | the rules alone | learning habits |");
  console.log("| ---: | ---: | ---: | ---: | ---: |");
  for (const [nth, { p50, p95, rules, habits }] of lines.entries())
    console.log(
      `| ${SIZES[nth]} | ${p50.toFixed(2)} ms | ${p95.toFixed(2)} ms | ${rules.toFixed(3)} ms | ${(habits / 1_000).toFixed(2)} s |`,
    );
  const passed = lines.every(({ p95 }) => p95 <= LIMIT_MS);
  if (!passed) process.exitCode = 1;
  console.log(
    `\nGrowth of an order's time with the size of the shop: ${growth(
      lines.map(({ p50 }) => p50),
      SIZES,
    ).toFixed(2)} (0 not at all, 1 as the shop does).`,
  );
  console.log(`Limit: p95 of ${LIMIT_MS} ms an order at every size: ${passed ? "PASS" : "FAIL"}`);
}
