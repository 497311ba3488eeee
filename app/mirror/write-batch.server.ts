import type { Sql } from "#app/db.server.ts";
import { addLines } from "#app/mirror/add-lines.server.ts";
import { bulkKinds, restOf, type BulkKind, type Rest } from "#app/mirror/bulk-batch.ts";
import { insertStatement } from "#app/mirror/insert-statement.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import { linesOf, readLines, type SealedBatch } from "#app/mirror/sealed-batch.ts";
import { joinEvents, writeRows } from "#app/mirror/write-rows.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** `readAt`: when the operation was started, the version of what has none. */
export type ReadBatch = { batch: SealedBatch; readAt: string };

/**
 * Writes a batch of a bulk result. What nobody told of before, nearly all of a first reading, is inserted as it was sealed
 * ahead. All else (what the mirror knows, parts of orders that came in another batch, everything of a shop that redacted
 * somebody) is folded in by writeRows: the outcome is the same, and costs more.
 *
 * Throws (isRefused) when a row is there all the same: a parcel that a webhook told of before its order, what one told of since
 * the look, what stands in the result twice. The batch is folded instead then (foldInHalves).
 */
export async function writeBatch(sql: Sql, keys: ShopKeys, read: ReadBatch): Promise<void> {
  const { shopId } = keys;
  const { batch, readAt } = read;
  await lockAgainstRedaction(sql, shopId);
  const known = await knownOf(sql, shopId, batch);
  if (known === "all") return foldLines(sql, keys, { lines: linesOf(batch), readAt });

  // Known rows first: webhooks of the same orders that wait for this transaction then hold nothing that it still has to lock.
  await fold(sql, keys, { readAt, rest: restOf(batch.strays, () => false, batch.strays.lines) });
  if (known.orders.size + known.customers.size > 0) {
    // Line items of orders that came before this batch are among the strays.
    const rest = restOf(readLines(linesOf(batch), readAt), (kind, row) => !isKnown(known, kind, row));
    await fold(sql, keys, { readAt, rest });
  }
  await insertAll(sql, shopId, { batch, known });
  await joinEvents(sql, shopId, batch.columns.fulfillments.ids);
}

/** Writes lines of a bulk result as if any of it could be known. */
export async function foldLines(
  sql: Sql,
  keys: ShopKeys,
  { lines, readAt }: { lines: readonly string[]; readAt: string },
): Promise<void> {
  await lockAgainstRedaction(sql, keys.shopId);
  const all = readLines(lines, readAt);
  await fold(sql, keys, { readAt, rest: restOf(all, () => false, all.lines) });
}

type Known = { orders: ReadonlySet<string>; customers: ReadonlySet<string> };

function isKnown(known: Known, kind: BulkKind, { id, orderId }: { id: string; orderId?: string | null }) {
  if (kind === "customers") return known.customers.has(id);
  return known.orders.has((kind === "orders" ? id : orderId) ?? "");
}

/**
 * The batch's customers that the mirror knows, and its orders that the mirror knows or whose customers were merged; "all" when
 * the shop redacted somebody, since every row must be looked at then.
 */
async function knownOf(sql: Sql, shopId: string, batch: SealedBatch): Promise<Known | "all"> {
  const { columns, customerIds } = batch;
  const thoseOf = (table: "orders" | "customers", nth: number) =>
    `SELECT '${table}' AS kind, known.id FROM unnest($${nth}::text[]) AS given(id)
     CROSS JOIN LATERAL (SELECT id FROM ${table} WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS known`;
  const found = await sql<{ kind: "orders" | "customers" | "marks"; id: string }>(
    `SELECT 'marks' AS kind, '' AS id WHERE EXISTS (SELECT FROM redaction_marks WHERE shop_id = $1)
     UNION ALL ${thoseOf("orders", 2)} UNION ALL ${thoseOf("customers", 3)}`,
    [shopId, columns.orders.ids, columns.customers.ids],
  );
  const known = { orders: new Set<string>(), customers: new Set<string>() };
  for (const { kind, id } of found) {
    if (kind === "marks") return "all";
    known[kind].add(id);
  }
  const merged = await resolveMerges(sql, shopId, [...customerIds.values()]);
  for (const [id, customerId] of customerIds) if (merged.has(customerId)) known.orders.add(id);
  return known;
}

/** The next statement is made ready while the database is busy with the one before. */
async function insertAll(
  sql: Sql,
  shopId: string,
  { batch, known }: { batch: SealedBatch; known: Known },
): Promise<void> {
  const except = { orders: [...known.orders], customers: [...known.customers] };
  const some = bulkKinds.flatMap((kind) => {
    const columns = batch.columns[kind];
    return columns.ids.length > 0
      ? [{ kind, columns, except: kind === "customers" ? except.customers : except.orders }]
      : [];
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
