import { TryAgainAt, type Handler } from "#app/job.ts";
import { afterStage, type ReconcileCursor, type ReconcileStage } from "#app/mirror/reconcile-cursor.ts";
import { reconcileCounts } from "#app/mirror/reconcile-counts.server.ts";
import { reconcileCustomers } from "#app/mirror/reconcile-customers.server.ts";
import { reconcileDisputes } from "#app/mirror/reconcile-disputes.server.ts";
import { reconcileOpen } from "#app/mirror/reconcile-open.server.ts";
import { reconcileOrders } from "#app/mirror/reconcile-orders.server.ts";
import { reconcileShopRecord } from "#app/mirror/reconcile-shop-record.server.ts";
import {
  advanceReconcile,
  beginReconcile,
  finishReconcile,
  pauseReconcile,
  ReconcileOvertaken,
  restReconcile,
  waitForBackfill,
} from "#app/mirror/reconcile-state.server.ts";
import type { Reconciling, ReconcileStageRun } from "#app/mirror/reconciling.server.ts";
import { ShopifyUnavailable } from "#app/mirror/ask.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/**
 * Compares the mirror with the shop and repairs what never arrived. Goes on where it stopped, also after a crash; a repaired
 * order is told like one a webhook changed. Shopify's own times say what is compared; our clock decides nothing about versions.
 */
export const reconcileShop: Handler<"reconcileShop"> = async (ports, run) => {
  const keys = await shopKeys(run.shopId);
  const begun = await beginReconcile(run);
  if (begun.outcome === "not_now") {
    await waitForBackfill(run);
    return begun.why;
  }
  const { row, scopes } = begun;
  const given = { ports, run, keys, row, scopes, startedAt: performance.now() };
  try {
    return await runStages(given, begun.cursor);
  } catch (error) {
    if (error instanceof ReconcileOvertaken) return "another run goes on with it";
    if (!(error instanceof ShopifyUnavailable)) throw error;
    await pauseReconcile(run, "Shopify could not be reached");
    return "Shopify is not available: the next run goes on";
  }
};

const stages: Record<ReconcileStage, ReconcileStageRun> = {
  shop: reconcileShopRecord,
  orders: reconcileOrders,
  customers: reconcileCustomers,
  disputes: reconcileDisputes,
  open: reconcileOpen,
  counts: reconcileCounts,
};

async function runStages(given: Reconciling, cursor: ReconcileCursor): Promise<string> {
  const { ports, run } = given;
  let current = cursor;
  for (;;) {
    if (run.signal.aborted) throw new TryAgainAt(ports.now(), "this process is stopping");
    const end = await stages[current.stage](given, current);
    if (end.outcome === "uninstalled") {
      await restReconcile(run);
      return "the app is uninstalled";
    }
    const error = end.outcome === "refused" ? end.error : null;
    const ended: ReconcileCursor = { ...end.cursor, error: end.cursor.error ?? error };
    const next = afterStage(ended);
    if (!next) {
      await finishReconcile(run, { cursor: ended, now: ports.now() });
      const { orders, customers, deleted } = ended.repaired;
      return `compared: orders repaired ${orders}, customers repaired ${customers}, deleted ${deleted}`;
    }
    current = await run.inShop((tx) => advanceReconcile(tx, run.shopId, { from: end.cursor, to: next }));
  }
}
