import { sqlOf } from "#app/db.server.ts";
import { TryAgainAt, type Run } from "#app/job.ts";
import { logger } from "#app/lib/logger.server.ts";
import { addLines } from "#app/mirror/add-lines.server.ts";
import type { Cursor } from "#app/mirror/backfill-cursor.ts";
import { advance } from "#app/mirror/backfill-state.server.ts";
import { joinRows, readBulkLine } from "#app/mirror/bulk-line.ts";
import type { LineRow, MirrorRows } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Lines in one transaction: what a crash repeats, and what is in memory. */
const BATCH = 200;

/** Mirrors a bulk result from where the cursor stands, and moves the cursor with every batch. */
export async function mirrorBulkResult(
  ports: Ports,
  run: Run,
  { cursor, url, keys }: { cursor: Cursor; url: string; keys: ShopKeys },
): Promise<Cursor> {
  let current = cursor;
  let batch: string[] = [];
  let seen = 0;
  const skip = cursor.bulk?.line ?? 0;
  for await (const line of ports.readBulkResult(url)) {
    seen += 1;
    if (seen <= skip) continue;
    batch.push(line);
    if (batch.length < BATCH) continue;
    current = await mirrorBatch(run, keys, { cursor: current, batch });
    batch = [];
    if (run.signal.aborted) throw new TryAgainAt(ports.now(), "this process is stopping");
  }
  return batch.length > 0 ? mirrorBatch(run, keys, { cursor: current, batch }) : current;
}

async function mirrorBatch(
  run: Run,
  keys: ShopKeys,
  { cursor, batch }: { cursor: Cursor; batch: string[] },
): Promise<Cursor> {
  const { bulk } = cursor;
  if (!bulk) throw new Error("A bulk result without its operation");
  const rows: MirrorRows[] = [];
  const lines = new Map<string, LineRow[]>();
  let roots = 0;
  for (const text of batch) {
    const read = readBulkLine(text, bulk.startedAt);
    if (read.outcome === "unreadable") {
      // One record that cannot be read must not keep the shop's others out.
      logger.warn({ shopId: run.shopId, why: read.why }, "a line of a bulk result was left out");
    } else if (read.outcome === "line") {
      lines.set(read.orderId, [...(lines.get(read.orderId) ?? []), read.line]);
    } else {
      rows.push(read.rows);
      if (read.root) roots += 1;
    }
  }
  return run.inShop(async (tx) => {
    const to = { ...cursor, bulk: { ...bulk, line: bulk.line + batch.length } };
    const next = await advance(tx, run.shopId, { from: cursor, to: { cursor: to, done: roots } });
    await writeRows(sqlOf(tx), keys, { ...joinRows(rows), announce: "known" });
    await addLines(sqlOf(tx), run.shopId, { lines, readAt: bulk.startedAt });
    return next;
  });
}
