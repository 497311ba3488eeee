import type { Sql } from "#app/db.server.ts";
import { mergeRows } from "#app/mirror/fold/merge.ts";
import type { Kind, Stamped } from "#app/mirror/fold/rules.ts";
import {
  compareText,
  contradicts,
  sameVersion,
  saysTheSame,
  type Version,
} from "#app/mirror/fold/version.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { rowRecord } from "#app/mirror/row-record.ts";
import { tables } from "#app/mirror/tables.ts";
import { upsertStatement } from "#app/mirror/upsert-statement.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type Upserted = {
  /** The orders of which anything changed, by the rows that did. */
  changed: { orderId: string; inserted: boolean }[];
  /** Orders of which two webhooks of one version say different things: which one is newer, only Shopify can say. */
  tied: string[];
};

const statements = new Map<Kind, string>();

/** Folds rows of one kind into the mirror; of a row that is given several times, all of them. */
export async function upsertRows<K extends Kind>(
  sql: Sql,
  keys: ShopKeys,
  { kind, rows }: { kind: K; rows: Stamped<K>[] },
): Promise<Upserted> {
  if (rows.length === 0) return { changed: [], tied: [] };
  const known = await lockKnown(sql, keys.shopId, { kind, ids: [...new Set(rows.map(({ id }) => id))] });
  // Repeats go before the rows are folded: folded, a row of a known version may still carry what another one said.
  const given = rows.filter((row) => !sameAs(known.get(row.id), row));
  const merged = mergeRows(kind, given);
  const written = merged.length === 0 ? [] : await write(sql, keys, { kind, rows: merged });
  const fresh = new Set(given.flatMap((row) => (repeats(known.get(row.id), row) ? [] : [row.id])));
  const changed = written.flatMap(({ id, order_id: orderId, inserted }) =>
    orderId !== null && fresh.has(id) ? [{ orderId, inserted }] : [],
  );
  const news = new Map(written.map((one) => [one.id, one]));
  return { changed, tied: tiedOrders(kind, given, { merged, known, news }) };
}

type Known = Version & { gone: boolean };
const sameAs = (known: Known | undefined, row: Version) => known !== undefined && sameVersion(known, row);
const repeats = (known: Known | undefined, row: Version) => known !== undefined && saysTheSame(known, row);

/** What is known of the rows, locked until the transaction ends: nobody changes it between this and the write. */
async function lockKnown(
  sql: Sql,
  shopId: string,
  { kind, ids }: { kind: Kind; ids: string[] },
): Promise<Map<string, Known>> {
  const { name, tombstone } = tables[kind];
  const rows = await sql<{ id: string; at: Date; tie: string; gone: boolean }>(
    `SELECT known.* FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT id, updated_at AS at, tie, ${tombstone ? "deleted_at IS NOT NULL" : "false"} AS gone FROM ${name}
       WHERE shop_id = $1 AND id = given.id FOR NO KEY UPDATE ${ONE_BY_ONE}) AS known`,
    [shopId, ids.toSorted(compareText)],
  );
  return new Map(rows.map(({ id, at, tie, gone }) => [id, { updatedAt: at.toISOString(), tie, gone }]));
}

type Written = { id: string; order_id: string | null; inserted: boolean };

function write<K extends Kind>(
  sql: Sql,
  keys: ShopKeys,
  { kind, rows }: { kind: K; rows: Stamped<K>[] },
): Promise<Written[]> {
  const statement = statements.get(kind) ?? upsertStatement(kind);
  statements.set(kind, statement);
  const records = rows.map((row) => withoutBytes(rowRecord(keys, kind, row)));
  return sql<Written>(statement, [keys.shopId, JSON.stringify(records)]);
}

/** JSON has no bytes. */
const withoutBytes = ({ sealed, ...record }: Record<string, unknown>) =>
  sealed instanceof Uint8Array ? { ...record, sealed: Buffer.from(sealed).toString("base64") } : record;

/** Webhooks that contradict each other, or what is known, about the newest version of an order or a parcel. */
function tiedOrders<K extends Kind>(
  kind: K,
  rows: Stamped<K>[],
  found: { merged: Stamped<K>[]; known: Map<string, Known>; news: Map<string, Written> },
): string[] {
  if (kind !== "orders" && kind !== "fulfillments") return [];
  const winners = new Map(found.merged.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const was = found.known.get(row.id);
    const winner = winners.get(row.id);
    if (was?.gone || !winner) return [];
    // Somebody wrote it first between the look and the write: what they said was not seen.
    const unseen = !was && found.news.get(row.id)?.inserted !== true;
    const beaten = was !== undefined && was.updatedAt > row.updatedAt;
    const tied = unseen || (was && contradicts(was, row)) || (!beaten && contradicts(winner, row));
    return tied ? [kind === "orders" ? row.id : (row as Stamped<"fulfillments">).orderId] : [];
  });
}
