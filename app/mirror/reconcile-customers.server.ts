import { sqlOf } from "#app/db.server.ts";
import { CHANGED_CUSTOMERS } from "#app/mirror/operations/reconcile.ts";
import { readKnownCustomers } from "#app/mirror/read-known-orders.server.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { changedCustomersAnswer } from "#app/mirror/reconcile-answers.ts";
import {
  afterPage,
  isOverdue,
  laterOf,
  windowStart,
  withRepaired,
  type ReconcileCursor,
} from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile } from "#app/mirror/reconcile-state.server.ts";
import {
  refusal,
  stopBetweenPages,
  type ReconcileEnd,
  type Reconciling,
} from "#app/mirror/reconciling.server.ts";
import { repairTodo } from "#app/mirror/repair-todo.server.ts";

const PAGE = 250;
const MOST_LOST_CURSORS = 3;
/** Of whom no webhook said anything: nobody tells that nothing changed. */
const NEVER_ASKED = "not_subscribed";

/** Customers that changed since the watermark, as the orders are (reconcile-orders.server.ts). */
export async function reconcileCustomers(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run, row } = given;
  let current = cursor;
  for (;;) {
    const repaired = await repairTodo(given, current);
    if (repaired.outcome !== "next" || repaired.cursor.listed) return repaired;
    current = repaired.cursor;
    stopBetweenPages(given);
    const from = current.from ?? windowStart(row.customersWatermark);
    const { after } = current;
    const answer = await ask(ports, {
      shopId: run.shopId,
      document: CHANGED_CUSTOMERS,
      variables: { query: `updated_at:>='${from}'`, first: PAGE, after },
      data: changedCustomersAnswer,
      purpose: "background",
    });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "refused") {
      if (after === null || current.lostCursors >= MOST_LOST_CURSORS)
        return { outcome: "refused", error: refusal(answer.errors), cursor: current };
      current = { ...current, after: null, lostCursors: current.lostCursors + 1 };
      continue;
    }
    const { nodes, pageInfo } = answer.data.customers;
    const stale = await staleCustomers(given, nodes);
    const last = nodes.at(-1)?.updatedAt ?? null;
    const next = afterPage({ from, after }, { last, ...pageInfo });
    const customers = stale.filter(({ updatedAt }) => isOverdue(updatedAt, ports.now())).length;
    const to = {
      ...withRepaired(current, { orders: 0, customers, deleted: 0 }),
      ...next,
      listed: next === null,
      todo: { orders: [], customers: stale.map(({ id }) => id) },
      seen: { ...current.seen, customers: laterOf(current.seen.customers, last) },
    };
    current = await run.inShop((tx) => advanceReconcile(tx, run.shopId, { from: current, to }));
  }
}

type Listed = { id: string; updatedAt: string; emailConsent: string | null };

/** Those the mirror lacks, or has in an older version or with another consent. Redacted ones must not come back; deleted ones are counted later. */
async function staleCustomers({ run }: Reconciling, listed: Listed[]): Promise<Listed[]> {
  const ids = listed.map(({ id }) => id);
  const known = await run.inShop((tx) => readKnownCustomers(sqlOf(tx), run.shopId, ids));
  return listed.filter(({ id, updatedAt, emailConsent }) => {
    const one = known.get(id);
    if (!one) return true;
    if (one.redacted || one.deleted) return false;
    const consent = one.emailConsent ?? NEVER_ASKED;
    return one.updatedAt < Date.parse(updatedAt) || (emailConsent ?? consent) !== consent;
  });
}
