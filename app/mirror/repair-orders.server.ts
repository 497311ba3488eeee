import { sqlOf, type Sql, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { compareOrder, summaryDiffers, type Verdict } from "#app/mirror/compare-order.ts";
import { customerNodeRow } from "#app/mirror/admin-node.ts";
import { READ_CUSTOMERS } from "#app/mirror/operations/reconcile.ts";
import { readCustomersAnswer, type ListedOrder } from "#app/mirror/reconcile-answers.ts";
import { isOverdue, type Repaired } from "#app/mirror/reconcile-cursor.ts";
import type { Reconciling } from "#app/mirror/reconciling.server.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { readKnownCustomers, readKnownOrders } from "#app/mirror/read-known-orders.server.ts";
import { readWholeOrders } from "#app/mirror/read-whole-orders.server.ts";
import type { CustomerRow, EventRow, MirrorRows } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";

/** What a page of listed orders lacks in the mirror, read and ready to be written in the transaction that moves the cursor. */
export type Repair = { repaired: Repaired; write: (tx: Tx) => Promise<void> };
export type Found =
  { outcome: "found"; repair: Repair } | { outcome: "uninstalled" } | { outcome: "refused"; error: string };

/** Compares listed orders with the mirror, and reads what it lacks whole. Throws as `ask` does. */
export async function repairOrders(given: Reconciling, listed: ListedOrder[]): Promise<Found> {
  const { ports, run, keys } = given;
  const { shopId } = run;
  const people = [...new Map(listed.flatMap(({ customer }) => (customer ? [[customer.id, customer]] : [])))];
  const { orders, customers } = await run.inShop(async (tx) => ({
    orders: await readKnownOrders(
      sqlOf(tx),
      shopId,
      listed.map(({ id }) => id),
    ),
    customers: await readKnownCustomers(
      sqlOf(tx),
      shopId,
      people.map(([id]) => id),
    ),
  }));
  const verdicts = new Map<string, Verdict>(
    listed.map((one) => [one.id, compareOrder(one, orders.get(one.id))]),
  );
  const having = (...wanted: Verdict[]) =>
    listed.filter(({ id }) => wanted.includes(verdicts.get(id) ?? "same"));
  const toRead = having("missing", "older", "parts", "recheck").map(({ id }) => id);
  const behind = people.filter(([id, one]) => summaryDiffers(one, customers.get(id))).map(([id]) => id);

  const whole = await readWholeOrders(ports, shopId, toRead);
  if (whole.outcome !== "answered") return whole;
  const read = await readCustomers(ports, shopId, behind);
  if (read.outcome !== "answered") return read;
  const overdue = (orders_: ListedOrder[]) =>
    orders_.filter(({ updatedAt }) => isOverdue(updatedAt, ports.now()));
  const counted = overdue(having("missing", "older", "parts", "deleted"));
  const theirs = new Set(overdue(listed).map(({ customer }) => customer?.id));
  return {
    outcome: "found",
    repair: {
      repaired: {
        orders: counted.length,
        customers: read.customers.filter(({ id }) => theirs.has(id)).length,
        deleted: 0,
      },
      write: async (tx) => {
        const sql = sqlOf(tx);
        const gone = await eventsTakenBack(sql, shopId, whole.rows);
        const events = [...(whole.rows.events ?? []), ...gone];
        await writeRows(sql, keys, { ...whole.rows, events, customers: read.customers });
        // The stage that erases asks Shopify about each, and takes the mark off one that is there.
        await emitAll(
          sql,
          having("deleted").map(({ id }) => ({
            event: "record-deleted",
            data: { shopId, entity: "order", id },
          })),
        );
      },
    },
  };
}

export type ReadCustomers =
  | { outcome: "answered"; customers: CustomerRow[] }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string };

/** About six points each. */
const CUSTOMERS_AT_ONCE = 100;

/** Customers as Shopify has them now. Throws as `ask` does. */
export async function readCustomers(ports: Ports, shopId: string, ids: string[]): Promise<ReadCustomers> {
  const readAt = ports.now().toISOString();
  const answer = await readInPieces(ports, {
    shopId,
    document: READ_CUSTOMERS,
    data: readCustomersAnswer,
    gids: ids.map((id) => `gid://shopify/Customer/${id}`),
    size: CUSTOMERS_AT_ONCE,
    purpose: "background",
  });
  if (answer.outcome !== "answered") return answer;
  const nodes = answer.data.flatMap((one) => one.nodes);
  return {
    outcome: "answered",
    customers: nodes.flatMap((node) => (node ? [customerNodeRow(node, readAt)] : [])),
  };
}

/**
 * Carriers' events that the mirror has and Shopify does not any more, as tombstones. Only those older than the version of the
 * parcel that was read: an event that came since is newer.
 */
async function eventsTakenBack(sql: Sql, shopId: string, rows: MirrorRows): Promise<EventRow[]> {
  const parcels = rows.fulfillments ?? [];
  if (parcels.length === 0) return [];
  const listed = (rows.events ?? []).map(({ id }) => id);
  return sql<EventRow>(
    `SELECT e.id, e.fulfillment_id AS "fulfillmentId", e.order_id AS "orderId", e.status, e.message, e.city, e.country,
       ${iso("e.happened_at")} AS "happenedAt", ${iso("e.estimated_delivery_at")} AS "estimatedDeliveryAt",
       ${iso("e.updated_at")} AS "updatedAt", ${iso("p.read")} AS "deletedAt"
     FROM jsonb_to_recordset($2::jsonb) AS p(id text, read timestamptz)
     JOIN fulfillment_events e ON e.shop_id = $1 AND e.fulfillment_id = p.id
     WHERE e.deleted_at IS NULL AND e.updated_at < p.read AND NOT e.id = ANY($3::text[])`,
    [shopId, JSON.stringify(parcels.map(({ id, updatedAt }) => ({ id, read: updatedAt }))), listed],
  );
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
