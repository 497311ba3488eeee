import { CHANGED_ORDERS } from "#app/mirror/operations/reconcile.ts";
import { findStaleOrders } from "#app/mirror/find-stale-orders.server.ts";
import { isTooDear } from "#app/mirror/read-in-pieces.server.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { changedOrdersAnswer } from "#app/mirror/reconcile-answers.ts";
import { afterPage, laterOf, windowStart, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile } from "#app/mirror/reconcile-state.server.ts";
import {
  refusal,
  stopBetweenPages,
  type ReconcileEnd,
  type Reconciling,
} from "#app/mirror/reconciling.server.ts";
import { repairTodo } from "#app/mirror/repair-todo.server.ts";

/** About 430 points at most by Shopify's formula, and as much as there is to see in fact. */
const PAGE = 50;
const MOST_LOST_CURSORS = 3;

/**
 * Orders that changed since the watermark, the longest ago first. A page is compared, what it lacks is read; where the page
 * ends and what is still to be read commit together.
 */
export async function reconcileOrders(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run, row } = given;
  let current = cursor;
  let size = PAGE;
  for (;;) {
    const repaired = await repairTodo(given, current);
    if (repaired.outcome !== "next" || repaired.cursor.listed) return repaired;
    current = repaired.cursor;
    stopBetweenPages(given);
    const from = current.from ?? windowStart(row.ordersWatermark);
    const { after } = current;
    const answer = await ask(ports, {
      shopId: run.shopId,
      document: CHANGED_ORDERS,
      variables: { query: `updated_at:>='${from}'`, first: size, after },
      data: changedOrdersAnswer,
      purpose: "background",
    });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "refused") {
      if (isTooDear(answer.errors) && size > 1) size = Math.floor(size / 2);
      else if (after !== null && current.lostCursors < MOST_LOST_CURSORS)
        current = { ...current, after: null, lostCursors: current.lostCursors + 1 };
      else return { outcome: "refused", error: refusal(answer.errors), cursor: current };
      continue;
    }
    const { nodes, pageInfo } = answer.data.orders;
    const stale = await findStaleOrders(given, nodes);
    const last = nodes.at(-1)?.updatedAt ?? null;
    const next = afterPage({ from, after }, { last, ...pageInfo });
    const to = {
      ...stale.noted(current),
      ...next,
      listed: next === null,
      seen: { ...current.seen, orders: laterOf(current.seen.orders, last) },
    };
    current = await run.inShop(async (tx) => {
      const moved = await advanceReconcile(tx, run.shopId, { from: current, to });
      await stale.tell(tx);
      return moved;
    });
  }
}
