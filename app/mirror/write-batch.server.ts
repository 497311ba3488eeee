import type { Sql } from "#app/db.server.ts";
import { addLines } from "#app/mirror/add-lines.server.ts";
import { bulkKinds, restOf, type BulkKind, type Rest } from "#app/mirror/bulk-batch.ts";
import { insertStatement } from "#app/mirror/insert-statement.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import { readAgain, type SealedBatch } from "#app/mirror/sealed-batch.ts";
import { joinEvents, writeRows } from "#app/mirror/write-rows.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** `readAt`: when the operation was started, the version of what has none. */
export type ReadBatch = { batch: SealedBatch; readAt: string };

/**
 * Writes a batch of a bulk result. What nobody told of before, nearly all of a first reading, is inserted as it was sealed
 * ahead. All else (what the mirror knows, parts of orders that came in another batch, everything of a shop that redacted
 * somebody) is folded in by writeRows: the outcome is the same, and costs more.
 */
export async function writeBatch(sql: Sql, keys: ShopKeys, read: ReadBatch): Promise<void> {
  const { shopId } = keys;
  const { batch, readAt } = read;
  await lockAgainstRedaction(sql, shopId);
  const known = await knownOrders(sql, shopId, batch);
  if (known === "all") return foldAgain(sql, keys, { read, taken: () => false });

  // Known rows first: webhooks of the same orders that wait for this transaction then hold nothing that it still has to lock.
  await fold(sql, keys, { readAt, rest: restOf(batch.strays, () => false, batch.strays.lines) });
  const isNew = (kind: BulkKind, row: { id: string; orderId?: string | null }) =>
    kind === "customers" || !known.has((kind === "orders" ? row.id : row.orderId) ?? "");
  if (known.size > 0) await foldAgain(sql, keys, { read, taken: isNew });
  const complete = await insertAll(sql, shopId, { batch, known });
  await joinEvents(sql, shopId, batch.columns.fulfillments.ids);
  // A parcel that a webhook told of before its order, what one told of since the look, and what stands in the result twice.
  if (!complete) await foldAgain(sql, keys, { read, taken: () => false });
}

/**
 * The batch's orders that the mirror knows or whose customers were merged; "all" when the shop redacted somebody, since every
 * row must be looked at then.
 */
async function knownOrders(sql: Sql, shopId: string, batch: SealedBatch): Promise<Set<string> | "all"> {
  const { orders, customerIds } = batch;
  const found = await sql<{ id: string | null }>(
    `SELECT NULL AS id WHERE EXISTS (SELECT FROM redaction_marks WHERE shop_id = $1)
     UNION ALL
     SELECT o.id FROM unnest($2::text[]) AS given(id)
     CROSS JOIN LATERAL (SELECT id FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o`,
    [shopId, [...orders.keys()]],
  );
  const merged = await resolveMerges(sql, shopId, [...customerIds.values()]);
  const known = new Set<string>();
  for (const { id } of found) {
    if (id === null) return "all";
    known.add(id);
  }
  for (const [id, customerId] of customerIds) if (merged.has(customerId)) known.add(id);
  return known;
}

/** Whether all that was to be written was new. The next statement is made ready while the database is busy with the one before. */
async function insertAll(
  sql: Sql,
  shopId: string,
  { batch, known }: { batch: SealedBatch; known: ReadonlySet<string> },
): Promise<boolean> {
  const except = [...known];
  const some = bulkKinds.flatMap((kind) => {
    const columns = batch.columns[kind];
    return columns.ids.length > 0 ? [{ kind, columns, except }] : [];
  });
  let complete = true;
  let ready = some[0] && insertStatement(some[0], shopId);
  for (const [nth, { columns }] of some.entries()) {
    if (!ready) break;
    const written = sql<{ count: number }>(ready.text, ready.values);
    written.catch(() => {}); // awaited below, unless the next statement cannot be made
    const next = some[nth + 1];
    ready = next && insertStatement(next, shopId);
    const [row] = await written;
    const given = columns.orderIds.filter((orderId) => orderId === null || !known.has(orderId));
    if (row?.count !== given.length) complete = false;
  }
  return complete;
}

type Taken = Parameters<typeof restOf>[1];

/** Folds those rows of the batch's lines that were not taken. */
async function foldAgain(
  sql: Sql,
  keys: ShopKeys,
  { read, taken }: { read: ReadBatch; taken: Taken },
): Promise<void> {
  const all = readAgain(read.batch, read.readAt);
  await fold(sql, keys, { readAt: read.readAt, rest: restOf(all, taken, all.lines) });
}

async function fold(
  sql: Sql,
  keys: ShopKeys,
  { readAt, rest }: { readAt: string; rest: Rest },
): Promise<void> {
  if (bulkKinds.some((kind) => rest.rows[kind].length > 0))
    await writeRows(sql, keys, { ...rest.rows, announce: "known" });
  await addLines(sql, keys.shopId, { lines: rest.lines, readAt });
}
