import { setImmediate as nextTurn } from "node:timers/promises";
import type { Sql } from "#app/db.server.ts";
import { TryAgainAt, type Run } from "#app/job.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { BulkCursor, Cursor } from "#app/mirror/backfill-cursor.ts";
import { notePace } from "#app/mirror/backfill-pace.ts";
import { startSlice } from "#app/mirror/backfill-slice.ts";
import { advance } from "#app/mirror/backfill-state.server.ts";
import { foldInHalves, isRefused } from "#app/mirror/fold-in-halves.server.ts";
import { emptySealedBatch, finishBatch, linesOf, sealLine } from "#app/mirror/sealed-batch.ts";
import { writeBatch, type ReadBatch } from "#app/mirror/write-batch.server.ts";
import type { BulkLines, BulkPlace, Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Lines in one transaction: what a crash repeats, and a third of what is in memory. */
const BATCH = 4_000;
/** When no family of records ends after that, one is cut. */
const MOST = 6_000;
/** Lines sealed before others have their turn: some tenths of a millisecond, for which the database waits with its next statement. */
const AT_A_TIME = 20;
/** After a break in the middle, before the rest is asked for. */
const PAUSE = seconds(2);

export type Mirrored = { outcome: "mirrored" | "gone"; cursor: Cursor };

type Place = { cursor: Cursor; url: string; keys: ShopKeys };

/**
 * Mirrors a bulk result from where the cursor stands, and moves the cursor with every batch. One batch is written while another
 * waits for that and a third is read, never more, so memory stays as it is however large the shop.
 *
 * Throws TryAgainAt when the run had its share of time, or the stream broke after something of it was mirrored.
 */
export async function mirrorBulkResult(
  ports: Ports,
  run: Run,
  { cursor, url, keys }: Place,
): Promise<Mirrored> {
  const { line, byte, startedAt } = bulkOf(cursor);
  const giveWay = startSlice(ports.now, run);
  const found = await ports.readBulkResult(url, { line, byte });
  if (found.outcome === "gone") return { outcome: "gone", cursor };
  const start = Promise.resolve(cursor);
  let before = start;
  let written = start;
  try {
    for await (const read of batches(found.stretches, { keys, readAt: startedAt })) {
      await before;
      // After the first batch only: where the storage is read over from its beginning, a slice must still get somewhere.
      if (before !== start) giveWay();
      before = written;
      written = before.then((current) => store(ports, run, { keys, cursor: current, read }));
      // It is awaited with a later batch; until then a failure must not count as unhandled.
      written.catch(() => {});
    }
  } catch (error) {
    // What is being written is either committed or not before anything else happens.
    const reached = await written;
    if (error instanceof TryAgainAt || reached.version === cursor.version) throw error;
    logger.warn({ err: error, shopId: run.shopId }, "a bulk result broke off");
    throw new TryAgainAt(new Date(ports.now().getTime() + PAUSE), "the bulk result broke off");
  }
  return { outcome: "mirrored", cursor: await written };
}

type Read = ReadBatch & { end: BulkPlace };

async function* batches(
  stretches: AsyncIterable<BulkLines>,
  { keys, readAt }: { keys: ShopKeys; readAt: string },
): AsyncGenerator<Read> {
  let batch = emptySealedBatch();
  let end: BulkPlace = { line: 0, byte: 0 };
  let last: string | undefined;
  let children = false;
  const take = (): Read => {
    const read = { batch, readAt, end };
    finishBatch(batch);
    batch = emptySealedBatch();
    return read;
  };
  for await (const stretch of stretches) {
    const { size } = batch;
    // Where somebody's children stand before, and after it somebody else's; customers have none.
    const between = !isChild(stretch.lines[0]) && (isChild(last) || !children);
    if (size >= MOST || (size >= BATCH && between)) yield take();
    batch.bytes.push(stretch.bytes);
    for (const [nth, text] of stretch.lines.entries()) {
      sealLine(keys, batch, { text, readAt });
      if (nth % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
    }
    end = stretch.end;
    last = stretch.lines.at(-1);
    children ||= isChild(last);
    // What the database answers about the batch before must not wait until this one is read.
    await nextTurn();
  }
  if (batch.size > 0) yield take();
}

const isChild = (line = "") => line.includes('"__parentId"');

async function store(ports: Ports, run: Run, storing: Storing): Promise<Cursor> {
  const { shopId } = run;
  for (const why of storing.read.batch.leftOut)
    logger.warn({ shopId, why }, "a line of a bulk result was left out");
  const place = { run, now: ports.now() };
  const { keys, read } = storing;
  try {
    return await write(place, storing, (sql) => writeBatch(sql, keys, read));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  // If this process dies before the cursor moves, all is folded once more: that changes nothing.
  await foldInHalves(run, keys, { lines: linesOf(read.batch), readAt: read.readAt });
  return await write(place, storing, async () => {});
}

type Storing = { keys: ShopKeys; cursor: Cursor; read: Read };

function write(
  { run, now }: { run: Run; now: Date },
  { cursor, read }: Storing,
  rows: (sql: Sql) => Promise<void>,
): Promise<Cursor> {
  return run.inShopSql(async (sql) => {
    // The cursor commits with the rows: a database that crashes forgets both, and they are written again.
    await sql("SET LOCAL synchronous_commit = off", []);
    const pace = notePace(cursor.pace, { done: read.end.line, now });
    const to = { ...cursor, pace, bulk: { ...bulkOf(cursor), ...read.end } };
    const next = await advance(sql, run.shopId, { from: cursor, to: { cursor: to, done: read.batch.roots } });
    await rows(sql);
    return next;
  });
}

function bulkOf(cursor: Cursor): BulkCursor {
  if (!cursor.bulk) throw new Error("A bulk result without its operation");
  return cursor.bulk;
}
