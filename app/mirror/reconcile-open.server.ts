import { days } from "#app/lib/duration.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { DIGEST_ORDERS } from "#app/mirror/operations/reconcile.ts";
import { findStaleOrders } from "#app/mirror/find-stale-orders.server.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { digestOrdersAnswer } from "#app/mirror/reconcile-answers.ts";
import { openIsDue, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile, noteChecked } from "#app/mirror/reconcile-state.server.ts";
import { stopBetweenPages, type ReconcileEnd, type Reconciling } from "#app/mirror/reconciling.server.ts";
import { repairTodo } from "#app/mirror/repair-todo.server.ts";

/** About 55 points each, under Shopify's limit of 1,000 for one query. */
const AT_ONCE = 15;
const PAGE = 60;
/** A parcel that did not arrive in this time is lost, and no carrier says more. */
const LONGEST_JOURNEY = days(45);

/**
 * Orders with something under way: a parcel, a return, money promised, a hold. Shopify does not promise that a carrier's event
 * or a paid refund gives the order a new version, so these are compared by themselves, seldom.
 */
export async function reconcileOpen(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run, row } = given;
  if (cursor.past === null && !openIsDue(row.openCheckedAt, ports.now())) return { outcome: "next", cursor };
  let current = cursor;
  for (;;) {
    const repaired = await repairTodo(given, current);
    if (repaired.outcome !== "next") return repaired;
    current = repaired.cursor;
    stopBetweenPages(given);
    const open = await run.inShop((tx) => nextOpen(tx, run.shopId, { past: current.past, now: ports.now() }));
    const last = open.at(-1);
    if (!last) {
      await run.inShop((tx) => noteChecked(tx, run.shopId, { open: ports.now() }));
      return { outcome: "next", cursor: current };
    }
    const answer = await readInPieces(ports, {
      shopId: run.shopId,
      document: DIGEST_ORDERS,
      data: digestOrdersAnswer,
      gids: open.map(({ id }) => `gid://shopify/Order/${id}`),
      size: AT_ONCE,
      purpose: "background",
    });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "refused") return { ...answer, cursor: current };
    const listed = answer.data.flatMap(({ nodes }) => nodes).filter((node) => node !== null);
    const stale = await findStaleOrders(given, listed);
    const past = { entity: "order" as const, at: last.placedAt.toISOString(), id: last.id };
    const to = { ...stale.noted(current), past };
    current = await run.inShop(async (tx) => {
      const moved = await advanceReconcile(tx, run.shopId, { from: current, to });
      await stale.tell(tx);
      return moved;
    });
  }
}

type After = { past: ReconcileCursor["past"]; now: Date };

async function nextOpen(
  tx: Tx,
  shopId: string,
  { past, now }: After,
): Promise<{ id: string; placedAt: Date }[]> {
  const oldest = new Date(now.getTime() - LONGEST_JOURNEY).toISOString();
  return sqlOf(tx)(
    `SELECT o.id, o.placed_at AS "placedAt" FROM orders o
     WHERE o.shop_id = $1 AND o.deleted_at IS NULL AND (o.placed_at, o.id) > ($2::timestamptz, $3)
       AND (EXISTS (SELECT FROM fulfillments f WHERE f.shop_id = o.shop_id AND f.order_id = o.id
              AND f.delivered_at IS NULL AND f.status IS DISTINCT FROM 'cancelled')
         OR EXISTS (SELECT FROM returns r WHERE r.shop_id = o.shop_id AND r.order_id = o.id
              AND r.status IN ('requested', 'open'))
         OR EXISTS (SELECT FROM refunds r WHERE r.shop_id = o.shop_id AND r.order_id = o.id
              AND NOT r.settled AND r.amount > 0)
         OR EXISTS (SELECT FROM fulfillment_orders p WHERE p.shop_id = o.shop_id AND p.order_id = o.id
              AND p.status IN ('on_hold', 'scheduled')))
     ORDER BY o.placed_at, o.id LIMIT $4`,
    [shopId, past?.at ?? oldest, past?.id ?? "", PAGE],
  );
}
