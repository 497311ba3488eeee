import { MOVED, type MovedRows, type MovedTable } from "#app/care/review/merge/moved-rows.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";

type Moving = {
  from: string;
  into: string;
  /** Only these rows, by table; absent: all that belong there. */
  only?: Partial<Record<MovedTable, readonly string[]>> | MovedRows;
  /** Added to the versions of drafts, which are unique in a conversation. */
  versions?: number;
};

/** Moves what belongs to a conversation into another one, and says which rows those were. Both are locked by the caller. */
export async function moveRows(tx: Tx, { from, into, only, versions = 0 }: Moving): Promise<MovedRows> {
  const sql = sqlOf(tx);
  const moved: MovedRows = {};
  for (const { table, column, key } of MOVED) {
    const ids = only?.[table] ?? (only ? [] : null);
    if (ids?.length === 0) continue;
    const renumber = table === "drafts" ? `, version = version + ${Math.trunc(versions)}` : "";
    const rows = await sql<{ key: string }>(
      `UPDATE "${table}" SET "${column}" = $2${renumber}
       WHERE "${column}" = $1 AND ($3::text[] IS NULL OR "${key}" = ANY($3)) RETURNING "${key}" AS key`,
      [from, into, ids],
    );
    if (rows.length > 0) moved[table] = rows.map((row) => row.key);
  }
  return moved;
}
