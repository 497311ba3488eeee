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
 *
 * Throws when a row is there all the same (isThereAlready): a parcel that a webhook told of before its order, what one told of
 * since the look, what stands in the result twice. The batch is folded instead then, in a transaction of its own.
 */
export async function writeBatch(sql: Sql, keys: ShopKeys, read: ReadBatch): Promise<void> {
  const { shopId } = keys;
  const { batch, readAt } = read;
  await lockAgainstRedaction(sql, shopId);
  const known = await knownOrders(sql, shopId, batch);
  if (known === "all") return foldBatch(sql, keys, read);

  // Known rows first: webhooks of the same orders that wait for this transaction then hold nothing that it still has to lock.
  await fold(sql, keys, { readAt, rest: restOf(batch.strays, () => false, batch.strays.lines) });
  if (known.size > 0) {
    const isNew = (kind: BulkKind, row: { id: string; orderId?: string | null }) =>
      kind === "customers" || !known.has((kind === "orders" ? row.id : row.orderId) ?? "");
    const all = readAgain(batch, readAt);
    await fold(sql, keys, { readAt, rest: restOf(all, isNew, all.lines) });
  }
  await insertAll(sql, shopId, { batch, known });
  await joinEvents(sql, shopId, batch.columns.fulfillments.ids);
}

/** Writes all of a batch as if any of it could be known. */
export async function foldBatch(sql: Sql, keys: ShopKeys, { batch, readAt }: ReadBatch): Promise<void> {
  await lockAgainstRedaction(sql, keys.shopId);
  const all = readAgain(batch, readAt);
  await fold(sql, keys, { readAt, rest: restOf(all, () => false, all.lines) });
}

/** SQLSTATE unique_violation. */
export const isThereAlready = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "23505";

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

/** The next statement is made ready while the database is busy with the one before. */
async function insertAll(
  sql: Sql,
  shopId: string,
  { batch, known }: { batch: SealedBatch; known: ReadonlySet<string> },
): Promise<void> {
  const except = [...known];
  const some = bulkKinds.flatMap((kind) => {
    const columns = batch.columns[kind];
    return columns.ids.length > 0 ? [{ kind, columns, except }] : [];
  });
  let ready = some[0] && insertStatement(some[0], shopId);
  for (let nth = 1; ready; nth += 1) {
    const written = sql(ready.text, ready.values);
    written.catch(() => {}); // awaited below, unless the next statement cannot be made
    const next = some[nth];
    ready = next && insertStatement(next, shopId);
    await written;
  }
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
