import { sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { compareOrder, summaryDiffers, type Verdict } from "#app/mirror/compare-order.ts";
import { readKnownCustomers, readKnownOrders } from "#app/mirror/read-known-orders.server.ts";
import type { ListedOrder } from "#app/mirror/reconcile-answers.ts";
import { isOverdue, withRepaired, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import type { Reconciling } from "#app/mirror/reconciling.server.ts";

export type StaleOrders = {
  todo: ReconcileCursor["todo"];
  /** The cursor with what was found: to be read, and counted as repaired. */
  noted: (cursor: ReconcileCursor) => ReconcileCursor;
  /** In the transaction that moves the cursor. */
  tell: (tx: Tx) => Promise<void>;
};

/** Compares listed orders, and their customers' purchases, with the mirror. */
export async function findStaleOrders(given: Reconciling, listed: ListedOrder[]): Promise<StaleOrders> {
  const { ports, run } = given;
  const { shopId } = run;
  const people = [...new Map(listed.flatMap(({ customer }) => (customer ? [[customer.id, customer]] : [])))];
  const ids = listed.map(({ id }) => id);
  const { orders, customers } = await run.inShop(async (tx) => ({
    orders: await readKnownOrders(sqlOf(tx), shopId, ids),
    customers: await readKnownCustomers(
      sqlOf(tx),
      shopId,
      people.map(([id]) => id),
    ),
  }));
  const verdicts = new Map(listed.map((one) => [one.id, compareOrder(one, orders.get(one.id))]));
  const having = (...wanted: Verdict[]) =>
    listed.filter(({ id }) => wanted.includes(verdicts.get(id) ?? "same"));
  const behind = people.filter(([id, one]) => summaryDiffers(one, customers.get(id))).map(([id]) => id);
  const overdue = (some: ListedOrder[]) => some.filter(({ updatedAt }) => isOverdue(updatedAt, ports.now()));
  const theirs = new Set(overdue(listed).map(({ customer }) => customer?.id));
  const repaired = {
    orders: overdue(having("missing", "older", "parts", "deleted")).length,
    customers: behind.filter((id) => theirs.has(id)).length,
    deleted: 0,
  };
  const todo = {
    orders: having("missing", "older", "parts", "recheck").map(({ id }) => id),
    customers: behind,
  };
  return {
    todo,
    noted: (cursor) => ({ ...withRepaired(cursor, repaired), todo }),
    // The stage that erases asks Shopify about each, and takes the mark off one that is there.
    tell: (tx) =>
      emitAll(
        sqlOf(tx),
        having("deleted").map(({ id }) => ({
          event: "record-deleted",
          data: { shopId, entity: "order", id },
        })),
      ),
  };
}
