import { rules, type Kind, type Rules } from "#app/mirror/fold/rules.ts";
import { columnOf, tables } from "#app/mirror/tables.ts";

/**
 * The statement that folds many rows of one kind into their table: `$1` is the shop, `$2` the rows as a JSON array, distinct by
 * id. It says of every column what fold/rules.ts says, and writes in the order of ids, so that two transactions wait for each
 * other at most one way round. Answers what was written: `id`, `order_id`, and whether it was `inserted`.
 */
export function upsertStatement(kind: Kind): string {
  const { name, columns, values = {}, order, tombstone } = tables[kind];
  const names = Object.keys(columns);
  const { sets, wheres } = folding(kind);
  const record = Object.entries(columns).map(
    ([column, type]) => `${column} ${type === "bytea" ? "text" : type}`,
  );
  const value = (column: string) =>
    values[column] ?? (columns[column] === "bytea" ? `decode(r.${column}, 'base64')` : `r.${column}`);
  return `
    INSERT INTO ${name} AS known (shop_id, ${names.join(", ")})
    SELECT $1::text, ${names.map(value).join(", ")}
    FROM jsonb_to_recordset($2::jsonb) AS r(${record.join(", ")})
    ORDER BY r.id COLLATE "C"
    ON CONFLICT (shop_id, id) DO UPDATE SET
      ${[...sets, "mirrored_at = now()"].join(",\n      ")}
    WHERE (${wheres.join(" OR ")})${tombstone ? " AND known.deleted_at IS NULL" : ""}
    RETURNING id, ${order ?? "NULL"} AS order_id, (xmax = 0) AS inserted`;
}

const NEWER = "(excluded.updated_at, excluded.tie) > (known.updated_at, known.tie)";
const newest = (column: string, newer = NEWER) =>
  `${column} = CASE WHEN ${newer} THEN excluded.${column} ELSE known.${column} END`;

/** How each column changes, and when any does. */
function folding(kind: Kind): { sets: string[]; wheres: string[] } {
  const { own = {}, earliest = [], latest = [], fixed = [], ever = [] }: Rules = rules[kind];
  const sets = new Map<string, string>();
  const wheres = [NEWER];
  for (const [field, fields = []] of Object.entries(own)) {
    const version = columnOf(field);
    const newer = `excluded.${version} > known.${version}`;
    for (const column of [version, ...fields.map(columnOf)]) sets.set(column, newest(column, newer));
    wheres.push(newer);
  }
  const keep = (column: string, value: string) => {
    sets.set(column, `${column} = ${value}`);
    wheres.push(`${value} IS DISTINCT FROM known.${column}`);
  };
  // LEAST and GREATEST pass over NULL. Texts compare as bytes, as they do in the fold.
  for (const column of earliest.map(columnOf)) keep(column, `LEAST(excluded.${column}, known.${column})`);
  for (const column of latest.map(columnOf)) keep(column, `GREATEST(excluded.${column}, known.${column})`);
  for (const column of fixed.map(columnOf))
    keep(column, `GREATEST(excluded.${column} COLLATE "C", known.${column} COLLATE "C")`);
  for (const column of ever.map(columnOf)) keep(column, `(excluded.${column} OR known.${column})`);
  for (const column of Object.keys(tables[kind].columns))
    if (column !== "id" && !sets.has(column)) sets.set(column, newest(column));
  return { sets: [...sets.values()], wheres };
}
