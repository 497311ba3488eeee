import { sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { days } from "#app/lib/duration.ts";
import { OLDEST_ORDER } from "#app/mirror/operations/reconcile.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { countRecords, findGone, type Entity } from "#app/mirror/count-records.server.ts";
import { oldestOrderAnswer } from "#app/mirror/reconcile-answers.ts";
import { countIsDue, withRepaired, type ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import { advanceReconcile, noteChecked } from "#app/mirror/reconcile-state.server.ts";
import {
  refusal,
  stopBetweenPages,
  type ReconcileEnd,
  type Reconciling,
} from "#app/mirror/reconciling.server.ts";

/** Ids in one step: a question for their count, and a few more only where it differs. */
const STEP = 2_000;
/** A shop with more records of a kind is large: counting them costs the database more than a moment. */
const LARGE = 10_000;
/** Without `read_all_orders` Shopify shows 60 days; what is about to go out of sight is not believed deleted. */
const SURELY_VISIBLE = days(55);

/**
 * Finds orders and customers that were deleted without a word reaching us: by their count, then range by range of ids where
 * it differs, then one by one. What Shopify does not show any more gets a tombstone; erasing it asks Shopify once more.
 */
export async function reconcileCounts(given: Reconciling, cursor: ReconcileCursor): Promise<ReconcileEnd> {
  const { ports, run, row } = given;
  const large = await isLarge(given);
  if (cursor.past === null && !countIsDue(row.countedAt, { now: ports.now(), large }))
    return { outcome: "next", cursor };
  const visible = await visibleFrom(given);
  if (visible.outcome === "uninstalled") return visible;
  if (visible.outcome === "refused") return { ...visible, cursor };
  let current = cursor;
  for (const entity of ["order", "customer"] as const) {
    if (current.past?.entity === "customer" && entity === "order") continue;
    const from = entity === "order" ? visible.from : null;
    const end = await walk(given, current, { entity, from });
    if (end.outcome !== "next") return end;
    current = end.cursor;
  }
  await run.inShop((tx) => noteChecked(tx, run.shopId, { counted: ports.now() }));
  return { outcome: "next", cursor: current };
}

type Walk = { entity: Entity; from: string | null };

async function walk(
  given: Reconciling,
  cursor: ReconcileCursor,
  { entity, from }: Walk,
): Promise<ReconcileEnd> {
  const { ports, run } = given;
  let current = cursor;
  if (current.past?.entity !== entity) {
    const total = await countRecords(given, { entity, from, to: null });
    if (total.outcome === "uninstalled") return total;
    if (total.outcome === "refused") return { ...total, cursor: current };
    if (total.count === (await run.inShop((tx) => countMirrored(tx, run.shopId, { entity, from }))))
      return { outcome: "next", cursor: current };
  }
  for (;;) {
    stopBetweenPages(given);
    const after = current.past?.entity === entity ? current.past.id : "";
    const since = from === null ? null : new Date(ports.now().getTime() - SURELY_VISIBLE);
    const ids = await run.inShop((tx) => nextIds(tx, run.shopId, { entity, from, since, after }));
    const last = ids.at(-1);
    if (last === undefined) return { outcome: "next", cursor: current };
    const found = await findGone(given, entity, ids);
    if (found.outcome === "uninstalled") return found;
    if (found.outcome === "refused") return { ...found, cursor: current };
    const { gone } = found;
    const to = {
      ...withRepaired(current, { orders: 0, customers: 0, deleted: gone.length }),
      past: { entity, at: ports.now().toISOString(), id: last },
    };
    current = await run.inShop(async (tx) => {
      const moved = await advanceReconcile(tx, run.shopId, { from: current, to });
      await markDeleted(tx, run.shopId, { entity, gone, at: ports.now() });
      return moved;
    });
  }
}

type VisibleFrom =
  | { outcome: "visible"; from: string | null }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string };

/** The id of the first order that Shopify shows; null when it shows all. */
async function visibleFrom({ ports, run, scopes }: Reconciling): Promise<VisibleFrom> {
  if (scopes.includes("read_all_orders")) return { outcome: "visible", from: null };
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: OLDEST_ORDER,
    data: oldestOrderAnswer,
    purpose: "background",
  });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused") return { outcome: "refused", error: refusal(answer.errors) };
  const [first] = answer.data.orders.nodes;
  // Without any order to see there is nothing to compare with: no mirrored order has such an id.
  return { outcome: "visible", from: first?.id ?? "9".repeat(25) };
}

const TABLES = { order: "orders", customer: "customers" } as const;

async function isLarge({ run }: Reconciling): Promise<boolean> {
  const [found] = await run.inShop((tx) =>
    sqlOf(tx)<{ large: boolean }>(
      `SELECT EXISTS (SELECT FROM orders WHERE shop_id = $1 OFFSET ${LARGE})
         OR EXISTS (SELECT FROM customers WHERE shop_id = $1 OFFSET ${LARGE}) AS large`,
      [run.shopId],
    ),
  );
  return found?.large ?? false;
}

/** Ids are numbers as text: a longer one is the larger one. */
const FROM = "($2::text IS NULL OR (length(id), id) >= (length($2), $2))";

async function countMirrored(tx: Tx, shopId: string, { entity, from }: Walk): Promise<number> {
  const [row] = await sqlOf(tx)<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${TABLES[entity]} WHERE shop_id = $1 AND deleted_at IS NULL AND ${FROM}`,
    [shopId, from],
  );
  return row?.count ?? 0;
}

type Next = Walk & { since: Date | null; after: string };

async function nextIds(tx: Tx, shopId: string, { entity, from, since, after }: Next): Promise<string[]> {
  const recent = entity === "order" ? "AND ($4::timestamptz IS NULL OR placed_at > $4)" : "";
  const rows = await sqlOf(tx)<{ id: string }>(
    `SELECT id FROM ${TABLES[entity]}
     WHERE shop_id = $1 AND deleted_at IS NULL AND ${FROM} AND id > $3 ${recent} ORDER BY id LIMIT ${STEP}`,
    [shopId, from, after, ...(entity === "order" ? [since?.toISOString() ?? null] : [])],
  );
  return rows.map(({ id }) => id);
}

type Deleted = { entity: Entity; gone: string[]; at: Date };

async function markDeleted(tx: Tx, shopId: string, { entity, gone, at }: Deleted): Promise<void> {
  if (gone.length === 0) return;
  const sql = sqlOf(tx);
  const marked = await sql<{ id: string }>(
    `UPDATE ${TABLES[entity]} SET deleted_at = $3::timestamptz
     WHERE shop_id = $1 AND id = ANY($2::text[]) AND deleted_at IS NULL RETURNING id`,
    [shopId, gone, at.toISOString()],
  );
  await emitAll(
    sql,
    marked.flatMap(({ id }) => [
      { event: "record-deleted" as const, data: { shopId, entity, id } },
      ...(entity === "order" ? [{ event: "order-mirrored" as const, data: { shopId, orderId: id } }] : []),
    ]),
  );
}
