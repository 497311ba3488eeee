import type { Sql, Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import {
  FIRST_OVERLAP,
  nextWatermark,
  reconcileCursorSchema,
  type ReconcileCursor,
} from "#app/mirror/reconcile-cursor.ts";
import { reconcileIn } from "#app/mirror/reconcile-period.ts";

/** Another run of the same shop went on meanwhile: this one has nothing to do. */
export class ReconcileOvertaken extends Error {
  override name = "ReconcileOvertaken";
}

/** A run that stands still this long is believed dead: the shop is due again, and the next run goes on at its cursor. */
const DEAD_AFTER = hours(1);

/**
 * Makes the shop due a minute from now, with everything since the backfill's start still to be compared: what changed while
 * the backfill ran is in it or comes with the first run. In the transaction that ends the backfill.
 */
export async function scheduleReconcile(sql: Sql, shopId: string): Promise<void> {
  await sql(
    `INSERT INTO reconciles (shop_id, next_at, orders_watermark, customers_watermark)
     SELECT shop_id, now() + interval '1 minute', since, since
     FROM backfills, LATERAL (SELECT COALESCE(started_at, now()) - $2 * interval '1 millisecond' AS since) AS first
     WHERE shop_id = $1
     ON CONFLICT (shop_id) DO UPDATE SET state = 'idle', next_at = excluded.next_at, error = NULL, failures = 0,
       orders_watermark = excluded.orders_watermark, customers_watermark = excluded.customers_watermark,
       open_checked_at = NULL, counted_at = NULL,
       cursor = jsonb_build_object('version', COALESCE((reconciles.cursor->>'version')::int, 0) + 1)
     RETURNING shop_id`,
    [shopId, FIRST_OVERLAP],
  );
}

export type ReconcileRow = NonNullable<Awaited<ReturnType<Tx["reconcile"]["findUnique"]>>>;
export type Begun =
  | { outcome: "begun"; cursor: ReconcileCursor; row: ReconcileRow; scopes: string[]; currency: string }
  | { outcome: "not_now"; why: string };

/** Where the shop's run stands; a shop that is uninstalled, or not yet backfilled, is not asked. */
export async function beginReconcile(run: Run): Promise<Begun> {
  const { shopId } = run;
  return run.inShop(async (tx) => {
    const row = await tx.reconcile.findUnique({ where: { shopId } });
    const shop = await tx.shop.findUnique({ where: { id: shopId } });
    const backfill = await tx.backfill.findUnique({ where: { shopId }, select: { state: true } });
    if (!row || !shop) return { outcome: "not_now", why: "there is nothing to compare" };
    if (shop.uninstalledAt) {
      // Opening the app again starts with a backfill, whose end makes the shop due.
      await tx.$executeRaw`UPDATE reconciles SET next_at = '9999-01-01T00:00:00Z', state = 'idle' WHERE shop_id = ${shopId}`;
      return { outcome: "not_now", why: "the app is uninstalled" };
    }
    if (backfill?.state !== "done") return { outcome: "not_now", why: "the backfill is not done" };
    const cursor = reconcileCursorSchema.parse(row.cursor);
    return { outcome: "begun", cursor, row, scopes: shop.scopes, currency: shop.currency ?? "XXX" };
  });
}

/** Moves the run on, in the caller's transaction. Throws ReconcileOvertaken when another run moved it first. */
export async function advanceReconcile(
  tx: Tx,
  shopId: string,
  { from, to }: { from: ReconcileCursor; to: ReconcileCursor },
): Promise<ReconcileCursor> {
  const next = { ...to, version: from.version + 1 };
  const moved = await tx.$executeRaw`
    UPDATE reconciles SET state = 'running', cursor = ${JSON.stringify(next)}::jsonb,
      next_at = now() + ${DEAD_AFTER} * interval '1 millisecond'
    WHERE shop_id = ${shopId} AND COALESCE((cursor->>'version')::int, 0) = ${from.version}`;
  if (moved === 0) throw new ReconcileOvertaken("Another run of the reconcile went on");
  return next;
}

/** Notes that the parcels under way were compared, or the records counted. */
export async function noteChecked(
  tx: Tx,
  shopId: string,
  what: { open?: Date; counted?: Date },
): Promise<void> {
  await tx.reconcile.update({
    where: { shopId },
    data: {
      ...(what.open ? { openCheckedAt: what.open } : {}),
      ...(what.counted ? { countedAt: what.counted } : {}),
    },
  });
}

/** Ends the run: what it compared is the new watermark, and the shop is due again after its period. */
export async function finishReconcile(
  run: Run,
  { cursor, now }: { cursor: ReconcileCursor; now: Date },
): Promise<void> {
  const { shopId } = run;
  await run.inShop(async (tx) => {
    const row = await tx.reconcile.findUniqueOrThrow({ where: { shopId } });
    const orders = nextWatermark(row.ordersWatermark, { seen: cursor.seen.orders, now });
    const customers = nextWatermark(row.customersWatermark, { seen: cursor.seen.customers, now });
    const repaired = cursor.repaired.orders + cursor.repaired.customers + cursor.repaired.deleted;
    const period = reconcileIn({
      shopId,
      repaired,
      newestChange: orders > customers ? orders : customers,
      lastWebhookAt: await lastHeard(tx, shopId),
      failures: 0,
    });
    const empty = { version: cursor.version + 1 };
    const moved = await tx.$executeRaw`
      UPDATE reconciles SET state = ${cursor.error ? "failed" : "idle"}, cursor = ${JSON.stringify(empty)}::jsonb,
        error = ${cursor.error}, failures = 0, orders_watermark = ${orders}, customers_watermark = ${customers},
        last_at = now(), next_at = now() + ${period} * interval '1 millisecond',
        last_repaired_at = CASE WHEN ${repaired} > 0 THEN now() ELSE last_repaired_at END,
        repaired = CASE WHEN ${repaired} > 0 THEN ${JSON.stringify(cursor.repaired)}::jsonb ELSE repaired END
      WHERE shop_id = ${shopId} AND COALESCE((cursor->>'version')::int, 0) = ${cursor.version}`;
    if (moved === 0) throw new ReconcileOvertaken("Another run of the reconcile went on");
  });
}

/** The newest webhook's arrival, or when the app came to the shop. */
async function lastHeard(tx: Tx, shopId: string): Promise<Date | null> {
  const [webhook, backfill] = [
    await tx.webhookDelivery.findFirst({
      where: { shopId },
      orderBy: { receivedAt: "desc" },
      select: { receivedAt: true },
    }),
    await tx.backfill.findUnique({ where: { shopId }, select: { finishedAt: true } }),
  ];
  const times = [webhook?.receivedAt, backfill?.finishedAt].filter((at) => at instanceof Date);
  return times.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

/** Leaves the run where it stands and comes back: Shopify could not be asked. Not an attempt of the job: an outage may last. */
export async function pauseReconcile(run: Run, error: string): Promise<void> {
  const { shopId } = run;
  await run.inShop(async (tx) => {
    const row = await tx.reconcile.findUniqueOrThrow({ where: { shopId }, select: { failures: true } });
    const failures = row.failures + 1;
    const period = reconcileIn({ shopId, repaired: 0, newestChange: null, lastWebhookAt: null, failures });
    await tx.$executeRaw`
      UPDATE reconciles SET state = 'failed', error = ${error}, failures = ${failures},
        next_at = now() + ${period} * interval '1 millisecond' WHERE shop_id = ${shopId}`;
  });
}

/** The token is refused, though nobody said that the app is gone: seldom asked, since opening the app brings a new one. */
export async function restReconcile(run: Run): Promise<void> {
  await run.inShop(
    (tx) => tx.$executeRaw`
      UPDATE reconciles SET state = 'failed', error = 'Shopify does not accept the app''s access token',
        next_at = now() + interval '6 hours' WHERE shop_id = ${run.shopId}`,
  );
}

/** Comes back when the backfill may be done. */
export async function waitForBackfill(run: Run): Promise<void> {
  await run.inShop(
    (tx) => tx.$executeRaw`
      UPDATE reconciles SET next_at = now() + ${minutes(15)} * interval '1 millisecond'
      WHERE shop_id = ${run.shopId} AND next_at <> '9999-01-01T00:00:00Z'`,
  );
}
