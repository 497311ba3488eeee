import { DUE_ONE_IN } from "#tests/factories/watched-orders.ts";
import { growth, withDetectionShop, type DetectionShop } from "./detection-shop.ts";

const SIZES = [10_000, 100_000, 1_000_000].slice(0, Number(process.env["BENCH_SIZES"] ?? 3));
const LIMIT_S = 60;

type Line = { due: number; seconds: number; fireMs: number; opened: number };

/**
 * Sweeps a shop of 10,000, 100,000 and 1,000,000 open orders of which one in fifty is due, by the job's own handler in one process:
 * what is due is looked at, half of it opens an issue, and nothing else is touched. Then everything is due at once, in the smaller
 * shops, as after a backfill.
 */
export async function bench(): Promise<void> {
  const lines: Line[] = [];
  const cold: { orders: number; seconds: number }[] = [];
  await withDetectionShop(async (shop) => {
    let before = 0;
    for (const size of SIZES) {
      await shop.grow(size);
      // What was due in the smaller shop was swept: it is due once more, so that each size has its share.
      if (before > 0)
        await makeDue(
          shop,
          `order_id < (8000000000000 + ${before})::text AND order_id::bigint % ${DUE_ONE_IN} = 0`,
        );
      lines.push(await measure(shop, size / DUE_ONE_IN));
      if (size <= 100_000) {
        await makeDue(shop, "true");
        cold.push({ orders: size, seconds: (await sweepAll(shop)).seconds });
        await spread(shop);
      }
      before = size;
    }
  });
  report(lines, cold);
}

const makeDue = ({ sql, keys, now }: DetectionShop, which: string) =>
  sql(
    `UPDATE order_watches SET look_at = $2::timestamptz - interval '1 hour' WHERE shop_id = $1 AND ${which}`,
    [keys.shopId, now],
  );

/** As it was: nothing is due. */
const spread = ({ sql, keys, now }: DetectionShop) =>
  sql(
    `UPDATE order_watches SET look_at = $2::timestamptz + interval '1 day' WHERE shop_id = $1 AND look_at <= $2`,
    [keys.shopId, now],
  );

async function measure(shop: DetectionShop, due: number): Promise<Line> {
  const { fireWatches } = await import("#app/queue/fire-watches.server.ts");
  const fired = performance.now();
  await fireWatches({ table: "order_watches", event: "orders-to-look-at" }, shop.now);
  const fireMs = performance.now() - fired;
  const { seconds, opened } = await sweepAll(shop);
  return { due, seconds, fireMs, opened };
}

/** Runs the shop's sweeps, one after the other as they hand on, until nothing is due. */
async function sweepAll(shop: DetectionShop): Promise<{ seconds: number; opened: number }> {
  const { sweepOrders } = await import("#app/care/detect/sweep-orders.server.ts");
  const started = performance.now();
  let opened = 0;
  for (;;) {
    const said = await sweepOrders(shop.ports, shop.run, { shopId: shop.keys.shopId });
    const [, looked = "0", found = "0"] = /looked at (\d+) orders: opened (\d+)/u.exec(said) ?? [];
    opened += Number(found);
    if (looked === "0") break;
  }
  return { seconds: (performance.now() - started) / 1_000, opened };
}

function report(lines: Line[], cold: { orders: number; seconds: number }[]): void {
  console.log("\n| open orders | due | swept in | looks a second | issues opened | asking what is due |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [nth, { due, seconds, fireMs, opened }] of lines.entries())
    console.log(
      `| ${SIZES[nth]} | ${due} | ${seconds.toFixed(2)} s | ${Math.round(due / seconds)} | ${opened} | ${fireMs.toFixed(1)} ms |`,
    );
  const each = lines.map(({ due, seconds }) => seconds / due);
  const last = lines.at(-1);
  const passed = last !== undefined && last.seconds <= LIMIT_S;
  if (!passed) process.exitCode = 1;
  console.log(
    `\nGrowth of one look with the size of the shop: ${growth(each, SIZES).toFixed(2)} (0 not at all, 1 as the shop does).`,
  );
  console.log(
    `Limit: ${SIZES.at(-1)} open orders with ${100 / DUE_ONE_IN} % due within ${LIMIT_S} s: ${passed ? "PASS" : "FAIL"}`,
  );
  for (const { orders, seconds } of cold)
    console.log(
      `A cold look at all ${orders}: ${seconds.toFixed(1)} s, ${Math.round(orders / seconds)} a second.`,
    );
}
