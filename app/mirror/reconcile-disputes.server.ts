import { sqlOf } from "#app/db.server.ts";
import { RECENT_DISPUTES } from "#app/mirror/operations/reconcile.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { recentDisputesAnswer, type ListedDispute } from "#app/mirror/reconcile-answers.ts";
import { withRepaired, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile } from "#app/mirror/reconcile-state.server.ts";
import { stopBetweenPages, type ReconcileEnd, type Reconciling } from "#app/mirror/reconciling.server.ts";
import type { DisputeRow } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";

/**
 * Disputes give their order no new version, so the newest are read, page by page as long as a page brings news. A shop without
 * Shopify Payments has none to show.
 */
export async function reconcileDisputes(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run } = given;
  let current = cursor;
  for (;;) {
    stopBetweenPages(given);
    const readAt = ports.now().toISOString();
    const answer = await ask(ports, {
      shopId: run.shopId,
      document: RECENT_DISPUTES,
      variables: { after: current.after },
      data: recentDisputesAnswer,
      purpose: "background",
    });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "refused") return { outcome: "next", cursor: current };
    const { nodes, pageInfo } = answer.data.disputes;
    const news = await newsAmong(given, nodes);
    const after = pageInfo.hasNextPage && news.length > 0 ? (pageInfo.endCursor ?? null) : null;
    const orders = news.filter(({ lost }) => lost).length;
    const to = { ...withRepaired(current, { orders, customers: 0, deleted: 0 }), after };
    if (news.length > 0) current = await store(given, { from: current, to, news, readAt });
    if (after === null) return { outcome: "next", cursor: current };
  }
}

/** Those of orders that the mirror has. `lost`: its webhook never came. Otherwise it was read with its order, which does not say how much it is about. */
type News = ListedDispute & { lost: boolean };

async function newsAmong({ run }: Reconciling, listed: ListedDispute[]): Promise<News[]> {
  const { shopId } = run;
  const ids = listed.map(({ id }) => id);
  const about = listed.flatMap(({ order }) => order?.id ?? []);
  const { rows, orders } = await run.inShop(async (tx) => ({
    rows: await tx.dispute.findMany({
      where: { shopId, id: { in: ids } },
      select: { id: true, status: true, amount: true },
    }),
    orders: await tx.order.findMany({ where: { shopId, id: { in: about } }, select: { id: true } }),
  }));
  const known = new Map(rows.map((row) => [row.id, row]));
  const mirrored = new Set(orders.map(({ id }) => id));
  return listed
    .filter(({ order }) => order && mirrored.has(order.id))
    .map((one) => ({ ...one, lost: known.get(one.id)?.status !== one.status }))
    .filter(({ id, lost }) => lost || known.get(id)?.amount === null);
}

type Step = { from: ReconcileCursor; to: ReconcileCursor; news: ListedDispute[]; readAt: string };

async function store({ run, keys }: Reconciling, { from, to, news, readAt }: Step): Promise<ReconcileCursor> {
  return run.inShop(async (tx) => {
    const moved = await advanceReconcile(tx, run.shopId, { from, to });
    await writeRows(sqlOf(tx), keys, { disputes: news.map((one) => disputeRowOf(one, readAt)) });
    return moved;
  });
}

/** True when it was read, as with a dispute that is read with its order: a later read wins. */
function disputeRowOf(listed: ListedDispute, readAt: string): DisputeRow {
  return {
    id: listed.id,
    orderId: listed.order?.id ?? null,
    type: listed.type,
    status: listed.status,
    reason: listed.reasonDetails.reason,
    amount: listed.amount.amount,
    currency: listed.amount.currencyCode,
    evidenceDueBy: listed.evidenceDueBy === null ? null : new Date(listed.evidenceDueBy).toISOString(),
    detailsAt: readAt,
    initiatedAt: new Date(listed.initiatedAt).toISOString(),
    updatedAt: readAt,
    origin: { by: "admin", at: readAt },
  };
}
