import type { Sql } from "#app/db.server.ts";
import { addLines } from "#app/mirror/add-lines.server.ts";
import { bulkKinds, restOf, type BulkBatch, type BulkKind, type Rest } from "#app/mirror/bulk-batch.ts";
import { compareText } from "#app/mirror/fold/version.ts";
import { insertStatement } from "#app/mirror/insert-statement.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import type { SealedBatch, SealedRow } from "#app/mirror/seal-batch.ts";
import { joinEvents, writeRows } from "#app/mirror/write-rows.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** `readAt`: when the operation was started, the version of what has none. */
export type ReadBatch = { batch: BulkBatch; sealed: SealedBatch; readAt: string };

/**
 * Writes a batch of a bulk result. What nobody told of before, nearly all of a first reading, is inserted as it was sealed
 * ahead. All else (what the mirror knows, parts of orders that came in another batch, everything of a shop that redacted
 * somebody) is folded in by writeRows: the outcome is the same, and costs more.
 */
export async function writeBatch(sql: Sql, keys: ShopKeys, read: ReadBatch): Promise<void> {
  const { shopId } = keys;
  const { batch, sealed } = read;
  await lockAgainstRedaction(sql, shopId);
  const fresh = await freshOrders(sql, shopId, batch);
  if (fresh === "none") return fold(sql, keys, { read, rest: restOf(batch, () => false, batch.lines) });

  const isFresh = (kind: BulkKind, row: { id: string; orderId?: string | null }) =>
    kind === "customers" || fresh.has((kind === "orders" ? row.id : row.orderId) ?? "");
  // Known rows first: webhooks of the same orders that wait for this transaction then hold nothing that it still has to lock.
  await fold(sql, keys, { read, rest: restOf(batch, isFresh, batch.lines) });
  const inserted = await insertAll(
    sql,
    shopId,
    bulkKinds.map((kind) => ({ kind, rows: sealed[kind].filter((row) => isFresh(kind, row)) })),
  );
  const parcels = batch.fulfillments.filter(({ id }) => inserted.get("fulfillments")?.has(id));
  await joinEvents(
    sql,
    shopId,
    parcels.map(({ id }) => id),
  );
  // A parcel that a webhook told of before its order, and what one told of since the look.
  const settled = (kind: BulkKind, row: { id: string; orderId?: string | null }) =>
    !isFresh(kind, row) || inserted.get(kind)?.has(row.id) === true;
  await fold(sql, keys, { read, rest: restOf(batch, settled) });
}

/**
 * The batch's orders that the mirror does not know and whose customers were not merged; "none" when the shop redacted somebody,
 * since every row must be looked at then.
 */
async function freshOrders(sql: Sql, shopId: string, batch: BulkBatch): Promise<Set<string> | "none"> {
  const marks = await sql("SELECT 1 FROM redaction_marks WHERE shop_id = $1 LIMIT 1", [shopId]);
  if (marks.length > 0) return "none";
  const orders = [...batch.orders.values()];
  const known = await sql<{ id: string }>(
    `SELECT o.id FROM unnest($2::text[]) AS given(id)
     CROSS JOIN LATERAL (SELECT id FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o`,
    [shopId, orders.map(({ id }) => id)],
  );
  const merged = await resolveMerges(
    sql,
    shopId,
    orders.flatMap(({ customerId }) => customerId ?? []),
  );
  const notFresh = new Set(known.map(({ id }) => id));
  for (const { id, customerId } of orders) if (merged.has(customerId ?? "")) notFresh.add(id);
  return new Set(orders.flatMap(({ id }) => (notFresh.has(id) ? [] : [id])));
}

type Fresh = { kind: BulkKind; rows: SealedRow[] };

/** Answers the ids that were new. The next statement is made ready while the database is busy with the one before. */
async function insertAll(sql: Sql, shopId: string, kinds: Fresh[]): Promise<Map<BulkKind, Set<string>>> {
  const some = kinds.filter(({ rows }) => rows.length > 0);
  const inserted = new Map<BulkKind, Set<string>>();
  let ready = some[0] && statementOf(shopId, some[0]);
  for (const [nth, { kind }] of some.entries()) {
    if (!ready) break;
    const written = sql<{ id: string }>(ready.text, ready.values);
    written.catch(() => {}); // awaited below, unless the next statement cannot be made
    const next = some[nth + 1];
    ready = next && statementOf(shopId, next);
    inserted.set(kind, new Set((await written).map(({ id }) => id)));
  }
  return inserted;
}

/** In the order of ids, as the upsert: two transactions wait for each other at most one way round. */
function statementOf(shopId: string, { kind, rows }: Fresh): { text: string; values: unknown[] } {
  const records = rows.toSorted((a, b) => compareText(a.id, b.id)).map(({ record }) => record);
  return insertStatement(kind, shopId, records);
}

async function fold(
  sql: Sql,
  keys: ShopKeys,
  { read, rest }: { read: ReadBatch; rest: Rest },
): Promise<void> {
  if (bulkKinds.some((kind) => rest.rows[kind].length > 0))
    await writeRows(sql, keys, { ...rest.rows, announce: "known" });
  await addLines(sql, keys.shopId, { lines: rest.lines, readAt: read.readAt });
}
