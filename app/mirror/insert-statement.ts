import type { Kind } from "#app/mirror/fold/rules.ts";
import { tables } from "#app/mirror/tables.ts";

const made = new Map<Kind, string>();

/**
 * The statement that writes many rows of one kind that are new, and leaves alone those that are not: `$1` is the shop, `$2` the
 * rows as a JSON array. In the order of ids, as the upsert. Answers the ids that were written.
 */
export function insertStatement(kind: Kind): string {
  const known = made.get(kind);
  if (known) return known;
  const { name, columns, values = {} } = tables[kind];
  const names = Object.keys(columns);
  const record = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const statement = `
    INSERT INTO ${name} (shop_id, ${names.join(", ")})
    SELECT $1::text, ${names.map((column) => values[column] ?? `r.${column}`).join(", ")}
    FROM jsonb_to_recordset($2::jsonb) AS r(${record.join(", ")})
    ORDER BY r.id COLLATE "C"
    ON CONFLICT (shop_id, id) DO NOTHING
    RETURNING id`;
  made.set(kind, statement);
  return statement;
}
