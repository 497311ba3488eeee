import { forShop } from "#app/db.server.ts";
import { TryAgainAt, type Run } from "#app/job.ts";
import { cursorSchema } from "#app/mirror/backfill-cursor.ts";
import { mirrorBulkResult } from "#app/mirror/backfill-stream.server.ts";
import { fencedInShop, fencedInShopSql } from "#app/queue/fenced-in-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { ports } from "#app/wiring.server.ts";

/** A process that does nothing but mirror one bulk result, under a job's fence, and prints how long it took and its memory. */
export async function serve(): Promise<void> {
  const shopId = process.env["BENCH_SHOP"] ?? "";
  const url = process.env["BENCH_RESULT"] ?? "";
  const keys = await shopKeys(shopId);
  const { rows } = await systemPool.query<{ id: string }>(
    `INSERT INTO jobs (shop_id, event, name, data, state, fence, lease_until)
     VALUES ($1, 'shop-installed', 'backfillShop', '{}', 'running', 1, now() + interval '1 day') RETURNING id`,
    [shopId],
  );
  const fence = { shopId, jobs: [{ id: rows[0]?.id ?? "", fence: 1 }] };
  const started = performance.now();
  const cpu = process.cpuUsage();
  let claims = 0;
  for (let done = false; !done; claims += 1) {
    const { signal } = new AbortController();
    const run: Run = {
      shopId,
      inShop: fencedInShop(fence),
      inShopSql: fencedInShopSql(fence),
      attempt: 1,
      signal,
    };
    const row = await forShop(shopId)((tx) => tx.backfill.findUniqueOrThrow({ where: { shopId } }));
    try {
      await mirrorBulkResult(ports, run, { cursor: cursorSchema.parse(row.cursor), url, keys });
      done = true;
    } catch (error) {
      if (!(error instanceof TryAgainAt)) throw error;
      // As the queue does with a job that puts itself off: not before a second.
      await new Promise((due) => setTimeout(due, 1_000));
    }
  }
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  const result = {
    seconds,
    claims,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  };
  console.log(`result ${JSON.stringify(result)}`);
  process.exit(0);
}
