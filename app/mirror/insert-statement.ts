import { binaryArray, type Element } from "#app/mirror/binary-array.ts";
import type { Kind } from "#app/mirror/fold/rules.ts";
import { tables } from "#app/mirror/tables.ts";

type Given = { column: string; type: string; element: Element };
type Insert = { text: string; given: Given[] };

const made = new Map<Kind, Insert>();

/** Types that have a short text and a long binary form, or no array of arrays, go as text. */
const ELEMENTS: Record<string, Element> = {
  text: "text",
  bytea: "bytea",
  jsonb: "jsonb",
  timestamptz: "timestamptz",
  int: "int",
  boolean: "boolean",
};

/**
 * The statement and its values that write many rows of one kind that are new, in their order, and leave alone those that are
 * not. It answers the ids that were written. A column is one binary array: the database takes it in about the time of a COPY,
 * which knows neither row-level security nor rows that are there already.
 *
 * @param records the rows by their columns, as row-record.ts makes them
 */
export function insertStatement(
  kind: Kind,
  shopId: string,
  records: readonly Record<string, unknown>[],
): { text: string; values: unknown[] } {
  const { text, given } = made.get(kind) ?? make(kind);
  const values = given.map(({ column, type, element }) =>
    binaryArray(
      element,
      records.map((record) => (type === "text[]" ? arrayText(record[column]) : record[column])),
    ),
  );
  return { text, values: [shopId, ...values] };
}

function make(kind: Kind): Insert {
  const { name, columns, values = {} } = tables[kind];
  const names = Object.keys(columns);
  const given = Object.entries(columns).flatMap(([column, type]): Given[] =>
    values[column]?.includes(`r.${column}`) === false
      ? []
      : [{ column, type, element: ELEMENTS[type] ?? "text" }],
  );
  const cast = ({ column, type, element }: Given) =>
    type === element ? column : `${column}::${type} AS ${column}`;
  const text = `
    INSERT INTO ${name} (shop_id, ${names.join(", ")})
    SELECT $1::text, ${names.map((column) => values[column] ?? `r.${column}`).join(", ")}
    FROM (SELECT ${given.map(cast).join(", ")}
      FROM unnest(${given.map(({ element }, nth) => `$${nth + 2}::${element}[]`).join(", ")})
        AS g(${given.map(({ column }) => column).join(", ")})) AS r
    ON CONFLICT (shop_id, id) DO NOTHING
    RETURNING id`;
  made.set(kind, { text, given });
  return { text, given };
}

/** `{"gift","newsletter"}`; null when nothing was said. */
function arrayText(texts: unknown): string | null {
  if (!Array.isArray(texts)) return null;
  return `{${texts.map((one) => `"${String(one).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(",")}}`;
}
