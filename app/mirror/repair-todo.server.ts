import { sqlOf, type Sql } from "#app/db.server.ts";
import { customerNodeRow } from "#app/mirror/admin-rows.ts";
import { READ_CUSTOMERS } from "#app/mirror/operations/reconcile.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { knownSummaries } from "#app/mirror/read-customer-again.server.ts";
import { readWholeOrders } from "#app/mirror/read-whole-orders.server.ts";
import { readCustomersAnswer } from "#app/mirror/reconcile-answers.ts";
import { laterOf, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile } from "#app/mirror/reconcile-state.server.ts";
import { stopBetweenPages, type ReconcileEnd, type Reconciling } from "#app/mirror/reconciling.server.ts";
import type { EventRow, MirrorRows } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";

/** About 140 and six points each: what one question may cost, and what a shop's points allow without a long wait. */
const ORDERS_AT_ONCE = 4;
const CUSTOMERS_AT_ONCE = 50;

/**
 * Reads whole what was found missing or old and writes it, a few at a time; each few and what is left commit together. A
 * repaired order is told as one that a webhook changed.
 */
export async function repairTodo(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run, keys } = given;
  const { shopId } = run;
  let current = cursor;
  let alone = false;
  let answered = false;
  for (;;) {
    const few = nextOf(current, alone);
    if (few.ids.length === 0) return { outcome: "next", cursor: current };
    stopBetweenPages(given);
    const read =
      few.of === "orders"
        ? await readWholeOrders(ports, shopId, few.ids)
        : await readCustomers(given, few.ids, current.seen.orders);
    if (read.outcome === "uninstalled") return read;
    if (read.outcome === "refused" && few.ids.length > 1) {
      alone = true; // One of them may be what is refused.
      continue;
    }
    // Nothing is let through: the next run begins where this one did.
    if (read.outcome === "refused" && !answered)
      return { ...read, cursor: { ...current, seen: { orders: null, customers: null } } };
    answered = answered || read.outcome === "answered";
    const { rows, parcels } = read.outcome === "answered" ? read : { rows: {}, parcels: [] };
    const error = read.outcome === "answered" ? current.error : read.error;
    current = await run.inShop(async (tx) => {
      const to = { ...current, todo: few.left, error };
      const moved = await advanceReconcile(tx, shopId, { from: current, to });
      const gone = await eventsTakenBack(sqlOf(tx), shopId, { rows, parcels });
      await writeRows(sqlOf(tx), keys, { ...rows, events: [...(rows.events ?? []), ...gone] });
      return moved;
    });
  }
}

type Few = { of: "orders" | "customers"; ids: string[]; left: ReconcileCursor["todo"] };

/** Orders first: their buyers are read after them. */
function nextOf({ todo: { orders, customers } }: ReconcileCursor, alone: boolean): Few {
  if (orders.length > 0) {
    const most = alone ? 1 : ORDERS_AT_ONCE;
    return { of: "orders", ids: orders.slice(0, most), left: { orders: orders.slice(most), customers } };
  }
  const most = alone ? 1 : CUSTOMERS_AT_ONCE;
  return {
    of: "customers",
    ids: customers.slice(0, most),
    left: { orders, customers: customers.slice(most) },
  };
}

type Read =
  | { outcome: "answered"; rows: MirrorRows; parcels: string[] }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string };

/**
 * Customers as Shopify has them now. Their purchases carry no time of Shopify's: they are at least as new as what was known, and
 * as the newest order that was listed, before they were read. Throws as `ask` does.
 */
async function readCustomers(
  { ports, run }: Reconciling,
  ids: string[],
  listedUntil: string | null,
): Promise<Read> {
  const { shopId } = run;
  const summaries = await knownSummaries(run, ids);
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
  const nodes = answer.data.flatMap((one) => one.nodes).filter((node) => node !== null);
  const customers = nodes.map((node) => {
    const row = customerNodeRow(node, readAt);
    const known = laterOf(summaries.get(row.id) ?? null, listedUntil);
    return { ...row, summaryAt: laterOf(row.summaryAt, known) };
  });
  return { outcome: "answered", rows: { customers }, parcels: [] };
}

/**
 * Carriers' events that the mirror has and Shopify does not any more, as tombstones. Only those older than the version of the
 * parcel that was read: an event that came since is newer.
 */
async function eventsTakenBack(
  sql: Sql,
  shopId: string,
  { rows, parcels: whole }: { rows: MirrorRows; parcels: string[] },
): Promise<EventRow[]> {
  const parcels = (rows.fulfillments ?? []).filter(({ id }) => whole.includes(id));
  if (parcels.length === 0) return [];
  const listed = (rows.events ?? []).map(({ id }) => id);
  const taken = await sql<EventRow>(
    `SELECT e.id, e.fulfillment_id AS "fulfillmentId", e.order_id AS "orderId", e.status, e.message, e.city, e.country,
       ${iso("e.happened_at")} AS "happenedAt", ${iso("e.estimated_delivery_at")} AS "estimatedDeliveryAt",
       ${iso("e.updated_at")} AS "updatedAt", ${iso("p.read")} AS "deletedAt"
     FROM jsonb_to_recordset($2::jsonb) AS p(id text, read timestamptz)
     JOIN fulfillment_events e ON e.shop_id = $1 AND e.fulfillment_id = p.id
     WHERE e.deleted_at IS NULL AND e.updated_at < p.read AND NOT e.id = ANY($3::text[])`,
    [shopId, JSON.stringify(parcels.map(({ id, updatedAt }) => ({ id, read: updatedAt }))), listed],
  );
  return taken.map((row) => ({ ...row, origin: { by: "admin", at: null } }));
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
