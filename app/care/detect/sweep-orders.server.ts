import { findIssues } from "#app/care/detect/find-issues.ts";
import { putOffWatches } from "#app/care/detect/keep-watches.server.ts";
import type { Kept } from "#app/care/detect/keep-issues.server.ts";
import { lockLooks, lookAtOrders, type Failed } from "#app/care/detect/look-at-orders.server.ts";
import type { FindIssues } from "#app/care/detect/settle-issues.ts";
import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { TryAgainAt, type Handler, type Run } from "#app/job.ts";
import { hours, minutes, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { isRefused } from "#app/mirror/fold-in-halves.server.ts";
import type { Ports } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Orders in one transaction. */
const BATCH = 250;
/** Then the shop hands on to itself, so that every other shop has its turn before. */
const SLICE = seconds(4);
/** An order that cannot be looked at is left alone for so long, unless something happens to it. */
const PUT_OFF = hours(6);
/** While the shop's history is still being fetched. */
const AGAIN = minutes(1);

/** The time has come to look at orders to which nothing happened: until none is due, or the shop has had its share. */
export const sweepOrders: Handler<"sweepOrders"> = sweepOrdersBy(findIssues);

/** The same by other rules, with another share of time. */
export function sweepOrdersBy(find: FindIssues, slice = SLICE): Handler<"sweepOrders"> {
  return async (ports, run) => {
    const sweep = { ports, run, keys: await shopKeys(run.shopId), find };
    const until = performance.now() + slice;
    const sum = { looked: 0, opened: 0, resolved: 0 };
    for (;;) {
      const done = await sweepBatch(sweep);
      sum.looked += done.looked;
      sum.opened += done.opened;
      sum.resolved += done.resolved;
      if (done.looked < BATCH) break;
      if (performance.now() < until && !run.signal.aborted) continue;
      await run.inShopSql((sql) =>
        emitAll(sql, [{ event: "orders-to-look-at", data: { shopId: run.shopId } }]),
      );
      break;
    }
    return `looked at ${sum.looked} orders: opened ${sum.opened}, resolved ${sum.resolved}`;
  };
}

type Sweep = { ports: Pick<Ports, "now">; run: Run; keys: ShopKeys; find: FindIssues };
type Swept = Pick<Kept, "opened" | "resolved"> & { looked: number };

/** The next orders that are due. What is found of them and when they are due again is one transaction: after a crash they still are. */
async function sweepBatch(sweep: Sweep): Promise<Swept> {
  const { ports, run } = sweep;
  const now = ports.now();
  let due: string[] = [];
  try {
    return await run.inShopSql(async (sql) => {
      await lockLooks(sql, run.shopId);
      due = await dueOrders(sql, run.shopId, now);
      return look(sql, sweep, { orderIds: due, now });
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
    logger.warn({ err: error, shopId: run.shopId }, "orders could not be looked at together");
  }
  // One of them is at fault, and nobody knows which.
  const sum = { looked: due.length, opened: 0, resolved: 0 };
  for (const orderId of due) {
    const { opened, resolved } = await lookAlone(sweep, { orderId, now });
    sum.opened += opened;
    sum.resolved += resolved;
  }
  return sum;
}

async function lookAlone(
  sweep: Sweep,
  { orderId, now }: { orderId: string; now: Date },
): Promise<Omit<Swept, "looked">> {
  const { inShopSql, shopId } = sweep.run;
  try {
    return await inShopSql((sql) => look(sql, sweep, { orderIds: [orderId], now }));
  } catch (error) {
    if (!isRefused(error)) throw error;
    await inShopSql((sql) => putOff(sql, shopId, { failed: [{ orderId, error }], now }));
    return { opened: 0, resolved: 0 };
  }
}

async function look(
  sql: Sql,
  { keys, find }: Sweep,
  { orderIds, now }: { orderIds: readonly string[]; now: Date },
): Promise<Swept> {
  if (orderIds.length === 0) return { looked: 0, opened: 0, resolved: 0 };
  const looked = await lookAtOrders(sql, keys, { orderIds, now, find });
  if (looked.outcome === "not_yet")
    throw new TryAgainAt(new Date(now.getTime() + AGAIN), "the shop's history is not all here yet");
  await putOff(sql, keys.shopId, { failed: looked.failed, now });
  return { looked: orderIds.length, opened: looked.opened, resolved: looked.resolved };
}

async function dueOrders(sql: Sql, shopId: string, now: Date): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT order_id AS id FROM order_watches WHERE shop_id = $1 AND look_at <= $2 ORDER BY look_at LIMIT ${BATCH}`,
    [shopId, now.toISOString()],
  );
  return rows.map(({ id }) => id);
}

async function putOff(
  sql: Sql,
  shopId: string,
  { failed, now }: { failed: readonly Failed[]; now: Date },
): Promise<void> {
  for (const { orderId, error } of failed)
    logger.warn({ err: error, shopId, orderId }, "an order cannot be looked at");
  const until = new Date(now.getTime() + PUT_OFF);
  await putOffWatches(sql, shopId, { orderIds: failed.map(({ orderId }) => orderId), until });
}
