import { TryAgainAt, type Run } from "#app/job.ts";
import { minutes, seconds } from "#app/lib/duration.ts";
import { readBulkAnswer, runBulkAnswer } from "#app/mirror/admin-answers.ts";
import { pollDelay, withTotal, type Cursor } from "#app/mirror/backfill-cursor.ts";
import type { StageEnd } from "#app/mirror/backfill-shop-record.server.ts";
import { advance, type Change } from "#app/mirror/backfill-state.server.ts";
import { READ_BULK, RUN_BULK } from "#app/mirror/operations/bulk-queries.ts";
import { ask } from "#app/mirror/ask.server.ts";
import type { Ports } from "#app/ports.ts";

const MOST_FAILURES = 3;
/** A run that asked for an operation and died does not know its id: another run asks again after this. */
const ASKING_TAKES = minutes(1);

export type BulkReady = { outcome: "ready"; cursor: Cursor; url: string | null };

/**
 * Brings the stage's bulk operation to its result: starts one when there is none, waits while it runs, starts another when it
 * came to nothing. Throws TryAgainAt while it runs; `bulk_operations/finish` wakes the backfill earlier.
 */
export async function bulkResult(
  ports: Ports,
  run: Run,
  { cursor, query }: { cursor: Cursor; query: string },
): Promise<BulkReady | Exclude<StageEnd, { outcome: "next" }>> {
  if (!cursor.bulk) return start(ports, run, { cursor, query });
  const { bulk } = cursor;
  const runningFor = ports.now().getTime() - Date.parse(bulk.startedAt);
  if (bulk.id === null) {
    if (runningFor < ASKING_TAKES)
      throw new TryAgainAt(later(ports, seconds(5)), "a bulk operation is being started");
    return again(ports, run, { cursor, query });
  }
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: READ_BULK,
    variables: { id: bulk.id },
    data: readBulkAnswer,
  });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused") return failed(answer.errors[0]?.message ?? "Shopify refused");
  const operation = answer.data.bulkOperation;
  if (operation?.status === "COMPLETED") {
    return { outcome: "ready", cursor: await withCounts(run, cursor, operation), url: operation.url ?? null };
  }
  if (operation && ["CREATED", "RUNNING", "CANCELING"].includes(operation.status)) {
    throw new TryAgainAt(later(ports, pollDelay(runningFor)), "a bulk operation is running");
  }
  if (operation?.errorCode === "ACCESS_DENIED") return failed("Shopify denied access to the data");
  return again(ports, run, { cursor, query });
}

/** Shopify's own counts of a finished result, kept once: how many lines and records there are to read. */
async function withCounts(
  run: Run,
  from: Cursor,
  { objectCount, rootObjectCount }: { objectCount: number; rootObjectCount: number },
): Promise<Cursor> {
  if (!from.bulk || from.bulk.objects !== null) return from;
  const { cursor, more } = withTotal(from, rootObjectCount);
  return move(run, from, { cursor: { ...cursor, bulk: { ...from.bulk, objects: objectCount } }, more });
}

/**
 * Starts the stage's operation over, when it came to nothing or its result is no longer there. Another result may have other
 * lines in another order, so it is read from its beginning; what is mirrored already stays, and is not counted twice.
 */
export async function again(
  ports: Ports,
  run: Run,
  { cursor, query }: { cursor: Cursor; query: string },
): Promise<Exclude<StageEnd, { outcome: "next" }>> {
  const failures = cursor.failures + 1;
  if (failures > MOST_FAILURES) return failed("Shopify's bulk operations do not finish");
  const next = { ...cursor, bulk: null, failures, pace: [] };
  const moved = await move(run, cursor, { cursor: next, done: -cursor.stageDone });
  return start(ports, run, { cursor: moved, query });
}

/** The intent is kept before Shopify is asked, so that two runs do not start two operations. */
async function start(
  ports: Ports,
  run: Run,
  { cursor, query }: { cursor: Cursor; query: string },
): Promise<Exclude<StageEnd, { outcome: "next" }>> {
  const startedAt = ports.now().toISOString();
  const asking = await move(run, cursor, { cursor: { ...cursor, bulk: newBulk(null, startedAt) } });
  const answer = await askToStart(ports, run, { asking, query });
  if (answer.outcome === "uninstalled") return { ...answer, cursor: asking };
  if (answer.outcome === "refused")
    return { ...failed(answer.errors[0]?.message ?? "Shopify refused"), cursor: asking };
  const { bulkOperation = null, userErrors = [] } = answer.data.bulkOperationRunQuery ?? {};
  if (!bulkOperation) {
    const [error] = userErrors;
    if (error?.code !== "OPERATION_IN_PROGRESS" && error?.code !== "LIMIT_REACHED") {
      return { ...failed(error?.message ?? "Shopify started no bulk operation"), cursor: asking };
    }
    await move(run, asking, { cursor: { ...asking, bulk: null } });
    throw new TryAgainAt(later(ports, seconds(20)), "another bulk operation is running");
  }
  await move(run, asking, { cursor: { ...asking, bulk: newBulk(bulkOperation.id, startedAt) } });
  throw new TryAgainAt(later(ports, seconds(1)), "a bulk operation was started");
}

/** When nothing was started, the next run need not wait to find that out. */
async function askToStart(ports: Ports, run: Run, { asking, query }: { asking: Cursor; query: string }) {
  try {
    return await ask(ports, {
      shopId: run.shopId,
      document: RUN_BULK,
      variables: { query },
      data: runBulkAnswer,
    });
  } catch (error) {
    await move(run, asking, { cursor: { ...asking, bulk: null } });
    throw error;
  }
}

const failed = (error: string) => ({ outcome: "failed" as const, error });
const later = (ports: Ports, delay: number) => new Date(ports.now().getTime() + delay);
const newBulk = (id: string | null, startedAt: string) => ({
  id,
  startedAt,
  line: 0,
  byte: 0,
  objects: null,
});
const move = (run: Run, from: Cursor, to: Change) =>
  run.inShopSql((sql) => advance(sql, run.shopId, { from, to }));
